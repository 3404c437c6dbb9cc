using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ArticleApi.Benchmarks.Load;

/// <summary>A server as a process of its own on the first core; it ends when this is disposed of.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly HttpClient Http = new();

    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>How long it took from its start to its first answer.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>The processor time that it has used.</summary>
    public TimeSpan Used
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Its anonymous memory in MiB: what is not backed by a file.</summary>
    public long Anonymous => File.ReadLines($"/proc/{process.Id}/smaps_rollup")
        .Where(line => line.StartsWith("Anonymous:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
        .Single();

    /// <summary>Starts a program of this folder and waits until it answers.</summary>
    /// <param name="program">The file name of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="ready">The path that answers 200 once it is ready.</param>
    /// <param name="settings">Its settings, beside its address.</param>
    public static async Task<ServerProcess> StartAsync(
        string program, string[] arguments, string ready, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("taskset", ["-c", "0", "dotnet", Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings.Append(("ASPNETCORE_URLS", address.ToString()))
            .Append(("Logging__LogLevel__Default", "Warning")))
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        var server = new ServerProcess(Process.Start(start)!, address);
        server.process.OutputDataReceived += (_, _) => { };
        server.process.BeginOutputReadLine();
        using var cancel = new CancellationTokenSource(Patience);
        while (!await server.AnswersAsync(ready, cancel.Token))
        {
            await Task.Delay(10, cancel.Token);
        }

        server.ReadyAfter = clock.Elapsed;

        return server;
    }

    /// <summary>Ends it by SIGKILL.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private async Task<bool> AnswersAsync(string path, CancellationToken cancel)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, path), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException e)
        {
            return process.HasExited ? throw new InvalidOperationException($"{process.StartInfo.ArgumentList[3]} has ended.", e) : false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
