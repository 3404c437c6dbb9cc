using System.CommandLine;

namespace ArticleApi.Commands;

/// <summary>The verbs of the program. Without one it serves.</summary>
internal static class CommandLine
{
    public const int Success = 0, Failure = 1, BadUsage = 2;

    private const string ServeVerb = "serve";

    private static readonly string[] Answered = ["--help", "-h", "-?", "/?", "/h", "--version"];

    /// <summary>Runs what the arguments say.</summary>
    /// <returns>The exit code: 0, 1 when something failed, 2 on bad usage.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        // The arguments of "serve" are configuration, such as --urls, which a command line parser would refuse.
        if (args is [] or [ServeVerb] || (args is [ServeVerb, var next, ..] && !Answered.Contains(next)))
        {
            return await ServeAsync([.. args.Skip(1)]);
        }

        if (args[0].StartsWith('-') && !Answered.Contains(args[0]))
        {
            return await ServeAsync(args);
        }

        var parsed = Root().Parse(args);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? BadUsage : code;
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = WebApplication.CreateBuilder(args).AddArticleApi().Build().UseArticleApi();
        await app.Services.PrepareDatabaseAsync(app.Lifetime.ApplicationStopping);
        await app.RunAsync();
        return Success;
    }

    private static RootCommand Root() => new("Articles as sections, key points, claims and references, over HTTP.")
    {
        new Command(ServeVerb, "Serves over HTTP; what the program does without a verb. Takes settings such as --urls http://localhost:5080."),
        ImportCommand.Create(),
        HealthCommand.Create(),
    };
}
