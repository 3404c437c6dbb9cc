using System.Collections.Concurrent;
using System.Diagnostics;
using ArticleApi.Benchmarks.Load;

namespace ArticleApi.Benchmarks.Stress;

/// <summary>
/// Five hundred callers that ask nothing but the slowest queries, each again as soon as it is answered. Beside them, one after the other:
/// is the process alive, a response that is kept, an article.
/// </summary>
internal static class Flood
{
    private const int Callers = 500, Articles = 200;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(30), Calm = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(string database)
    {
        using var server = await StressCommand.StartAsync(database);
        using var http = Client(server);
        var expensive = (await WorstQueries.PathsAsync(http)).Where(path => !path.Contains("limit=", StringComparison.Ordinal)).ToList();
        await ProbeAsync(http, TimeSpan.FromSeconds(5));
        var before = server.Anonymous;
        Console.WriteLine();
        Console.WriteLine($"{Callers} callers of the slowest queries for {Time.TotalSeconds:0} s");
        Tell("without them", await ProbeAsync(http, TimeSpan.FromSeconds(10)));

        using var stop = new CancellationTokenSource();
        var statuses = new ConcurrentDictionary<string, int>();
        using var callers = Client(server);
        var flood = Enumerable.Range(0, Callers).Select(i => CallAsync(callers, expensive, i, statuses, stop.Token)).ToList();
        await Task.Delay(TimeSpan.FromSeconds(3));
        var during = await ProbeAsync(http, Time);
        var most = server.Anonymous;
        await stop.CancelAsync();
        await Task.WhenAll(flood);
        Tell("beside them", during);
        Tell("once they left", await ProbeAsync(http, TimeSpan.FromSeconds(10)));
        await Task.Delay(Calm);
        Console.WriteLine($"what they got: {string.Join(", ", statuses.OrderBy(of => of.Key).Select(of => $"{of.Value} × {of.Key}"))}");
        Console.WriteLine(
            $"anonymous memory: {before} MiB before, {most} MiB beside them, {server.Anonymous} MiB {Calm.TotalSeconds:0} s after");
    }

    private static HttpClient Client(ServerProcess server) => new(new SocketsHttpHandler { MaxConnectionsPerServer = Callers })
    {
        BaseAddress = server.Address,
        Timeout = TimeSpan.FromMinutes(1),
    };

    private static async Task CallAsync(
        HttpClient http, List<string> paths, int caller, ConcurrentDictionary<string, int> statuses, CancellationToken stop)
    {
        for (var i = caller; !stop.IsCancellationRequested; i++)
        {
            // A parameter that changes nothing but the key under which the response would be kept.
            var path = $"{paths[i % paths.Count]}&limit={1 + (i % 100)}";
            string status;
            try
            {
                using var response = await http.GetAsync(new Uri(path, UriKind.Relative), stop);
                status = $"{(int)response.StatusCode}";
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                status = stop.IsCancellationRequested ? "left" : e.GetType().Name;
            }

            statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
        }
    }

    private static async Task<Probe> ProbeAsync(HttpClient http, TimeSpan time)
    {
        var probe = new Probe([], [], [], []);
        var clock = Stopwatch.StartNew();
        for (var i = 0; clock.Elapsed < time; i++)
        {
            await AskAsync(http, "/health/live", probe.Live);
            await AskAsync(http, "/api/v1/claims?topic=zinc&limit=20", probe.Kept);
            var path = $"/api/v1/articles/article-{(i % Articles) + 1:0000000}";
            probe.ArticleStatuses.Add(await AskAsync(http, path, probe.Article));
            await Task.Delay(20);
        }

        return probe;
    }

    private static async Task<int> AskAsync(HttpClient http, string path, List<double> milliseconds)
    {
        var clock = Stopwatch.StartNew();
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        await response.Content.ReadAsByteArrayAsync();
        milliseconds.Add(clock.Elapsed.TotalMilliseconds);
        return (int)response.StatusCode;
    }

    private static void Tell(string when, Probe probe) => Console.WriteLine(
        $"{when,-16} health {Times(probe.Live)}   kept {Times(probe.Kept)}   article {Times(probe.Article)}, "
        + string.Join(", ", probe.ArticleStatuses.GroupBy(status => status).Select(of => $"{of.Count()} × {of.Key}")));

    private static string Times(List<double> milliseconds)
    {
        var ordered = milliseconds.Order().ToList();
        return $"p50 {ordered[ordered.Count / 2]:0.0} p99 {ordered[(int)(ordered.Count * 0.99)]:0.0} max {ordered[^1]:0.0} ms";
    }

    private sealed record Probe(List<double> Live, List<double> Kept, List<double> Article, List<int> ArticleStatuses);
}
