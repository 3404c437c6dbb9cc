using System.CommandLine;
using ArticleApi.Storage;

namespace ArticleApi.Commands;

/// <summary>What the verbs that work on the store without serving it share.</summary>
internal static class StoreCommand
{
    /// <summary>Runs a verb with the services of the host; of its log only warnings are shown.</summary>
    public static async Task<int> RunAsync(Func<IServiceProvider, Task<int>> verb)
    {
        var builder = WebApplication.CreateBuilder().AddArticleApi();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter(level => level >= LogLevel.Warning);
        await using var app = builder.Build();
        try
        {
            return await verb(app.Services);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. What was stored is stored, each article whole.");
            return CommandLine.Stopped;
        }
    }

    /// <summary>The database, which must be there and is brought up to date.</summary>
    /// <exception cref="DatabaseException">There is none.</exception>
    public static async Task<Database> OpenAsync(IServiceProvider services, CancellationToken cancel)
    {
        var database = services.GetRequiredService<Database>();
        if (!await database.ExistsAsync(cancel))
        {
            throw new DatabaseException($"There is no database yet: {services.GetRequiredService<Settings>().Database}. Name another in ConnectionStrings__Articles, or import something first.");
        }

        await services.PrepareDatabaseAsync(cancel);
        return database;
    }

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

    public static string Number(long count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
