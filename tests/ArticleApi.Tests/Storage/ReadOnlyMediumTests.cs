using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace ArticleApi.Tests.Storage;

/// <summary>The program on a folder that the system lets nobody write: mounted read-only for root, whom no permission stops.</summary>
public sealed partial class ReadOnlyMediumTests : IDisposable
{
    private readonly TemporaryFolder medium = new();
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private (string, string) Database => ("ConnectionStrings__Articles", $"Data Source={medium.File("articles.db")}");

    public void Dispose()
    {
        SetWritable(true);
        medium.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Export_and_backup_read_it()
    {
        var starter = await PrepareAsync();
        var export = await ProgramRun.WithinAsync(starter, folder, ["export"], Database);
        Assert.Equal((0, $"Database: {medium.File("articles.db")}\n"), (export.ExitCode, export.Error));
        Assert.Contains("\"ketamine-and-anorexia\"", export.Output, StringComparison.Ordinal);

        var backup = await ProgramRun.WithinAsync(starter, folder, ["backup", "copy.db"], Database);
        Assert.Equal((0, ""), (backup.ExitCode, backup.Error));
        Assert.Equal(["1"], Raw.Query(folder.File("copy.db"), "select count(*) from articles"));
        Assert.Equal(["articles.db"], Directory.GetFiles(medium.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_service_serves_it_is_ready_and_refuses_writes()
    {
        using var process = ProgramRun.StartWithin(
            await PrepareAsync(), folder, ["--urls", "http://127.0.0.1:0"], Database, ("ApiKeys__0", Service.Key));
        try
        {
            var lines = new List<string>();
            while (lines.Count < 4 && await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
            {
                lines.Add(line);
            }

            Assert.Equal("Read-only: the database can only be read where it is.", lines[^1]);
            using var http = new HttpClient { BaseAddress = new(Address().Match(lines[0]).Value) };
            http.DefaultRequestHeaders.Add("Authorization", $"Bearer {Service.Key}");
            foreach (var path in new[] { "/health/ready", "/api/v1/claims?topic=zinc", "/api/v1/claims?q=zinc", "/api/v1/changes" })
            {
                Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(path, Cancel)).StatusCode);
            }

            using var put = await http.PutAsync(
                "/api/v1/topics/brass", Service.Body("""{ "name": "brass" }""", "application/json"), Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, put.StatusCode);
            Assert.Contains("\"writes-disabled\"", await put.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [InlineData("update store_state set shape = 0", "has an older schema than this program's, and is read-only.")]
    [InlineData(null, "has a log")]
    public async Task What_cannot_be_read_truly_is_refused(string? change, string reason)
    {
        var starter = await PrepareAsync(change);
        if (change is null)
        {
            SetWritable(true);
            await File.WriteAllTextAsync(medium.File("articles.db-wal"), "A log.", Cancel);
            SetWritable(false);
        }

        var run = await ProgramRun.WithinAsync(starter, folder, ["export"], Database);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private async Task<string[]> PrepareAsync(string? change = null)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The test knows how Linux makes a folder read-only.");
        await File.WriteAllBytesAsync(medium.File("articles.db"), PreparedDatabase.Bytes, Cancel);
        if (change is not null)
        {
            Raw.Execute(medium.File("articles.db"), change);
        }

        if (Environment.UserName != "root")
        {
            SetWritable(false);
            return [];
        }

        string[] starter =
        [
            "unshare", "--mount", "sh", "-c",
            $"mount --bind {medium.Path} {medium.Path} && mount -o remount,ro,bind {medium.Path} && exec \"$0\" \"$@\"",
        ];
        using var attempt = Process.Start(starter[0], [.. starter[1..], "true"]);
        await attempt.WaitForExitAsync(Cancel);
        Assert.SkipUnless(attempt.ExitCode == 0, "This root may not mount a folder read-only.");
        return starter;
    }

    private void SetWritable(bool isWritable)
    {
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(medium.Path, isWritable ? Read | UnixFileMode.UserWrite : Read);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();
}
