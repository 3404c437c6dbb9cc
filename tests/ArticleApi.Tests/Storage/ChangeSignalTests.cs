using ArticleApi.Features.Articles;
using ArticleApi.Storage;
using ArticleApi.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ArticleApi.Tests.Storage;

public sealed class ChangeSignalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ChangeSignal signal;

    public ChangeSignalTests()
    {
        File.WriteAllBytes(DatabasePath, PreparedDatabase.Bytes);
        signal = SignalOf(DatabasePath);
    }

    private string DatabasePath => folder.File("articles.db");

    public void Dispose()
    {
        signal.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Without_a_commit_the_number_stays()
    {
        var count = Count();
        Raw.Query(DatabasePath, "select count(*) from articles");
        Assert.Equal(count, Count());
        Assert.Equal(count, Count());
    }

    [Fact]
    public void A_commit_of_this_process_raises_the_number()
    {
        var count = Count();
        for (var i = 0; i < 3; i++)
        {
            Raw.Execute(DatabasePath, $"insert into works (id) values ('ref_{i}')");
            var raised = Count();
            Assert.True(raised > count);
            Assert.Equal(raised, Count());
            count = raised;
        }
    }

    [Fact]
    public async Task A_commit_of_the_store_raises_the_number_of_the_store()
    {
        using var database = new Database(new($"Data Source={DatabasePath}"), new MovableClock(Service.Now), ArticleRenderer.Renderer);
        var (own, other) = (database.ChangeCount(), Count());
        await database.WriteAsync(
            async (write, cancel) => await write.ExecuteAsync("insert into works (id) values ('ref_a')", null, cancel),
            TestContext.Current.CancellationToken);
        Assert.True(database.ChangeCount() > own);
        Assert.True(Count() > other);
    }

    [Fact]
    public async Task A_commit_of_another_process_raises_the_number()
    {
        var count = Count();
        await File.WriteAllTextAsync(folder.File("zinc.txt"), "Zinc\n\nZinc is a metal.\n", TestContext.Current.CancellationToken);
        var run = await ProgramRun.OfAsync(folder, ["import", "zinc.txt"], ("ConnectionStrings__Articles", $"Data Source={DatabasePath}"));
        Assert.Equal(0, run.ExitCode);
        Assert.True(Count() > count);
    }

    [Fact]
    public void A_transaction_raises_the_number_when_it_commits_and_not_when_it_rolls_back()
    {
        var count = Count();
        using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        connection.Open();
        foreach (var commits in new[] { false, true })
        {
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "insert into works (id) values ('ref_a')";
            command.ExecuteNonQuery();
            Assert.Equal(count, Count());
            if (commits)
            {
                transaction.Commit();
                Assert.True(Count() > count);
            }
            else
            {
                transaction.Rollback();
                Assert.Equal(count, Count());
            }
        }
    }

    [Fact]
    public void Two_signals_each_see_every_commit()
    {
        using var other = SignalOf(DatabasePath);
        var (first, second) = (Count(), other.ChangeCount());
        Raw.Execute(DatabasePath, "insert into works (id) values ('ref_a')");
        Assert.True(Count() > first);
        Assert.True(other.ChangeCount() > second);
    }

    [Fact]
    public void A_signal_that_is_disposed_of_tells_nothing()
    {
        Count();
        signal.Dispose();
        Assert.Null(signal.ChangeCount());
        signal.Dispose();
        Assert.Null(signal.ChangeCount());
    }

    [Fact]
    public void A_file_that_cannot_be_opened_tells_nothing_until_it_can()
    {
        var path = folder.File("later.db");
        using var later = SignalOf(path);
        Assert.Null(later.ChangeCount());
        Assert.Null(later.ChangeCount());
        Assert.False(File.Exists(path));

        File.WriteAllBytes(path, PreparedDatabase.Bytes);
        var count = later.ChangeCount();
        Assert.NotNull(count);
        Assert.Equal(count, later.ChangeCount());
        Raw.Execute(path, "insert into works (id) values ('ref_a')");
        Assert.True(later.ChangeCount() > count);
    }

    [Fact]
    public void A_file_that_is_no_database_tells_nothing_until_it_is_one()
    {
        var path = folder.File("text.db");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("This is no database. ", 100)));
        using var later = SignalOf(path);
        Assert.Null(later.ChangeCount());
        File.WriteAllBytes(path, PreparedDatabase.Bytes);
        Assert.NotNull(later.ChangeCount());
    }

    private static ChangeSignal SignalOf(string path) => new(() => $"Data Source={path};Mode=ReadWrite;Pooling=False");

    private long Count()
    {
        var count = signal.ChangeCount();
        Assert.NotNull(count);
        return count.Value;
    }
}
