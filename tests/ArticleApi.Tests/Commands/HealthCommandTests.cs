namespace ArticleApi.Tests.Commands;

public sealed class HealthCommandTests(Service service) : IClassFixture<Service>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_service_that_is_ready_gives_0()
    {
        var run = await ProgramRun.OfAsync(folder, ["health", "--url", $"{service.Address}"]);
        Assert.Equal((0, """{"status":"healthy"}""" + "\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task The_address_is_the_one_that_the_service_was_told()
    {
        var all = $"http://+:{service.Address.Port};http://+:1";
        Assert.Equal(0, (await ProgramRun.OfAsync(folder, ["health"], ("ASPNETCORE_URLS", all))).ExitCode);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_gives_1()
    {
        var run = await ProgramRun.OfAsync(folder, ["health", "--url", "http://127.0.0.1:1"]);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("http://127.0.0.1:1/ does not answer: ", run.Error, StringComparison.Ordinal);
    }
}
