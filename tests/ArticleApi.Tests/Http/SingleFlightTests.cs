using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Limits;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArticleApi.Tests.Http;

/// <summary>Many requests for the same response at the same time. The handler responds when a test lets it go on.</summary>
public sealed class SingleFlightTests : IAsyncLifetime
{
    private static readonly LimitSettings Limits = new(TimeSpan.FromSeconds(5), 1, TimeSpan.FromSeconds(60), 0, 0);

    private const string Path = "/api/v1/slow", StreamPath = "/api/v1/stream";

    private readonly ResponseCache cache;
    private readonly WebApplication app;
    private readonly SemaphoreSlim asked = new(0), entered = new(0), go = new(0);
    private readonly ConcurrentQueue<string[]> headersAtStart = new();
    private readonly Channel<bool> left = Channel.CreateUnbounded<bool>();
    private HttpClient http = null!;
    private int runs;
    private long state = 1;
    private int status = 200;

    public SingleFlightTests()
    {
        cache = new ResponseCache(1 << 20, () => Volatile.Read(ref state));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new CacheSettings(MaxAge: 0, MaxBytes: 1 << 20));
        builder.Services.AddSingleton(Limits);
        builder.Services.AddSingleton(new RequestSlots(Limits, _ => false));
        builder.Services.AddSingleton(new PublicAddress(new(null, [], [])));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Use(next =>
        {
            var cached = cache.Middleware(next);
            return context =>
            {
                context.Response.OnStarting(() =>
                {
                    headersAtStart.Enqueue([.. context.Response.Headers.Keys]);
                    return Task.CompletedTask;
                });
                context.RequestAborted.Register(() => left.Writer.TryWrite(true));
                var response = cached(context); // Comes back when it waits.
                asked.Release();
                return response;
            };
        });
        app.Map(StreamPath, stream => stream.Run(StreamAsync));
        app.Run(RespondAsync);
    }

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync(TestContext.Current.CancellationToken);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        http = new HttpClient { BaseAddress = new Uri(addresses.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        cache.Dispose();
        asked.Dispose();
        entered.Dispose();
        go.Dispose();
    }

    [Fact]
    public async Task One_request_makes_the_response_for_all()
    {
        var answers = await AskAsync(10);
        go.Release();
        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal((HttpStatusCode.OK, "state 1, run 1"), answer));
        Assert.Equal((HttpStatusCode.OK, "state 1, run 1"), await GetAsync());
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_request_after_a_write_gets_no_response_from_before_it()
    {
        var before = await AskAsync(2);
        Interlocked.Increment(ref state);
        var after = await AskAsync(2);
        go.Release(3); // One who asked before waited for what cannot be kept, and makes it again.
        Assert.Contains("state 1, run 1", (await Task.WhenAll(before)).Select(answer => answer.Text));
        Assert.All(await Task.WhenAll(after), answer => Assert.StartsWith("state 2", answer.Text, StringComparison.Ordinal));
        Assert.StartsWith("state 2", (await GetAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_client_goes_away_another_request_makes_the_response()
    {
        using var impatience = new CancellationTokenSource();
        var first = GiveUpAsync(impatience.Token);
        await NextAsync(entered);
        await NextAsync(asked);
        var others = Enumerable.Range(0, 5).Select(_ => GetAsync()).ToList();
        await NextAsync(asked, 5);
        using var impatienceOfAWaiter = new CancellationTokenSource();
        var waiter = GiveUpAsync(impatienceOfAWaiter.Token);
        await NextAsync(asked);
        await impatienceOfAWaiter.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter);
        await left.Reader.ReadAsync(TestContext.Current.CancellationToken); // Else it may be the one that takes over.

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await NextAsync(entered); // Another takes over.
        go.Release();

        Assert.All(await Task.WhenAll(others), answer => Assert.Equal((HttpStatusCode.OK, "state 1, run 2"), answer));
        Assert.Equal(2, runs);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)] // An exception.
    public async Task A_failure_is_made_for_each_request(int failure)
    {
        status = failure;
        var answers = await AskAsync(4);
        go.Release(4);
        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal((HttpStatusCode)failure, answer.Status));
        Assert.Equal(4, runs);
        Assert.Equal(0, cache.Size);
    }

    [Fact]
    public async Task A_stream_lets_nobody_wait()
    {
        var first = GetAsync(StreamPath);
        await NextAsync(entered); // The first one is in the middle of its lines.
        var second = GetAsync(StreamPath);
        await NextAsync(entered); // And so is the second one.
        go.Release(2);
        Assert.Equal(HttpStatusCode.OK, (await first).Status);
        Assert.Equal(await first, await second);
        Assert.StartsWith("\"one\"\n\"two\"\n{\"end\":true", (await first).Text, StringComparison.Ordinal);
        Assert.Equal(0, cache.Size);
    }

    [Fact]
    public async Task A_cached_response_has_no_headers_of_the_connection_that_made_it()
    {
        go.Release();
        using var closing = new HttpRequestMessage(HttpMethod.Get, Path);
        closing.Headers.ConnectionClose = true;
        using var made = await http.SendAsync(closing, TestContext.Current.CancellationToken);
        Assert.True(made.Headers.ConnectionClose);

        using var kept = await http.GetAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal("state 1, run 1", await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotEqual(true, kept.Headers.ConnectionClose);
        Assert.Equal(2, headersAtStart.Count);
        Assert.All(headersAtStart, names => Assert.DoesNotContain("Date", names)); // The server adds its own.
    }

    private static async Task NextAsync(SemaphoreSlim signal, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.True(await signal.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        }
    }

    // Comes back when one makes the answer, and the others wait for it.
    private async Task<List<Task<(HttpStatusCode Status, string Text)>>> AskAsync(int count)
    {
        var answers = Enumerable.Range(0, count).Select(_ => GetAsync()).ToList();
        await NextAsync(entered);
        await NextAsync(asked, count);
        return answers;
    }

    private Task<(HttpStatusCode Status, string Text)> GetAsync(string path = Path) =>
        GiveUpAsync(TestContext.Current.CancellationToken, path);

    private async Task<(HttpStatusCode Status, string Text)> GiveUpAsync(CancellationToken cancel, string path = Path)
    {
        using var response = await http.GetAsync(path, cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancel));
    }

    private async Task RespondAsync(HttpContext context)
    {
        var body = $"state {Volatile.Read(ref state)}, run {Interlocked.Increment(ref runs)}";
        entered.Release();
        await go.WaitAsync(context.RequestAborted);
        if (status == 500)
        {
            throw new InvalidOperationException("On purpose.");
        }

        context.Response.StatusCode = status;
        if (status == 200)
        {
            context.Response.Headers.ETag = $"\"{body}\"";
            context.Features.Get<ResponseCapture>()!.Take(Encoding.UTF8.GetBytes(body), "text/plain");
        }
    }

    private Task StreamAsync(HttpContext context) =>
        NdjsonStream.SendAsync(context, "lines", 1, LinesAsync(context.RequestAborted), Stream.Null);

    private async IAsyncEnumerable<string> LinesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        yield return "one";
        entered.Release();
        await go.WaitAsync(cancel);
        yield return "two";
    }
}
