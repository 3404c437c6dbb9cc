using System.CommandLine;

namespace ArticleApi.Commands;

/// <summary><c>serve</c>: serves over HTTP until it is stopped. Its arguments are settings.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    /// <summary>The verb as the help shows it; <see cref="RunAsync"/> is called without it.</summary>
    public static Command Create() => new(
        Name,
        "Serves over HTTP; what the program does without a verb. Takes settings, such as --urls http://localhost:5080: "
        + $"{string.Join(", ", SettingNames.All.Select(SettingNames.OnCommandLine).Prepend("--urls"))}.");

    public static async Task<int> RunAsync(string[] arguments, CommandContext context)
    {
        if (SettingNames.CheckArguments(arguments) is { } error)
        {
            await context.Error.WriteLineAsync(error);
            return CommandLine.BadUsage;
        }

        var builder = WebApplication.CreateBuilder(arguments);
        builder.Configuration.AddInMemoryCollection(context.Settings);
        await using var app = builder.AddArticleApi().Build().UseArticleApi();
        bool isNew;
        try
        {
            isNew = await app.StartServingAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await context.Error.WriteLineAsync("Stopped before the database was up to date; nothing of it was changed.");
            return CommandLine.Stopped;
        }

        await StartMessage.WriteAsync(app, isNew, context.Output);
        await app.WaitForShutdownAsync();
        return CommandLine.Success;
    }
}
