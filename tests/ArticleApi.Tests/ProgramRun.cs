using System.Diagnostics;
using System.Text;
using ArticleApi.Commands;

namespace ArticleApi.Tests;

/// <summary>A run of the program: what it wrote, and its exit code.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Runs the program within this process, which takes a tenth of the time. Settings are those of the database of the folder, and the
    /// given ones.
    /// </summary>
    public static async Task<ProgramRun> InProcessAsync(
        TemporaryFolder folder, string[] arguments, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["ConnectionStrings:Articles"] = $"Data Source={folder.File("articles.db")}",
        };
        foreach (var (name, value) in settings)
        {
            all[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        }

        using var output = new MemoryStream();
        await using var text = new StreamWriter(output, new UTF8Encoding(false)) { AutoFlush = true };
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, new(text, error) { OpenOutput = () => output, Settings = all });
        return new(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Runs the program as a process of its own in a folder until it ends.</summary>
    public static async Task<ProgramRun> OfAsync(
        TemporaryFolder folder, string[] arguments, params (string Name, string Value)[] environment) =>
        await WithinAsync([], folder, arguments, environment);

    /// <summary>Runs the program until it ends, started by another one that gives it its surroundings.</summary>
    public static async Task<ProgramRun> WithinAsync(
        string[] starter, TemporaryFolder folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        using var process = StartWithin(starter, folder, arguments, environment);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        cancel.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel.Token);
            var error = process.StandardError.ReadToEndAsync(cancel.Token);
            await process.WaitForExitAsync(cancel.Token);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Starts the program as a process of its own in a folder.</summary>
    public static Process Start(TemporaryFolder folder, string[] arguments, params (string Name, string Value)[] environment) =>
        StartWithin([], folder, arguments, environment);

    /// <summary>Starts the program by another one that gives it its surroundings, such as a shell that calls <c>exec</c>.</summary>
    public static Process StartWithin(
        string[] starter, TemporaryFolder folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        string[] command = [.. starter, "dotnet", Path.Combine(AppContext.BaseDirectory, "ArticleApi.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
