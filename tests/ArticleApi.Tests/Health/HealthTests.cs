using System.Net;

namespace ArticleApi.Tests.Health;

public sealed class HealthTests(Service service) : IClassFixture<Service>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_service_is_healthy(string path)
    {
        var answer = await service.OkAsync(path);
        Assert.Equal("""{"status":"healthy"}""", answer.Text);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Without_its_database_the_service_is_live_but_not_ready()
    {
        using var broken = new Service();
        broken.Database.Dispose(); // Closes the pooled connections, so that the file is read anew.
        await File.WriteAllTextAsync(broken.DatabasePath, "This is no database.", TestContext.Current.CancellationToken);

        (await broken.GetAsync("/health/ready")).IsProblem(HttpStatusCode.ServiceUnavailable, "not-ready");
        await broken.OkAsync("/health/live");
        (await broken.GetAsync("/api/v1/claims")).IsProblem(HttpStatusCode.ServiceUnavailable, "storage-damaged");
    }

    [Fact]
    public async Task The_root_redirects_to_Swagger_UI()
    {
        var root = await service.GetAsync("/");
        Assert.Equal((HttpStatusCode.Found, "/swagger"), (root.Status, root.Header("Location")));
        using var client = new HttpClient { BaseAddress = service.Address };
        Assert.Contains(
            "<title>ArticleApi</title>", await client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(
            "/openapi/v1.json",
            await client.GetStringAsync("/swagger/index.js", TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }
}
