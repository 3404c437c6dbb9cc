using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ArticleApi.Tests.Commands;

public sealed partial class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ConnectionStrings__Articles", "Data Source=text.db", "text.db is not a SQLite database. Name another file in ConnectionStrings__Articles.")]
    [InlineData("ConnectionStrings__Articles", "Data Source=missing/articles.db", "articles.db cannot be opened: its folder does not exist.")]
    [InlineData("ConnectionStrings__Articles", "Host=localhost;Database=articles", "names a PostgreSQL server, which this version cannot use. Expected: Data Source=PATH.")]
    [InlineData("Seed", "maybe", "The setting Seed must be true or false, not 'maybe'.")]
    [InlineData("Cache__MaxAge", "-1", "The setting Cache__MaxAge must be a number of seconds, 0 or more, not '-1'.")]
    [InlineData("Cache__MaxBytes", "-1", "The setting Cache__MaxBytes must be a number of bytes, 0 or more, not '-1'.")]
    [InlineData("Cache__MaxBytes", "64M", "The setting Cache__MaxBytes must be a number of bytes, 0 or more, not '64M'.")]
    [InlineData("ConnectionStrings__Articles", "Data Source=.", "is a folder. Name a file in ConnectionStrings__Articles.")]
    [InlineData("ASPNETCORE_URLS", "nonsense", "Invalid url: 'nonsense'")]
    [InlineData("ASPNETCORE_URLS", "http://192.0.2.1:5399", "Cannot assign requested address")] // RFC 5737: nobody's.
    public async Task A_start_that_cannot_succeed_says_why_in_one_line(string setting, string value, string message)
    {
        await File.WriteAllTextAsync(folder.File("text.db"), "some text", TestContext.Current.CancellationToken);

        var run = await ProgramRun.OfAsync(folder, ["serve"], (setting, value));

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith($"{message}\n", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal("some text", await File.ReadAllTextAsync(folder.File("text.db"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("import", "--help")]
    public async Task Help_tells_what_there_is(params string[] arguments)
    {
        var run = await ProgramRun.OfAsync(folder, arguments);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_program_that_has_written_nothing_tells_its_document_and_fields()
    {
        await File.WriteAllTextAsync(folder.File("article.txt"), "A title\n\nZinc is a metal.\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await ProgramRun.OfAsync(folder, ["import", "article.txt"])).ExitCode);

        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ArticleApi.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            string? address = null;
            while (address is null && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                address = Listening().Match(line) is { Success: true } match ? match.Value : null;
            }

            using var http = new HttpClient { BaseAddress = new Uri(address!) };
            Assert.Contains("\"openapi\"", await http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains("\"text\":", await http.GetStringAsync("/api/v1/claims?fields=text", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Listening();
}
