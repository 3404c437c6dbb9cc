using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ArticleApi.Tests.Commands;

public sealed partial class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(
        "ConnectionStrings__Articles", "Data Source={folder}/text.db",
        "text.db is not a SQLite database. Name another file in ConnectionStrings__Articles.")]
    [InlineData(
        "ConnectionStrings__Articles", "Data Source={folder}/missing/articles.db",
        "articles.db cannot be opened: its folder does not exist.")]
    [InlineData(
        "ConnectionStrings__Articles", "Host=localhost;Database=articles",
        "names a PostgreSQL server, which this version cannot use. Expected: Data Source=PATH.")]
    [InlineData("Seed", "maybe", "The setting Seed must be true or false, not 'maybe'.")]
    [InlineData("Cache__MaxAge", "-1", "The setting Cache__MaxAge must be a number of seconds, 0 or more, not '-1'.")]
    [InlineData("Cache__MaxBytes", "-1", "The setting Cache__MaxBytes must be a number of bytes, 0 or more, not '-1'.")]
    [InlineData("Cache__MaxBytes", "64M", "The setting Cache__MaxBytes must be a number of bytes, 0 or more, not '64M'.")]
    [InlineData("Storage__Durability", "half", "The setting Storage__Durability must be full or process, not 'half'.")]
    [InlineData(
        "Storage__MemoryMap", "some", "The setting Storage__MemoryMap must be true, false or a number of bytes, 0 or more, not 'some'.")]
    [InlineData("Storage__BusySeconds", "0", "The setting Storage__BusySeconds must be a number of seconds, 1 to 3600, not '0'.")]
    [InlineData("ApiKeys__editor", "sha256:1", "The setting ApiKeys__editor must be a key, or sha256: and 64 hexadecimal digits.")]
    [InlineData("ConnectionStrings__Articles", "Data Source={folder}", "is a folder. Name a file in ConnectionStrings__Articles.")]
    [InlineData("urls", "nonsense", "Invalid url: 'nonsense'")]
    [InlineData("urls", "http://192.0.2.1:5399", "Cannot assign requested address")] // RFC 5737: nobody's.
    [InlineData("Limits__MaxBodyByte", "1", "There is no setting Limits__MaxBodyByte. Did you mean Limits__MaxBodyBytes?")]
    [InlineData("Cache__MaxByte", "1", "There is no setting Cache__MaxByte. Did you mean Cache__MaxBytes?")]
    [InlineData("cache__maxag", "1", "There is no setting Cache__maxag. Did you mean Cache__MaxAge?")]
    [InlineData("Cache__Folder__Path", "/tmp", "There is no setting Cache__Folder__Path. Expected Cache__MaxBytes or Cache__MaxAge.")]
    [InlineData("Seed__0", "false", "There is no setting Seed__0. Did you mean Seed?")]
    public async Task A_start_that_cannot_succeed_says_why_in_one_line(string setting, string value, string message)
    {
        await File.WriteAllTextAsync(folder.File("text.db"), "some text", Cancel);

        var absolute = value.Replace("{folder}", folder.Path, StringComparison.Ordinal);
        var run = await ProgramRun.InProcessAsync(folder, ["serve"], (setting, absolute));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.EndsWith($"{message}\n", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal("some text", await File.ReadAllTextAsync(folder.File("text.db"), Cancel));
    }

    [Theory]
    [InlineData(
        "ConnectionStrings__Articles", "Data Source=missing/articles.db",
        "articles.db cannot be opened: its folder does not exist.")]
    [InlineData("ASPNETCORE_URLS", "nonsense", "Invalid url: 'nonsense'")]
    [InlineData("Limits__MaxBodyByte", "1", "There is no setting Limits__MaxBodyByte. Did you mean Limits__MaxBodyBytes?")]
    [InlineData(
        "ConnectionStrings__Article", "Data Source=a.db",
        "There is no setting ConnectionStrings__Article. Did you mean ConnectionStrings__Articles?")]
    public async Task A_process_that_cannot_start_says_why_in_one_line(string variable, string value, string message)
    {
        var run = await ProgramRun.OfAsync(folder, ["serve"], (variable, value));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.EndsWith($"{message}\n", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--url=http://localhost:1", "There is no setting --url. Did you mean --urls?")]
    [InlineData("--url", "http://localhost:1", "There is no setting --url. Did you mean --urls?")]
    [InlineData("--Sead=false", "There is no setting --Sead. Did you mean --Seed?")]
    [InlineData("-Seed", "false", "There is no setting -Seed. Did you mean --Seed?")]
    [InlineData("--Limits:MaxBodyByte", "1", "There is no setting --Limits:MaxBodyByte. Did you mean --Limits:MaxBodyBytes?")]
    [InlineData("--Limits__MaxBodyBytes", "1", "There is no setting --Limits__MaxBodyBytes. Did you mean --Limits:MaxBodyBytes?")]
    [InlineData(
        "--ConnectionStrings:Article=x",
        "There is no setting --ConnectionStrings:Article. Did you mean --ConnectionStrings:Articles?")]
    [InlineData("--ApiKeys=key", "There is no setting --ApiKeys. Did you mean --ApiKeys:0?")]
    [InlineData("--enviroment=Development", "There is no setting --enviroment. Did you mean --environment?")]
    [InlineData("--colour=blue", "There is no setting --colour. serve --help tells the settings.")]
    [InlineData("--Seed", "'--Seed' is no setting: expected --name value or --name=value. --help tells the verbs.")]
    public async Task A_mistyped_setting_on_the_command_line_is_refused_with_the_nearest(params string[] argumentsAndMessage)
    {
        var run = await ProgramRun.InProcessAsync(folder, ["serve", "--Cache:MaxAge=1", .. argumentsAndMessage[..^1]]);
        Assert.Equal((2, "", $"{argumentsAndMessage[^1]}\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("import", "--help")]
    public async Task Help_tells_what_there_is(params string[] arguments)
    {
        var run = await ProgramRun.InProcessAsync(folder, arguments);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Help_of_serve_tells_every_setting()
    {
        var help = Spaces().Replace((await ProgramRun.InProcessAsync(folder, ["serve", "--help"])).Output, " ");
        Assert.All(SettingNames.All, name => Assert.Contains($"--{name}", help, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_lines_name_the_address_the_database_and_who_may_write()
    {
        var database = folder.File("articles.db");
        Assert.Equal(
            [
                "ArticleApi 0.1.0: http://127.0.0.1:PORT",
                "Swagger UI: http://127.0.0.1:PORT/swagger",
                $"Database: {database} (new), 1 article",
                "Read-only: set ApiKeys__0 to a key of your choice to allow writing.",
            ],
            await FirstLinesAsync("http://127.0.0.1:0"));
        Assert.Equal(
            [
                "ArticleApi 0.1.0: http://localhost:PORT",
                "Swagger UI: http://localhost:PORT/swagger",
                $"Database: {database}, 1 article",
                "Writing needs a key: 2 keys set.",
            ],
            await FirstLinesAsync("http://0.0.0.0:0", ("ApiKeys__0", "one"), ("ApiKeys__1", "two")));
    }

    [Fact]
    public async Task The_first_lines_are_entries_of_a_log_in_JSON()
    {
        var lines = await FirstLinesAsync("http://127.0.0.1:0", ("Logging__Console__FormatterName", "json"));
        Assert.All(lines, line => Assert.StartsWith("{", line, StringComparison.Ordinal));
        Assert.Contains("ArticleApi 0.1.0: http://127.0.0.1:PORT", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_process_serves_its_document_and_fields()
    {
        await File.WriteAllTextAsync(folder.File("article.txt"), "A title\n\nZinc is a metal.\n", Cancel);
        Assert.Equal(0, (await ProgramRun.InProcessAsync(folder, ["import", folder.File("article.txt")])).ExitCode);

        using var process = ProgramRun.Start(folder, ["--urls", "http://127.0.0.1:0"]);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(Cancel);
            using var http = new HttpClient { BaseAddress = new Uri(Address().Match(line!).Value) };
            Assert.Contains("\"openapi\"", await http.GetStringAsync("/openapi/v1.json", Cancel), StringComparison.Ordinal);
            Assert.Contains("\"text\":", await http.GetStringAsync("/api/v1/claims?fields=text", Cancel), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Starts the program, reads its first lines, and stops it as Ctrl+C does: it exits with 0.</summary>
    private async Task<IReadOnlyList<string>> FirstLinesAsync(string url, params (string Name, string Value)[] environment)
    {
        using var process = ProgramRun.Start(folder, ["serve", "--urls", url], environment);
        try
        {
            var lines = new List<string>();
            while (lines.Count < 4 && await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
            {
                lines.Add(Port().Replace(line, "$1PORT"));
            }

            using var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]);
            await process.WaitForExitAsync(Cancel);
            Assert.Equal((0, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync(Cancel)));
            return lines;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"(http://[a-z0-9.]+:)[0-9]+")]
    private static partial Regex Port();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
