using System.CommandLine;
using ArticleApi.Storage;

namespace ArticleApi.Commands;

/// <summary>The verbs of the program. Without one it serves.</summary>
internal static class CommandLine
{
    public const int Success = 0, Failure = 1, BadUsage = 2, Stopped = 130; // 128 and the number of SIGINT, as shells have it.

    private const string ServeVerb = "serve";

    private static readonly string[] Answered = ["--help", "-h", "-?", "/?", "/h", "--version"];

    /// <summary>Runs what the arguments say.</summary>
    /// <returns>The exit code: 0, 1 when something failed, 2 on bad usage.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        // The arguments of "serve" are configuration, such as --urls, which a command line parser would refuse.
        string[] settings = args is [ServeVerb, .. var rest] ? rest : args;
        if (settings is [] || (!Answered.Contains(settings[0]) && (args[0] == ServeVerb || settings[0].StartsWith('-'))))
        {
            return await ServeAsync(settings);
        }

        var parsed = Root().Parse(args);
        var code = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        return parsed.Errors.Count > 0 ? BadUsage : code;
    }

    private static async Task<int> ServeAsync(string[] settings)
    {
        if (Stray(settings) is { } stray)
        {
            await Console.Error.WriteLineAsync($"'{stray}' is no setting: expected --name value or --name=value. --help tells the verbs.");
            return BadUsage;
        }

        await using var app = WebApplication.CreateBuilder(settings).AddArticleApi().Build().UseArticleApi();
        await app.Services.PrepareDatabaseAsync(app.Lifetime.ApplicationStopping);
        await app.Services.GetRequiredService<Database>().BeginServingAsync(app.Lifetime.ApplicationStopping);
        await app.StartAsync();
        await app.WaitForShutdownAsync();
        return Success;
    }

    /// <summary>The first argument that the configuration would pass over in silence, or null.</summary>
    private static string? Stray(string[] settings)
    {
        for (var i = 0; i < settings.Length; i++)
        {
            if (settings[i].Contains('='))
            {
                continue;
            }

            if (!settings[i].StartsWith('-') || i + 1 == settings.Length)
            {
                return settings[i];
            }

            i++; // The value of the setting.
        }

        return null;
    }

    private static RootCommand Root() => new("Articles as sections, key points, claims and references, over HTTP.")
    {
        new Command(ServeVerb, "Serves over HTTP; what the program does without a verb. Takes settings such as --urls http://localhost:5080."),
        ImportCommand.Create(),
        ExportCommand.Create(),
        RetagCommand.Create(),
        BackupCommand.Create(),
        HealthCommand.Create(),
    };
}
