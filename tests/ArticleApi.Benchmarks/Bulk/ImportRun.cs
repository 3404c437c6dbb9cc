using System.Diagnostics;
using System.Globalization;

namespace ArticleApi.Benchmarks.Bulk;

/// <summary>An import by the program, as a process of its own: from its start to its end.</summary>
/// <param name="Time">How long it took.</param>
/// <param name="PeakMemory">The most memory that it had (VmHWM), in MiB.</param>
/// <param name="LargestWal">The largest that the write-ahead log was seen, in bytes.</param>
internal sealed record ImportRun(TimeSpan Time, double PeakMemory, long LargestWal)
{
    public static async Task<ImportRun> OfAsync(string lines, string database)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ArticleApi.dll"), "import", lines])
        {
            Environment = { ["ConnectionStrings__Articles"] = $"Data Source={database}", ["Seed"] = "false" },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (peak, wal) = (0.0, 0L);
        var ended = process.WaitForExitAsync();
        while (await Task.WhenAny(ended, Task.Delay(20)) != ended)
        {
            peak = Math.Max(peak, Peak(process.Id));
            wal = Math.Max(wal, new FileInfo(database + "-wal") is { Exists: true, Length: var length } ? length : 0);
        }

        var time = watch.Elapsed;
        return process.ExitCode == 0
            ? new(time, peak, wal)
            : throw new InvalidOperationException(
                $"The import ended with {process.ExitCode}: {await process.StandardOutput.ReadToEndAsync()}");
    }

    private static double Peak(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Select(
                    line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024.0)
                .FirstOrDefault();
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }
    }
}
