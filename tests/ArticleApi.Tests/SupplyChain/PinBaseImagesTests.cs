using ArticleApi.Tests.Readmes;

namespace ArticleApi.Tests.SupplyChain;

/// <summary><c>.github/pin-base-images</c>, with a <c>curl</c> that answers as a registry does.</summary>
public sealed class PinBaseImagesTests : IDisposable
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Each_image_is_pinned_by_the_digest_of_its_tag()
    {
        var before = File.ReadAllText(Path.Combine(ReadmeFile.Root, "Dockerfile"));
        var (code, pinned) = await RunAsync($"printf 'HTTP/2 200\\r\\nDocker-Content-Digest: {Digest}\\r\\n\\r\\n'");
        Assert.Equal(0, code);
        Assert.Contains($"FROM mcr.microsoft.com/dotnet/sdk:10.0@{Digest} AS restore", pinned, StringComparison.Ordinal);
        Assert.Contains($"FROM mcr.microsoft.com/dotnet/aspnet:10.0@{Digest}\n", pinned, StringComparison.Ordinal);
        Assert.Contains("FROM restore AS publish", pinned, StringComparison.Ordinal);
        Assert.Equal(before.Replace("@" + Digest, ""), pinned.Replace("@" + Digest, ""));

        // A pinned image moves on to a newer digest.
        var newer = Digest.Replace('0', 'f');
        Assert.Equal((0, pinned.Replace(Digest, newer)), await RunAsync($"printf 'docker-content-digest: {newer}\\r\\n'"));
    }

    [Theory]
    [InlineData("exit 6")]
    [InlineData("printf 'HTTP/2 404\\r\\n\\r\\n'")]
    [InlineData("printf 'Docker-Content-Digest: sha256:zinc\\r\\n'")]
    public async Task An_image_whose_registry_does_not_answer_stays_as_it_is(string answer) => Assert.Equal(
        (1, File.ReadAllText(Path.Combine(ReadmeFile.Root, "Dockerfile"))), await RunAsync(answer));

    public void Dispose() => folder.Dispose();

    private async Task<(int Code, string Dockerfile)> RunAsync(string curl)
    {
        Directory.CreateDirectory(folder.File(".github"));
        var (script, dockerfile) = (folder.File(".github/pin-base-images"), folder.File("Dockerfile"));
        File.Copy(Path.Combine(ReadmeFile.Root, ".github", "pin-base-images"), script, overwrite: true);
        if (!File.Exists(dockerfile))
        {
            File.Copy(Path.Combine(ReadmeFile.Root, "Dockerfile"), dockerfile);
        }

        var run = await ScriptRun.OfAsync(script, "curl", curl);
        return (run.ExitCode, await File.ReadAllTextAsync(dockerfile, TestContext.Current.CancellationToken));
    }
}
