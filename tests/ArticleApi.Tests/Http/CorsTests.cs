using System.Net;

namespace ArticleApi.Tests.Http;

public sealed class CorsTests(Service service) : IClassFixture<Service>
{
    private const string Exposed = "ETag,Link,Data-Version,Content-Location,Retry-After,Request-Id,RateLimit,RateLimit-Policy";

    [Theory]
    [InlineData("/api/v1/claims", HttpStatusCode.OK)]
    [InlineData("/api/v1/topics/5-HT", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/api/v1/claims?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/articles/nope", HttpStatusCode.NotFound)]
    [InlineData("/nope", HttpStatusCode.NotFound)]
    public async Task Any_origin_may_read_responses_and_problems(string path, HttpStatusCode status)
    {
        var answer = await service.GetAsync(path, ("Origin", "https://reader.example"));
        Assert.Equal(status, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal(Exposed, answer.Header("Access-Control-Expose-Headers"));
        Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_cached_response_has_the_headers_of_a_made_one()
    {
        using var own = new Service();
        var origin = ("Origin", "https://reader.example");
        var made = await own.GetAsync("/api/v1/claims", origin);
        var kept = await own.GetAsync("/api/v1/claims", origin);
        Assert.Equal(HeadersOf(made), HeadersOf(kept));
        Assert.Equal((made.Text, Exposed), (kept.Text, kept.Header("Access-Control-Expose-Headers")));
        Assert.Equal(("nosniff", "v1"), (kept.Header("X-Content-Type-Options"), kept.Header("Api-Supported-Versions")));

        var unchanged = await own.GetAsync("/api/v1/claims", origin, ("If-None-Match", kept.Header("ETag")!));
        Assert.Equal((HttpStatusCode.NotModified, Exposed), (unchanged.Status, unchanged.Header("Access-Control-Expose-Headers")));
    }

    [Fact]
    public async Task Any_origin_may_read_that_nothing_has_changed()
    {
        var answer = await service.GetAsync("/api/v1/claims", ("Origin", "https://reader.example"), ("If-None-Match", "*"));
        Assert.Equal((HttpStatusCode.NotModified, "*"), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_preflight_allows_reading_with_any_header(string method)
    {
        var answer = await PreflightAsync(method);
        Assert.Equal((HttpStatusCode.NoContent, "*"), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
        Assert.Contains(method, answer.Header("Access-Control-Allow-Methods")!.Split(','));
        Assert.Equal("If-None-Match", answer.Header("Access-Control-Allow-Headers"), ignoreCase: true);
    }

    [Fact]
    public async Task A_preflight_does_not_allow_writing() =>
        Assert.DoesNotContain("PUT", (await PreflightAsync("PUT")).Header("Access-Control-Allow-Methods")!.Split(','));

    private static IEnumerable<string> HeadersOf(ApiResponse response) =>
        response.Headers.Where(header => header.Key is not ("Date" or "Request-Id"))
            .Select(header => $"{header.Key}: {header.Value}")
            .Order(StringComparer.Ordinal);

    private async Task<ApiResponse> PreflightAsync(string method)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/claims");
        request.Headers.Add("Origin", "https://reader.example");
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "If-None-Match");
        return await service.SendAsync(request);
    }
}
