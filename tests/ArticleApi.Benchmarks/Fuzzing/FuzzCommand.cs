using System.Diagnostics;
using System.Globalization;
using SharpFuzz;

namespace ArticleApi.Benchmarks.Fuzzing;

/// <summary>
/// <c>fuzz</c>: reads texts that are made by chance, and goes on with those that reach code in a new way. SharpFuzz
/// (https://github.com/Metalnem/sharpfuzz) counts the edges in a copy of the program; the inputs are read in a process of its own.
/// </summary>
internal static class FuzzCommand
{
    /// <summary>The verb of the process that reads the inputs.</summary>
    public const string WorkerVerb = "fuzz-worker";

    // Reading a text of 8 KB takes milliseconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="time">How long inputs are tried.</param>
    /// <param name="folder">Where what is kept and what is found is written.</param>
    /// <param name="seed">Makes the inputs other ones.</param>
    /// <returns>The exit code: 1 where something does not hold.</returns>
    public static int Run(TimeSpan time, string folder, int seed)
    {
        var program = Directory.CreateTempSubdirectory("articleapi-fuzz-").FullName;
        var corpus = Directory.CreateDirectory(Path.Combine(folder, "corpus")).FullName;
        var findings = Directory.CreateDirectory(Path.Combine(folder, "findings")).FullName;
        try
        {
            Copy(AppContext.BaseDirectory, program);
            var types = Fuzzer.Instrument(
                Path.Combine(program, "ArticleApi.Documents.dll"),
                name => name.StartsWith("ArticleApi.Documents.", StringComparison.Ordinal),
                Options.Value);
            Console.WriteLine($"{types.Count()} types are instrumented; inputs are kept below {folder}");
            var watch = Stopwatch.StartNew();
            while (watch.Elapsed < time)
            {
                if (!RunWorker(program, corpus, findings, time - watch.Elapsed, seed++))
                {
                    KeepCurrent(findings);
                }
            }

            var found = Directory.GetFiles(findings);
            Array.ForEach(found, Console.WriteLine);
            Console.WriteLine($"{found.Length} findings");
            return found.Length == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(program, recursive: true);
        }
    }

    /// <summary>Runs a process that reads inputs; says whether it ended by itself.</summary>
    private static bool RunWorker(string program, string corpus, string findings, TimeSpan time, int seed)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            [
                Path.Combine(program, "ArticleApi.Benchmarks.dll"), WorkerVerb, corpus, findings,
                Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture),
            ])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        using var worker = Process.Start(start)!;
        var current = Path.Combine(findings, FuzzWorker.Current);
        var (reading, since) = ("", TimeSpan.Zero);
        while (!worker.WaitForExit(TimeSpan.FromSeconds(1)))
        {
            // Processor time: others may keep the machine busy.
            var input = Directory.Exists(current) ? Directory.EnumerateFiles(current).FirstOrDefault() ?? "" : "";
            (reading, since) = input == reading ? (reading, since) : (input, worker.TotalProcessorTime);
            if (reading.Length > 0 && worker.TotalProcessorTime - since > Patience)
            {
                worker.Kill();
                worker.WaitForExit();
            }
        }

        return worker.ExitCode == 0;
    }

    // The input that ended the process, or that never ended.
    private static void KeepCurrent(string findings)
    {
        var current = Path.Combine(findings, FuzzWorker.Current);
        if (!Directory.Exists(current))
        {
            throw new InvalidOperationException("The process that reads inputs does not start.");
        }

        foreach (var file in Directory.GetFiles(current))
        {
            var path = Path.Combine(findings, Path.GetFileName(file));
            File.Move(file, path, overwrite: true);
            Console.WriteLine($"FINDING {path}: the process ended, or took more than {Patience.TotalSeconds} s of a processor");
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
