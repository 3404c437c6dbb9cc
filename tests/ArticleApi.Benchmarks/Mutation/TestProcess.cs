using System.Diagnostics;

namespace ArticleApi.Benchmarks.Mutation;

/// <summary>A process that runs tests of a project again and again, each time with another mutant.</summary>
internal sealed class TestProcess(string copy, string project) : IDisposable
{
    private const string Done = "DONE ";

    private Process? process;

    /// <summary>Runs all tests, one after the other.</summary>
    /// <returns>The tests that come by each mutant; a class with an asterisk where its preparation does.</returns>
    public async Task<ILookup<int, string>> CoverageAsync(TimeSpan patience)
    {
        var log = Path.Combine(copy, $"{project}.coverage");
        if (await RunAsync($"coverage {log}", -1, patience) is not 0 and var code)
        {
            throw new InvalidOperationException($"The tests of {project} fail without a mutant: {code}.");
        }

        return File.ReadLines(log)
            .Select(line => line.Split(' '))
            .Select(words => (Mutant: int.Parse(words[0]), Test: words[1]))
            .ToLookup(
                pair => pair.Mutant,
                pair => pair.Test.StartsWith('#') ? $"{pair.Test[1..pair.Test.LastIndexOf('.')]}.*" : pair.Test);
    }

    /// <summary>Runs tests with a mutant; -1 is none.</summary>
    /// <returns>Whether they pass; null if they did not end in time.</returns>
    public async Task<bool?> PassAsync(int mutant, IEnumerable<string> tests, TimeSpan patience) =>
        await RunAsync($"run {mutant} {string.Join(' ', tests)}", -1, patience) switch
        {
            null => null,
            var code => code == 0,
        };

    /// <summary>Runs tests in a process of their own, so that the mutant is active in what is made only once.</summary>
    public async Task<bool?> PassAfreshAsync(int mutant, IEnumerable<string> tests, TimeSpan patience)
    {
        Dispose();
        var code = await RunAsync($"run {mutant} {string.Join(' ', tests)}", mutant, patience);
        Dispose();
        return code is null ? null : code == 0;
    }

    /// <summary>Ends the process; the next run begins another.</summary>
    public void Dispose()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
        process = null;
    }

    private async Task<int?> RunAsync(string line, int mutantFromTheStart, TimeSpan patience)
    {
        process ??= Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(copy, "tests", project, "bin", "Debug", "net10.0", $"{project}.dll")])
        {
            Environment = { ["MUTANT"] = $"{mutantFromTheStart}" },
            WorkingDirectory = copy,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        using var cancel = new CancellationTokenSource(patience);
        try
        {
            await process.StandardInput.WriteLineAsync(line);
            await process.StandardInput.FlushAsync(cancel.Token);
            while (await process.StandardOutput.ReadLineAsync(cancel.Token) is { } answer)
            {
                if (answer.StartsWith(Done, StringComparison.Ordinal))
                {
                    return int.Parse(answer[Done.Length..]);
                }
            }

            Dispose();
            return 1; // The mutant has ended the process.
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            Dispose();
            return e is IOException ? 1 : null;
        }
    }
}
