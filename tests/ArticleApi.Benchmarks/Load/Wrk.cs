using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ArticleApi.Benchmarks.Load;

/// <summary>What <c>wrk</c> measured in one round.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="Median">The time that half of the answers took at most.</param>
/// <param name="Slow">The time that 99 of 100 answers took at most.</param>
/// <param name="Errors">Answers with another status than 200 or 304, and connections that failed.</param>
/// <param name="Requests">All answers.</param>
internal sealed partial record Wrk(double PerSecond, TimeSpan Median, TimeSpan Slow, long Errors, long Requests)
{
    private const int Connections = 16;

    private const string Script = """
        local requests, last = {}, 0
        function init(args)
          for line in io.lines(args[1]) do
            local path, tag = line:match("^(%S+) ?(.*)$")
            requests[#requests + 1] = wrk.format("GET", path, tag ~= "" and { ["If-None-Match"] = tag } or {})
          end
        end
        function request()
          last = last % #requests + 1
          return requests[last]
        end
        """;

    /// <summary>Asks for the paths in turn, over 16 connections, from the second core.</summary>
    /// <param name="server">The address of the server.</param>
    /// <param name="paths">The paths with their queries, and the tag that the caller has, if any.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="folder">Where the script and the paths may be written.</param>
    public static async Task<Wrk> RunAsync(Uri server, IEnumerable<(string Path, string? Tag)> paths, int seconds, string folder)
    {
        var (script, list) = (Path.Combine(folder, "load.lua"), Path.Combine(folder, "paths.txt"));
        await File.WriteAllTextAsync(script, Script);
        await File.WriteAllLinesAsync(list, paths.Select(path => $"{path.Path} {path.Tag}".TrimEnd()));
        var start = new ProcessStartInfo(
            "taskset",
            [
                "-c",
                "1",
                "wrk",
                "-t1",
                $"-c{Connections}",
                $"-d{seconds}s",
                "--latency",
                "-s",
                script,
                server.ToString().TrimEnd('/'),
                "--",
                list,
            ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Parse(said) : throw new InvalidOperationException($"wrk ended with {process.ExitCode}: {said}");
    }

    internal static Wrk Parse(string said)
    {
        double Of(Regex what) =>
            what.Match(said) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        TimeSpan Time(Regex what)
        {
            var unit = what.Match(said).Groups[2].Value;
            return TimeSpan.FromMicroseconds(Of(what) * (unit switch { "us" => 1, "ms" => 1000, _ => 1_000_000 }));
        }

        var socket = SocketErrors().Match(said) is { Success: true } failed
            ? failed.Groups.Values.Skip(1).Sum(group => long.Parse(group.Value, CultureInfo.InvariantCulture))
            : 0;
        return new(Of(Rate()), Time(Half()), Time(NinetyNine()), (long)Of(OtherStatus()) + socket, (long)Of(Total()));
    }

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"50%\s+([0-9.]+)(us|ms|s)")]
    private static partial Regex Half();

    [GeneratedRegex(@"99%\s+([0-9.]+)(us|ms|s)")]
    private static partial Regex NinetyNine();

    [GeneratedRegex(@"Non-2xx or 3xx responses: ([0-9]+)")]
    private static partial Regex OtherStatus();

    [GeneratedRegex(@"([0-9]+) requests in")]
    private static partial Regex Total();

    [GeneratedRegex(@"Socket errors: connect ([0-9]+), read ([0-9]+), write ([0-9]+), timeout ([0-9]+)")]
    private static partial Regex SocketErrors();
}
