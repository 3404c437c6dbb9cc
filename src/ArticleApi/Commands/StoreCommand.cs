using System.CommandLine;
using ArticleApi.Storage;

namespace ArticleApi.Commands;

/// <summary>What the verbs share that work on the database without serving it.</summary>
internal static class StoreCommand
{
    /// <summary>Runs a verb with the services of the host; of its log only warnings are shown.</summary>
    public static async Task<int> RunAsync(CommandContext context, Func<IServiceProvider, Task<int>> verb)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(context.Settings);
        builder.AddArticleApi();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter(level => level >= LogLevel.Warning);
        await using var app = builder.Build();
        try
        {
            return await verb(app.Services);
        }
        catch (OperationCanceledException)
        {
            await context.Error.WriteLineAsync("Stopped. What was stored is stored, each article whole.");
            return CommandLine.Stopped;
        }
    }

    /// <summary>Opens the database, which must exist, brings it up to date and says which one it is.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="output">Where to say it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="DatabaseException">There is none.</exception>
    public static async Task<Database> OpenAsync(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        var database = services.GetRequiredService<Database>();
        if (!await database.ExistsAsync(cancel))
        {
            throw new DatabaseException(
                $"There is no database yet: {database.Location}. Name another in ConnectionStrings__Articles, or import something first.");
        }

        await services.PrepareDatabaseAsync(output.WriteLine, cancel);
        await output.WriteLineAsync(Describe(database, isNew: false));
        return database;
    }

    /// <summary><c>Database: PATH</c>, or <c>Database: PATH (new)</c>.</summary>
    public static string Describe(Database database, bool isNew) => $"Database: {database.Location}{(isNew ? " (new)" : "")}";

    /// <summary>An argument that takes the slugs of articles, or none.</summary>
    public static Argument<string[]> Slugs(string description)
    {
        var slugs = new Argument<string[]>("SLUG") { Description = description, Arity = ArgumentArity.ZeroOrMore };
        slugs.Validators.Add(given =>
        {
            foreach (var token in given.Tokens.Where(token => !Documents.Text.Slugs.IsSlug(token.Value)))
            {
                given.AddError($"'{token.Value}' is no slug of an article, and no option.");
            }
        });
        return slugs;
    }

    /// <summary>Says which slugs there are no articles of.</summary>
    /// <returns>Whether there are articles of all.</returns>
    public static async Task<bool> AreThereAsync(IEnumerable<string> slugs, IReadOnlyList<string> all, TextWriter error)
    {
        if (slugs.Except(all).ToList() is not { Count: > 0 } unknown)
        {
            return true;
        }

        await error.WriteLineAsync($"There is no article {string.Join(", ", unknown)}.");
        return false;
    }
}
