using System.Text.Json.Nodes;
using ArticleApi.Security;
using Microsoft.Extensions.Configuration;

namespace ArticleApi.Tests.Commands;

public sealed class KeysCommandTests
{
    [Fact]
    public async Task A_new_key_is_printed_once_with_settings_that_let_it_write_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.InProcessAsync(
            folder, ["keys", "new", "newsroom", "--scope", "articles:write", "claims:review", "--expires", "2027-01-31T13:00:00+01:00"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Empty(Directory.GetFiles(folder.Path));

        var key = run.Output.Split('\n')[0].Split(": ")[1].Trim();
        Assert.Equal(43, key.Length);
        Assert.Equal(2, run.Output.Split(key).Length);
        var lines = run.Output.Split('\n').Where(line => line.StartsWith("Keys__", StringComparison.Ordinal)).ToList();
        Assert.Equal("Keys__newsroom__Scopes=articles:write claims:review", lines[1].Trim());
        Assert.Equal("Keys__newsroom__Expires=2027-01-31T12:00:00Z", lines[2].Trim());

        var environment = new ConfigurationBuilder()
            .AddInMemoryCollection(lines.Select(line => line.Trim().Split('=', 2))
                .Select(line => KeyValuePair.Create(line[0].Replace("__", ":", StringComparison.Ordinal), (string?)line[1])))
            .Build();
        var json = run.Output[run.Output.IndexOf('{', StringComparison.Ordinal)..];
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        foreach (var settings in new[] { environment, new ConfigurationBuilder().AddJsonStream(file).Build() })
        {
            var found = KeySettings.Read(settings).Find(key)!;
            Assert.Equal("newsroom", found.Name);
            Assert.Equal(["articles:write", "claims:review"], found.Scopes);
            Assert.Equal(new DateTimeOffset(2027, 1, 31, 12, 0, 0, TimeSpan.Zero), found.Expires);
        }

        var other = await ProgramRun.InProcessAsync(folder, ["keys", "new", "newsroom"]);
        Assert.Contains($"Keys__newsroom__Scopes={string.Join(' ', Scopes.All)}", other.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(key, other.Output, StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(other.Output[other.Output.IndexOf('{', StringComparison.Ordinal)..])!["Keys"]!["newsroom"]!["Hash"]);
    }

    [Theory]
    [InlineData("keys", "new")]
    [InlineData("keys", "new", "a b")]
    [InlineData("keys", "new", "a__b")]
    [InlineData("keys", "new", "a", "--scope", "article:write")]
    [InlineData("keys", "new", "a", "--expires", "2027-01-31")]
    public async Task What_makes_no_key_is_wrong_usage(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(2, (await ProgramRun.InProcessAsync(folder, arguments)).ExitCode);
    }
}
