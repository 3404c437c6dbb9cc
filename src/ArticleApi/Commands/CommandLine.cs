using System.CommandLine;
using ArticleApi.Commands.Importing;

namespace ArticleApi.Commands;

/// <summary>The verbs of the program. Without a verb it serves.</summary>
internal static class CommandLine
{
    public const int Success = 0, Failure = 1, BadUsage = 2, Stopped = 130; // 128 and the number of SIGINT, as shells have it.

    private static readonly string[] HelpAndVersion = ["--help", "-h", "-?", "/?", "/h", "--version"];

    /// <summary>Runs the verb that the arguments name.</summary>
    /// <returns>The exit code: 0, 1 when something failed, 2 on bad usage.</returns>
    public static async Task<int> RunAsync(string[] args, CommandContext context)
    {
        try
        {
            return await RunVerbAsync(args, context);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The operator can mend what is wrong: one line says what it is.
            await context.Error.WriteLineAsync(e.Message);
            return Failure;
        }
    }

    private static async Task<int> RunVerbAsync(string[] args, CommandContext context)
    {
        // The arguments of "serve" are configuration, such as --urls, which a command line parser would refuse.
        string[] settings = args is [ServeCommand.Name, .. var rest] ? rest : args;
        if (settings is [] || (!HelpAndVersion.Contains(settings[0]) && (args[0] == ServeCommand.Name || settings[0].StartsWith('-'))))
        {
            return await ServeCommand.RunAsync(settings, context);
        }

        var parsed = Root(context).Parse(args);
        var code = await parsed.InvokeAsync(
            new() { EnableDefaultExceptionHandler = false, Output = context.Output, Error = context.Error });
        return parsed.Errors.Count > 0 ? BadUsage : code;
    }

    private static RootCommand Root(CommandContext context) => new("Articles as sections, key points, claims and references, over HTTP.")
    {
        ServeCommand.Create(),
        ImportCommand.Create(context),
        ExportCommand.Create(context),
        RetagCommand.Create(context),
        BackupCommand.Create(context),
        KeysCommand.Create(context),
        RestoreCommand.Create(context),
        HealthCommand.Create(context),
    };
}
