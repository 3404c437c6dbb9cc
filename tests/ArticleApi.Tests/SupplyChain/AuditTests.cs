using ArticleApi.Tests.Readmes;

namespace ArticleApi.Tests.SupplyChain;

/// <summary><c>.ci/audit</c>, with a <c>dotnet</c> that answers as one does whose feed knows this or that.</summary>
public sealed class AuditTests
{
    private const string One = "echo '\"advisoryurl\": \"https://example.org\"'", None = "true";

    [Theory]
    [InlineData(One, None, 0, "audit: no package has a known vulnerability.")]
    [InlineData(One, One, 1, "advisoryurl")]
    [InlineData(None, None, 0, "nothing was checked")]
    [InlineData("exit 1", "exit 1", 0, "nothing was checked")]
    public async Task It_fails_for_a_vulnerability_and_says_so_where_the_feed_tells_none(string probe, string own, int code, string output)
    {
        var run = await ScriptRun.OfAsync(
            Path.Combine(ReadmeFile.Root, ".ci", "audit"), "dotnet", $"case \"$*\" in restore*) ;; *probe*) {probe} ;; *) {own} ;; esac");
        Assert.Equal(code, run.ExitCode);
        Assert.Contains(output, run.Output, StringComparison.Ordinal);
    }
}
