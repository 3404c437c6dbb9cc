using System.Diagnostics;

namespace ArticleApi.Tests.SupplyChain;

/// <summary>A run of a script for bash: what it wrote, and its exit code.</summary>
internal sealed record ScriptRun(int ExitCode, string Output)
{
    /// <summary>Runs a script that finds another program in place of the real one.</summary>
    /// <param name="script">The script.</param>
    /// <param name="program">The name of the program.</param>
    /// <param name="standIn">What it does instead, for a shell.</param>
    public static async Task<ScriptRun> OfAsync(string script, string program, string standIn)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script needs a shell.");
        using var folder = new TemporaryFolder();
        var cancel = TestContext.Current.CancellationToken;
        var path = folder.File(program);
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n{standIn}\n", cancel);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        using var process = Process.Start(new ProcessStartInfo("bash", [script])
        {
            Environment = { ["PATH"] = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}" },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return new(process.ExitCode, output);
    }
}
