using System.Collections.Concurrent;
using System.Net;
using ArticleApi.Http.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArticleApi.Tests.Http;

public sealed class ProblemTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task A_problem_says_what_happened_where_and_what_to_do()
    {
        var problem = (await service.GetAsync("/api/v1/articles/ketamine")).IsProblem(HttpStatusCode.NotFound, "article-not-found").Json;
        Assert.Equal(["type", "title", "status", "detail", "instance", "code", "traceId"], problem.AsObject().Select(member => member.Key));
        Assert.Equal("There is no such article.", (string)problem["title"]!);
        Assert.Equal(
            "No article has the slug 'ketamine'. Did you mean 'ketamine-and-anorexia'? The list of articles has them all.",
            (string)problem["detail"]!);
        Assert.Equal("/api/v1/articles/ketamine", (string)problem["instance"]!);
    }

    [Fact]
    public async Task A_wrong_parameter_is_named_with_the_reason()
    {
        var problem = (await service.GetAsync("/api/v1/claims?topc=zinc&limit=0")).IsProblem(
            HttpStatusCode.BadRequest, "invalid-parameters").Json;
        Assert.Equal("/api/v1/claims", (string)problem["instance"]!);
        Assert.Equal(
            "This route has no parameter 'topc'. Did you mean 'topic'? limit must be from 1 to 100, not 0.", (string)problem["detail"]!);
        Assert.Equal(
            """{"parameter":"limit","code":"out-of-range","detail":"limit must be from 1 to 100, not 0."}""",
            problem["errors"]![1]!.ToJsonString());
    }

    [Theory]
    [InlineData("/nope")]
    [InlineData("/api")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/claim")]
    [InlineData("/api/v1/claims/clm_aaaaaaaaaaaaaaaa/more")]
    [InlineData("/api/v2/claims")]
    [InlineData("/openapi/v2.json")]
    [InlineData("/health")]
    public async Task An_unknown_path_is_a_problem_too(string path)
    {
        var problem = (await service.GetAsync(path)).IsProblem(HttpStatusCode.NotFound, "route-not-found").Json;
        Assert.Equal($"Nothing is served at {path}. The routes are shown at /swagger.", (string)problem["detail"]!);
    }

    [Fact]
    public async Task Two_problems_have_two_trace_ids()
    {
        var (one, other) = (await service.GetAsync("/nope"), await service.GetAsync("/nope"));
        Assert.NotEqual((string)one.Json["traceId"]!, (string)other.Json["traceId"]!);
    }

    [Fact]
    public async Task A_500_reveals_nothing_about_the_service()
    {
        using var broken = new Broken();
        var answer = (await broken.GetAsync("/api/broken/claims", ("Origin", "https://reader.example")))
            .IsProblem(HttpStatusCode.InternalServerError, "internal-error");
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.StartsWith("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Null(answer.Header("ETag"));
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal("v1, broken", answer.Header("Api-Supported-Versions"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
    }

    [Fact]
    public async Task A_500_is_logged_under_the_trace_id_of_the_problem()
    {
        using var broken = new Broken();
        var answer = await broken.GetAsync("/api/broken/claims");
        Assert.Contains(broken.Lines, line =>
            line.Contains((string)answer.Json["traceId"]!, StringComparison.Ordinal) && line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_500_has_no_body_for_head()
    {
        using var broken = new Broken();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/broken/claims");
        var answer = await broken.SendAsync(request);
        Assert.Equal((HttpStatusCode.InternalServerError, ""), (answer.Status, answer.Text));
    }

    private sealed class Broken : Service, ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        protected override void Configure(IWebHostBuilder builder) => builder
            .ConfigureLogging(logging => logging.AddProvider(this))
            .ConfigureServices(services => services.AddSingleton(new ApiVersion(
                "broken",
                "Fails.",
                api => api.MapGet("/claims", string () => throw new InvalidOperationException("secret")).WithName("Fail"))));
    }
}
