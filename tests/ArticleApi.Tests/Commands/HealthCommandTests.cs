namespace ArticleApi.Tests.Commands;

public sealed class HealthCommandTests(Service service) : IClassFixture<Service>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_exit_code_is_0_for_a_service_that_is_ready()
    {
        var run = await ProgramRun.InProcessAsync(folder, ["health", "--url", $"{service.Address}"]);
        Assert.Equal((0, """{"status":"healthy"}""" + "\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task Without_an_address_it_asks_the_one_that_the_environment_names()
    {
        var all = $"http://+:{service.Address.Port};http://+:1";
        Assert.Equal(0, (await ProgramRun.OfAsync(folder, ["health"], ("ASPNETCORE_URLS", all))).ExitCode);
    }

    [Fact]
    public async Task The_exit_code_is_1_for_a_service_that_does_not_answer()
    {
        var run = await ProgramRun.InProcessAsync(folder, ["health", "--url", "http://127.0.0.1:1"]);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("http://127.0.0.1:1/ does not answer: ", run.Error, StringComparison.Ordinal);
    }
}
