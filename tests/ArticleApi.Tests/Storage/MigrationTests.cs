using System.Security.Cryptography;
using System.Text;
using ArticleApi.Features.Articles;
using ArticleApi.Services;
using ArticleApi.Storage;

namespace ArticleApi.Tests.Storage;

public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly MovableClock clock = new(Service.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Path => folder.File("articles.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_database_gets_every_migration_and_records_them()
    {
        Assert.Equal(Migration.Of("sqlite").Select(migration => migration.Number), await PrepareAsync());

        Assert.NotEmpty(Migration.Of("sqlite"));
        Assert.Equal(
            Migration.Of("sqlite")
                .Select(migration => $"{migration.Number}|{migration.Name}|{Sha256(migration.Sql)}|2026-01-01T00:00:00.000Z"),
            Raw.Query(Path, "select number || '|' || name || '|' || checksum || '|' || applied_at from schema_migrations order by number"));
    }

    [Fact]
    public void Migrations_are_numbered_from_one_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, Migration.Of("sqlite").Count), Migration.Of("sqlite").Select(migration => migration.Number));

    [Fact]
    public void A_checksum_does_not_depend_on_line_ends() =>
        Assert.Equal(
            new Migration(1, "a", "select 1;\nselect 2;\n").Checksum, new Migration(1, "a", "select 1;\r\nselect 2;\r\n").Checksum);

    [Fact]
    public async Task An_empty_file_is_a_new_database()
    {
        await File.WriteAllBytesAsync(Path, [], Cancel);
        Assert.NotEmpty(await PrepareAsync());
    }

    [Fact]
    public async Task A_second_start_applies_nothing_and_does_not_seed_again()
    {
        await PrepareAsync();
        var before = Contents();
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await PrepareAsync());
        Assert.Equal(before, Contents());
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_unchanged()
    {
        await PrepareAsync();
        Raw.Execute(Path, "insert into schema_migrations (number, name, checksum, applied_at) values (9999, '9999_later', 'x', 'y')");
        await AssertRefusedAsync("has schema 9999, newer than this program's");
    }

    [Fact]
    public async Task A_database_with_another_version_of_a_migration_is_refused_unchanged()
    {
        await PrepareAsync();
        Raw.Execute(Path, "update schema_migrations set checksum = 'x' where number = 1");
        await AssertRefusedAsync("was made with another version of migration 0001_articles");
    }

    [Theory]
    [InlineData("This is no database.")]
    [InlineData("\n\n")]
    [InlineData("x")]
    public async Task A_file_that_is_not_a_database_is_refused_unchanged(string text)
    {
        await File.WriteAllTextAsync(Path, text, Cancel);
        await AssertRefusedAsync("is not a SQLite database");
    }

    [Theory]
    [InlineData("create table customers (id integer primary key, name text)", "is the database of another program")]
    [InlineData("create table schema_migrations (version text primary key)", "is the database of another program")]
    public async Task A_database_of_another_program_is_refused_unchanged(string schema, string reason)
    {
        Raw.Execute(Path, schema);
        await AssertRefusedAsync(reason);
    }

    [Fact]
    public async Task A_damaged_database_is_refused_unchanged()
    {
        await PrepareAsync();
        var bytes = await File.ReadAllBytesAsync(Path, Cancel);
        Array.Fill(bytes, (byte)0x55, 100, 3000); // The root of the schema; the header stays.
        await File.WriteAllBytesAsync(Path, bytes, Cancel);
        await AssertRefusedAsync("is damaged");
    }

    [Fact]
    public async Task A_missing_folder_is_reported()
    {
        var exception = await RefusedAsync(folder.File("missing/articles.db"));
        Assert.Contains("its folder does not exist", exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("missing")));
    }

    [Fact]
    public async Task A_read_only_path_is_reported()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The place that no user can write is /proc.");
        Assert.Equal(
            "/proc/articles.db cannot be written: the file or its folder is read-only for this user.",
            (await RefusedAsync("/proc/articles.db")).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=articles;Mode=Memory;Cache=Shared")]
    [InlineData("Data Source=file:articles.db")]
    [InlineData("Host=localhost;Database=articles")]
    [InlineData("nonsense")]
    public void A_connection_string_without_a_file_is_refused(string connectionString)
    {
        var exception = Assert.Throws<DatabaseException>(
            () => new Database(new(connectionString), clock, ArticleRenderer.Renderer).Dispose());
        Assert.Contains("ConnectionStrings__Articles", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Data Source=PATH", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_programs_that_start_at_once_only_one_seeds()
    {
        for (var round = 0; round < 5; round++)
        {
            var (path, seeds) = (folder.File($"{round}.db"), 0);
            Task<IReadOnlyList<int>> Start() => Task.Run(async () =>
            {
                using var database = Open(path);
                return await database.PrepareAsync(
                    (write, cancel) =>
                    {
                        Interlocked.Increment(ref seeds);
                        return Seed.FillAsync(write, articles: true, cancel);
                    },
                    Cancel);
            });
            var applied = await Task.WhenAll(Start(), Start());
            Assert.Equal(1, seeds);
            Assert.Single(applied, numbers => numbers.Count > 0);
            Assert.Equal(["1"], Raw.Query(path, "select count(*) from articles"));
        }
    }

    [Fact]
    public async Task Without_the_bundled_article_the_vocabulary_is_still_seeded()
    {
        await PrepareAsync(articles: false);
        Assert.Equal(["0"], Raw.Query(Path, "select count(*) from articles"));
        Assert.NotEqual(["0"], Raw.Query(Path, "select count(*) from topics"));
    }

    [Fact]
    public async Task A_failed_seed_leaves_an_empty_database()
    {
        using (var database = Open(Path))
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => database.PrepareAsync(
                async (write, cancel) =>
                {
                    await Seed.FillAsync(write, articles: true, cancel);
                    throw new InvalidDataException();
                },
                Cancel));
        }

        Assert.Empty(Raw.Query(Path, "select name from sqlite_master"));
        Assert.NotEmpty(await PrepareAsync());
        Assert.Equal(["1"], Raw.Query(Path, "select count(*) from articles"));
    }

    [Fact]
    public async Task A_relative_path_is_resolved_when_the_database_is_opened()
    {
        var relative = System.IO.Path.GetRelativePath(Environment.CurrentDirectory, Path);
        using var database = Open(relative);
        await database.PrepareAsync((_, _) => Task.CompletedTask, Cancel);
        Assert.True(File.Exists(Path));
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private Database Open(string path) => new(new($"Data Source={path}"), clock, ArticleRenderer.Renderer);

    private async Task<IReadOnlyList<int>> PrepareAsync(bool articles = true)
    {
        using var database = Open(Path);
        return await database.PrepareAsync((write, cancel) => Seed.FillAsync(write, articles, cancel), Cancel);
    }

    private async Task<DatabaseException> RefusedAsync(string path)
    {
        using var database = Open(path);
        return await Assert.ThrowsAsync<DatabaseException>(() => database.PrepareAsync((_, _) => Task.CompletedTask, Cancel));
    }

    private async Task AssertRefusedAsync(string reason)
    {
        var before = await File.ReadAllBytesAsync(Path, Cancel);
        var exception = await RefusedAsync(Path);
        Assert.StartsWith(Path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path, Cancel));
    }

    private string Contents() => string.Join('\n', Raw.Query(
        Path,
        "select data_version from store_state union all select count(*) from topics union all select count(*) from claims union all select "
        + "count(*) from schema_migrations"));
}
