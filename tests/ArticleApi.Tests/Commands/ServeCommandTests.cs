namespace ArticleApi.Tests.Commands;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ConnectionStrings__Articles", "Data Source=text.db", "text.db is not a SQLite database. Name another file in ConnectionStrings__Articles.")]
    [InlineData("ConnectionStrings__Articles", "Data Source=missing/articles.db", "articles.db cannot be opened: its folder does not exist.")]
    [InlineData("ConnectionStrings__Articles", "Host=localhost;Database=articles", "names a PostgreSQL server, which this version cannot use. Expected: Data Source=PATH.")]
    [InlineData("Seed", "maybe", "The setting Seed must be true or false, not 'maybe'.")]
    [InlineData("Cache__MaxAge", "-1", "The setting Cache__MaxAge must be a number of seconds, 0 or more, not '-1'.")]
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
}
