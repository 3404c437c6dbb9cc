using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ArticleApi.Tests.Storage;

/// <summary>
/// A process whose files may not grow, as on a full disk: the system refuses what it writes. The limit is set and taken away while it runs,
/// which needs no rights.
/// </summary>
public sealed partial class DiskFullTests : IDisposable
{
    // Else the system would end the process at the first refusal.
    private static readonly string[] Survivor = ["sh", "-c", "trap '' XFSZ; exec \"$0\" \"$@\""];

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_full_disk_is_a_507_until_there_is_room()
    {
        Assert.SkipUnless(CanLimit(), "prlimit, of util-linux, sets the limit.");
        using var process = ProgramRun.StartWithin(
            Survivor, folder, ["--urls", "http://127.0.0.1:0"], ("ApiKeys__0", Service.Key), ("Logging__Console__FormatterName", "json"));
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(Cancel);
            using var check = new CheckedHandler(new SocketsHttpHandler());
            using var http = new HttpClient(check) { BaseAddress = new(Address().Match(line!).Value) };
            http.DefaultRequestHeaders.Add("Authorization", $"Bearer {Service.Key}");
            Assert.Equal(HttpStatusCode.Created, (await PutAsync(http, "a")).StatusCode);

            await LimitAsync(process, "1");
            for (var i = 0; i < 3; i++)
            {
                using var refused = await PutAsync(http, "b");
                Assert.Equal((HttpStatusCode.InsufficientStorage, "storage-full"), (refused.StatusCode, await CodeAsync(refused)));
                Assert.Equal("60", refused.Headers.RetryAfter!.ToString());
            }

            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/articles/a", Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/api/v1/articles/b", Cancel)).StatusCode);
            using var ready = await http.GetAsync("/health/ready", Cancel);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "not-ready"), (ready.StatusCode, await CodeAsync(ready)));
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live", Cancel)).StatusCode);

            await LimitAsync(process, "unlimited");
            while ((await http.GetAsync("/health/ready", Cancel)).StatusCode != HttpStatusCode.OK)
            {
                await Task.Delay(100, Cancel);
            }

            Assert.Equal(HttpStatusCode.Created, (await PutAsync(http, "b")).StatusCode);
            process.Kill();
            var log = await process.StandardOutput.ReadToEndAsync(Cancel);
            Assert.Single(Faults().Matches(log));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task A_backup_and_a_restore_on_a_full_disk_say_so_and_leave_nothing()
    {
        Assert.SkipUnless(CanLimit(), "prlimit, of util-linux, sets the limit.");
        await File.WriteAllBytesAsync(folder.File("articles.db"), PreparedDatabase.Bytes, Cancel);
        await File.WriteAllBytesAsync(folder.File("old.db"), PreparedDatabase.Bytes, Cancel);
        var size = PreparedDatabase.Bytes.Length;

        // The runtime itself makes a large file at its start, unless it is told not to.
        string[] starter = ["sh", "-c", $"trap '' XFSZ; exec prlimit --fsize={size / 2}: \"$0\" \"$@\""];
        foreach (var arguments in new[] { new[] { "backup", "copy.db" }, ["restore", "old.db"] })
        {
            var run = await ProgramRun.WithinAsync(starter, folder, arguments, ("DOTNET_EnableWriteXorExecute", "0"));
            Assert.Equal(1, run.ExitCode);
            Assert.Contains(".partial cannot be written: ", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
            Assert.Equal(["articles.db", "old.db"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
            Assert.Equal(PreparedDatabase.Bytes, await File.ReadAllBytesAsync(folder.File("old.db"), Cancel));
        }
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient http, string slug) => http.PutAsync(
        $"/api/v1/articles/{slug}",
        Service.Body($$"""{ "title": "{{slug}}", "sections": [ { "paragraphs": [ { "text": "Zinc." } ] } ] }""", "application/json"),
        Cancel);

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!["code"];

    private static async Task LimitAsync(Process process, string bytes)
    {
        using var prlimit = Process.Start("prlimit", ["--pid", $"{process.Id}", $"--fsize={bytes}:"]);
        await prlimit.WaitForExitAsync(Cancel);
        Assert.Equal(0, prlimit.ExitCode);
    }

    private static bool CanLimit() => File.Exists("/usr/bin/prlimit") || File.Exists("/bin/prlimit");

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();

    [GeneratedRegex("\"Message\":\"The store fail")]
    private static partial Regex Faults();
}
