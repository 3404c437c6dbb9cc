using System.Net;
using ArticleApi.Http.OpenApi;
using ArticleApi.Http.Requests;
using ArticleApi.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArticleApi.Tests.Http.Limits;

/// <summary>Statements that do not end by themselves.</summary>
public sealed class ExpensiveQueryTests
{
    private const string Endless = "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n";
    private const string Path = "/api/endless/claims";

    [Fact]
    public async Task A_query_that_takes_too_long_is_a_503_without_the_headers_of_a_read()
    {
        using var service = new EndlessService("0.2");
        var answer = (await service.GetAsync(Path)).IsProblem(HttpStatusCode.ServiceUnavailable, "too-expensive");
        Assert.StartsWith(
            "The database was read for 0.2 s without an end", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        Assert.Null(answer.Header("ETag"));
        Assert.Null(answer.Header("Data-Version"));
        await service.OkAsync("/api/v1/claims?topic=zinc"); // With the same connection.
    }

    [Fact]
    public async Task A_request_that_took_longer_than_a_second_is_logged_with_its_query_and_its_id()
    {
        var log = new RecordedLog<SlowRequests>();
        using var service = new EndlessService("1.1", log);
        var answer = await service.GetAsync(Path);
        await service.GetAsync("/health/live");
        var (_, line) = Assert.Single(log.Lines);
        Assert.Matches($@"^GET /api/endless/claims took \d+\.\d s: 503; traceId {answer.Header("Request-Id")}\.$", line);
    }

    [Theory]
    [InlineData("facet=topic&facet=article&count=exact", "Leave out facet and count")]
    [InlineData("facet=topic&facet=article&q=a*", "Give longer beginnings of words in q")]
    [InlineData("facet=topic&facet=article&q=-zinc", "Give rarer words in q, or fewer excluded ones.")]
    public async Task The_problem_says_what_to_narrow(string query, string advice)
    {
        await using var service = new ImpatientService();
        await service.InitializeAsync();
        var answer = (await service.GetAsync($"/api/v1/claims?{query}")).IsProblem(HttpStatusCode.ServiceUnavailable, "too-expensive");
        Assert.Contains(advice, (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_wait_for_a_query_that_takes_too_long_do_not_run_it_again()
    {
        using var service = new EndlessService("1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.GetAsync(Path)));
        Assert.All(answers, answer => answer.IsProblem(HttpStatusCode.ServiceUnavailable, "too-expensive"));
        Assert.InRange(service.Runs, 1, 19);
    }

    [Fact]
    public async Task A_query_stops_when_its_caller_leaves()
    {
        using var service = new EndlessService("600");
        using var leaves = new CancellationTokenSource();
        using var client = new HttpClient { BaseAddress = service.Address };
        var answer = client.GetAsync(Path, leaves.Token);
        await service.Started.WaitAsync(TestContext.Current.CancellationToken);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await service.Stopped.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_export_may_take_as_long_as_it_takes()
    {
        using var service = new ServiceWith(("Limits:RequestSeconds", "0.000001"));
        await service.OkAsync("/api/v1/exports/articles");
    }

    private sealed class ImpatientService : GeneratedLibrary
    {
        protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Limits:RequestSeconds", "0.000001");
    }

    private sealed class EndlessService(string seconds, ILogger<SlowRequests>? log = null) : Service
    {
        private int runs;

        public int Runs => runs;

        public SemaphoreSlim Started { get; } = new(0);

        public SemaphoreSlim Stopped { get; } = new(0);

        protected override void Configure(IWebHostBuilder builder) => builder
            .UseSetting("Limits:RequestSeconds", seconds)
            .ConfigureServices(services => services
                .AddSingleton(log ?? new RecordedLog<SlowRequests>())
                .AddSingleton(new ApiVersion(
                    "endless", "Takes long.", api => api.MapGet("/claims", HandleAsync).WithName("ListEndless"))));

        private async Task<IResult> HandleAsync(HttpResponse response, Database database, CancellationToken cancel)
        {
            Interlocked.Increment(ref runs);
            using var snapshot = database.Read(cancel);
            response.Headers.ETag = "\"1\"";
            response.Headers["Data-Version"] = "1";
            Started.Release();
            try
            {
                return TypedResults.Ok(await snapshot.FirstAsync<long>(Endless, null, cancel));
            }
            finally
            {
                Stopped.Release();
            }
        }
    }
}
