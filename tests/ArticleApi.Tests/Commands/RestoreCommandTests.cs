using System.Net;
using System.Text.RegularExpressions;
using ArticleApi.Tests.Storage;
using Microsoft.AspNetCore.Hosting;

namespace ArticleApi.Tests.Commands;

public sealed partial class RestoreCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Path => folder.File("articles.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_killed_store_is_replaced_with_its_log_and_mirrors_begin_anew()
    {
        await File.WriteAllBytesAsync(Path, PreparedDatabase.Bytes, Cancel);
        long known;
        using (var process = ProgramRun.Start(folder, ["--urls", "http://127.0.0.1:0"], ("ApiKeys__0", Service.Key)))
        {
            try
            {
                var line = await process.StandardOutput.ReadLineAsync(Cancel);
                using var http = new HttpClient { BaseAddress = new(Address().Match(line!).Value) };
                http.DefaultRequestHeaders.Add("Authorization", $"Bearer {Service.Key}");
                Assert.Equal(0, (await ProgramRun.InProcessAsync(folder, ["backup", folder.File("backup.db")])).ExitCode);
                using var put = await http.PutAsync(
                    "/api/v1/topics/brass", Service.Body("""{ "name": "brass" }""", "application/json"), Cancel);
                known = long.Parse(put.Headers.GetValues("Data-Version").Single());

                var refused = await ProgramRun.OfAsync(folder, ["restore", "backup.db"]);
                Assert.Equal(
                    (1, $"Database: {Path}\n", $"{Path} is served or used by another program. Stop it first.\n"),
                    (refused.ExitCode, refused.Output, refused.Error));
                Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/topics/brass", Cancel)).StatusCode);
            }
            finally
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(Cancel);
            }
        }

        Assert.True(new FileInfo($"{Path}-wal").Length > 0);
        var run = await RestoreAsync("backup.db");
        Assert.Equal(
            (0, $"Database: {Path}\nRestored from {folder.File("backup.db")}: 1 article\n", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal(["articles.db", "backup.db"], Files());
        Assert.Equal(["1"], Raw.Query(Path, "select is_copy from store_state"));

        using var restored = new ServiceOn(Path);
        (await restored.GetAsync("/api/v1/topics/brass")).IsProblem(HttpStatusCode.NotFound, "topic-not-found");
        (await restored.GetAsync($"/api/v1/changes?since={known}")).IsProblem(HttpStatusCode.Gone, "position-gone");
        (await restored.GetAsync("/api/v1/changes?since=1")).IsProblem(HttpStatusCode.Gone, "position-gone");
    }

    [Fact]
    public async Task A_database_that_is_missing_is_made_and_an_old_one_brought_up_to_date()
    {
        await File.WriteAllBytesAsync(folder.File("backup.db"), PreparedDatabase.Bytes, Cancel);
        Raw.Execute(folder.File("backup.db"), "update store_state set shape = 0");
        var run = await RestoreAsync("backup.db");
        Assert.Equal(
            (
                0,
                $"Database: {Path} (new)\nRendering the JSON of all articles anew (1).\n"
                    + $"Restored from {folder.File("backup.db")}: 1 article\n",
                ""),
            (run.ExitCode, run.Output, run.Error));
        Assert.Equal(["articles.db", "backup.db"], Files());
        Assert.NotEqual(["0"], Raw.Query(Path, "select shape from store_state"));
    }

    [Theory]
    [InlineData("damaged", "is damaged: ")]
    [InlineData("text", "is not a SQLite database")]
    [InlineData("empty", "is not a SQLite database")]
    [InlineData("missing", "cannot be read: ")]
    [InlineData("foreign", "is the database of another program")]
    [InlineData("newer", "has schema 9999, newer than this program's")]
    public async Task A_backup_that_cannot_be_used_is_refused_and_nothing_changes(string kind, string reason)
    {
        await File.WriteAllBytesAsync(Path, PreparedDatabase.Bytes, Cancel);
        await File.WriteAllTextAsync($"{Path}-wal", "a log", Cancel);
        await MakeAsync(kind, folder.File("backup.db"));
        var before = Files();
        var run = await RestoreAsync("backup.db");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{folder.File("backup.db")} {reason}", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, Files());
        Assert.Equal(PreparedDatabase.Bytes, await File.ReadAllBytesAsync(Path, Cancel));
        Assert.Equal("a log", await File.ReadAllTextAsync($"{Path}-wal", Cancel));
    }

    [Fact]
    public async Task The_database_itself_is_no_backup()
    {
        await File.WriteAllBytesAsync(Path, PreparedDatabase.Bytes, Cancel);
        var run = await RestoreAsync("articles.db");
        Assert.Equal((1, $"{Path} is the database itself.\n"), (run.ExitCode, run.Error));
        Assert.Equal(PreparedDatabase.Bytes, await File.ReadAllBytesAsync(Path, Cancel));
    }

    private static async Task MakeAsync(string kind, string path)
    {
        if (kind == "foreign")
        {
            Raw.Execute(path, "create table customers (id integer primary key)");
            return;
        }

        var bytes = PreparedDatabase.Bytes.ToArray();
        if (kind == "damaged")
        {
            Array.Fill(bytes, (byte)0x55, bytes.Length / 2, 8192);
        }

        switch (kind)
        {
            case "text":
                await File.WriteAllTextAsync(path, "This is no database.", Cancel);
                break;
            case "empty":
                await File.WriteAllBytesAsync(path, [], Cancel);
                break;
            case "missing":
                break;
            default:
                await File.WriteAllBytesAsync(path, bytes, Cancel);
                break;
        }

        if (kind == "newer")
        {
            Raw.Execute(path, "insert into schema_migrations (number, name, checksum, applied_at) values (9999, '9999_later', 'x', 'y')");
        }
    }

    private Task<ProgramRun> RestoreAsync(string file) => ProgramRun.InProcessAsync(folder, ["restore", folder.File(file)]);

    private IEnumerable<string?> Files() => [.. Directory.GetFiles(folder.Path).Select(System.IO.Path.GetFileName).Order()];

    private sealed class ServiceOn(string path) : Service
    {
        protected override void Configure(IWebHostBuilder builder) =>
            builder.UseSetting("ConnectionStrings:Articles", $"Data Source={path}");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();
}
