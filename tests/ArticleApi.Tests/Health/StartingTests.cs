using System.Net;
using ArticleApi.Tests.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;

namespace ArticleApi.Tests.Health;

/// <summary>A start with a store that is older than the program, while it is brought up to date.</summary>
public sealed class StartingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Meanwhile_the_service_is_live_and_every_other_route_says_that_it_is_starting()
    {
        using var starting = new Starting();
        await starting.OkAsync("/health/live");
        foreach (var path in new[] { "/health/ready", "/api/v1/claims", "/api/v1/articles/ketamine-and-anorexia", "/openapi/v1.json", "/" })
        {
            var answer = (await starting.GetAsync(path)).IsProblem(HttpStatusCode.ServiceUnavailable, "starting");
            Assert.Equal(("5", "nosniff"), (answer.Header("Retry-After"), answer.Header("X-Content-Type-Options")));
        }

        (await starting.DeleteAsync("/api/v1/articles/ketamine-and-anorexia")).IsProblem(HttpStatusCode.ServiceUnavailable, "starting");
        starting.Unlock();
        await starting.StoreIsReady.WaitAsync(Cancel);
        await starting.OkAsync("/health/ready");
        Assert.NotEmpty((await starting.OkAsync("/api/v1/claims")).Data);

        // It has its locks, though there were connections before it was inspected to the end.
        await File.WriteAllBytesAsync(folder.File("copy.db"), PreparedDatabase.Bytes, Cancel);
        var restore = await ProgramRun.OfAsync(
            folder, ["restore", "copy.db"], ("ConnectionStrings__Articles", $"Data Source={starting.DatabasePath}"));
        Assert.Equal(
            (1, $"{starting.DatabasePath} is served or used by another program. Stop it first.\n"), (restore.ExitCode, restore.Error));
    }

    [Fact]
    public async Task A_migration_that_fails_ends_the_program_with_one_line()
    {
        await OutdateAsync(folder.File("articles.db"));
        using var other = Lock(folder.File("articles.db"));
        var run = await ProgramRun.OfAsync(
            folder, ["serve", "--urls", "http://127.0.0.1:0"], ("Storage__BusySeconds", "1"), ("Logging__LogLevel__Default", "Warning"));
        Assert.Equal(
            (1, "", $"{folder.File("articles.db")} was locked by another program for 1 seconds.\n"),
            (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task A_verb_says_what_it_does_to_bring_the_store_up_to_date()
    {
        await OutdateAsync(folder.File("articles.db"));
        var run = await ProgramRun.InProcessAsync(folder, ["retag"]);
        Assert.Equal(
            (0, $"Rendering the JSON of all articles anew (1).\nDatabase: {folder.File("articles.db")}\n0 of 1 article changed\n", ""),
            (run.ExitCode, run.Output, run.Error));
    }

    private static async Task OutdateAsync(string path)
    {
        await File.WriteAllBytesAsync(path, PreparedDatabase.Bytes, Cancel);
        Raw.Execute(path, "update store_state set shape = 0");
    }

    private static SqliteConnection Lock(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "begin immediate";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>A service that waits for another program before it can bring its store up to date.</summary>
    private sealed class Starting() : Service(waitsForStore: false)
    {
        private SqliteConnection? other;

        public void Unlock() => other!.Dispose();

        protected override void Configure(IWebHostBuilder builder)
        {
            builder.UseSetting("Storage:BusySeconds", "60");
            Raw.Execute(DatabasePath, "update store_state set shape = 0");
            other ??= Lock(DatabasePath);
        }
    }
}
