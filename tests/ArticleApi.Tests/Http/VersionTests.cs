using System.Net;
using System.Text.Json.Nodes;
using ArticleApi.Http.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArticleApi.Tests.Http;

public sealed class VersionTests(VersionTests.TwoVersions two, Service one)
    : IClassFixture<VersionTests.TwoVersions>, IClassFixture<Service>
{
    [Theory]
    [MemberData(nameof(Routes.Read), MemberType = typeof(Routes))]
    public async Task A_second_version_leaves_the_first_as_it_is(string path)
    {
        var (alone, beside) = (await one.OkAsync(path), await two.OkAsync(path));
        Assert.Equal((alone.Text, alone.Header("ETag")), (beside.Text, beside.Header("ETag")));
    }

    [Fact]
    public async Task A_second_version_is_served_beside_the_first_under_the_same_rules()
    {
        Assert.Equal("two", (string)(await two.OkAsync("/api/v2/claims")).Json["version"]!);
        (await two.GetAsync("/api/v2/claims?topic=zinc")).HasErrors(("topic", "unknown-parameter", null));
        (await two.GetAsync("/api/v2/claims", ("Accept", "text/html"))).IsProblem(HttpStatusCode.NotAcceptable, "not-acceptable");
        (await two.GetAsync("/api/v2/topics")).IsProblem(HttpStatusCode.NotFound, "route-not-found");
    }

    [Fact]
    public async Task Each_version_has_its_own_document()
    {
        Assert.Equal((await one.OkAsync("/openapi/v1.json")).Text, (await two.OkAsync("/openapi/v1.json")).Text);
        var document = (await two.OkAsync("/openapi/v2.json")).Json;
        Assert.Equal(("v2", "The second."), ((string)document["info"]!["version"]!, (string)document["info"]!["description"]!));
        Assert.Contains("/api/v2/claims", document["paths"]!.AsObject().Select(path => path.Key));
        Assert.DoesNotContain("/api/v1/claims", document["paths"]!.AsObject().Select(path => path.Key));
    }

    [Theory]
    [InlineData("/api/v1/claims", HttpStatusCode.OK)]
    [InlineData("/api/v2/claims", HttpStatusCode.OK)]
    [InlineData("/api/v1/claims?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/nope", HttpStatusCode.NotFound)]
    public async Task Each_response_names_the_versions_that_are_served(string path, HttpStatusCode status)
    {
        var answer = await two.GetAsync(path);
        Assert.Equal((status, "v1, v2"), (answer.Status, answer.Header("Api-Supported-Versions")));
        Assert.Equal("v1", (await one.GetAsync(path)).Header("Api-Supported-Versions"));
    }

    /// <summary>A service with another version beside the first.</summary>
    public sealed class TwoVersions : Service
    {
        protected override void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton(
            new ApiVersion("v2", "The second.", api =>
                api.MapGet("/claims", () => TypedResults.Ok(new JsonObject { ["version"] = "two" })).WithName("ListClaims2"))));
    }
}
