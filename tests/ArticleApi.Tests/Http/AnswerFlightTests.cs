using System.Net;
using System.Text;
using ArticleApi.Http.Caching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArticleApi.Tests.Http;

/// <summary>Many callers that ask for the same at once, of a handler that answers when it is told to.</summary>
public sealed class AnswerFlightTests : IAsyncLifetime
{
    private const string Path = "/api/v1/slow";

    private readonly ResponseCache cache;
    private readonly WebApplication app;
    private readonly SemaphoreSlim asked = new(0), entered = new(0), go = new(0);
    private HttpClient http = null!;
    private int runs;
    private long state = 1;
    private int status = 200;

    public AnswerFlightTests()
    {
        cache = new ResponseCache(1 << 20, () => Volatile.Read(ref state));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Use(next =>
        {
            var cached = cache.Before(next);
            return context =>
            {
                var answer = cached(context); // Comes back when it waits.
                asked.Release();
                return answer;
            };
        });
        app.Run(AnswerAsync);
    }

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync(TestContext.Current.CancellationToken);
        http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
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
    public async Task One_makes_the_answer_for_all()
    {
        var answers = await AskAsync(10);
        go.Release();
        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal((HttpStatusCode.OK, "state 1, run 1"), answer));
        Assert.Equal((HttpStatusCode.OK, "state 1, run 1"), await GetAsync());
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Who_asks_after_a_write_gets_nothing_from_before_it()
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
    public async Task Who_goes_away_takes_the_answer_from_nobody()
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
    public async Task What_is_not_for_all_is_made_for_each(int failure)
    {
        status = failure;
        var answers = await AskAsync(4);
        go.Release(4);
        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal((HttpStatusCode)failure, answer.Status));
        Assert.Equal(4, runs);
        Assert.Equal(0, cache.Size);
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

    private Task<(HttpStatusCode Status, string Text)> GetAsync() => GiveUpAsync(TestContext.Current.CancellationToken);

    private async Task<(HttpStatusCode Status, string Text)> GiveUpAsync(CancellationToken cancel)
    {
        using var response = await http.GetAsync(Path, cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancel));
    }

    private async Task AnswerAsync(HttpContext context)
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
            context.Features.Get<ResponseCapture>()!.Body = Encoding.UTF8.GetBytes(body);
        }
    }
}
