using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using ArticleApi.Benchmarks.Load;

namespace ArticleApi.Benchmarks.Stress;

/// <summary>Connections that say nothing, and connections that say a byte of their request a second.</summary>
internal static class Connections
{
    private const int Idle = 10_000, Slow = 2_000, Seconds = 20;

    public static async Task RunAsync(string database)
    {
        using var server = await StressCommand.StartAsync(database);
        using var http = new HttpClient { BaseAddress = server.Address };
        Console.WriteLine();
        var before = (await LatencyAsync(http), server.Anonymous);
        var idle = await ConnectAsync(server, Idle);
        Tell($"{Idle} idle connections", before, (await LatencyAsync(http), server.Anonymous));
        idle.ForEach(socket => socket.Dispose());

        var slow = await ConnectAsync(server, Slow);
        using var stop = new CancellationTokenSource();
        var trickle = TrickleAsync(slow, stop.Token);
        await Task.Delay(TimeSpan.FromSeconds(Seconds));
        Tell($"{Slow} slow ones", before, (await LatencyAsync(http), server.Anonymous));
        await stop.CancelAsync();
        await trickle;
        slow.ForEach(socket => socket.Dispose());
    }

    private static async Task<List<Socket>> ConnectAsync(ServerProcess server, int count)
    {
        var sockets = new List<Socket>(count);
        for (var i = 0; i < count; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(server.Address.Host, server.Address.Port);
            sockets.Add(socket);
        }

        return sockets;
    }

    private static async Task TrickleAsync(List<Socket> sockets, CancellationToken stop)
    {
        var request = Encoding.ASCII.GetBytes($"GET /api/v1/claims HTTP/1.1\r\nHost: x\r\nX: {new string('x', 1000)}\r\n\r\n");
        for (var at = 0; !stop.IsCancellationRequested; at++)
        {
            foreach (var socket in sockets)
            {
                try
                {
                    await socket.SendAsync(request.AsMemory(at, 1), CancellationToken.None);
                }
                catch (SocketException)
                {
                    // The server has closed it: a request line has 30 s.
                }
            }

            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }

    private static async Task<double> LatencyAsync(HttpClient http)
    {
        var times = new List<double>();
        for (var i = 0; i < 500; i++)
        {
            var clock = Stopwatch.StartNew();
            await http.GetByteArrayAsync(new Uri($"/api/v1/claims?topic=zinc&limit={1 + (i % 100)}", UriKind.Relative));
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt((int)(times.Count * 0.99));
    }

    private static void Tell(string what, (double Slowest, long Memory) before, (double Slowest, long Memory) during) => Console.WriteLine(
        $"beside {what}: a page p99 {during.Slowest:0.0} ms ({before.Slowest:0.0} without them), "
        + $"anonymous memory {during.Memory} MiB ({before.Memory})");
}
