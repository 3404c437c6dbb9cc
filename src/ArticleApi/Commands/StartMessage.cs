using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Commands;

/// <summary>
/// The first lines of a service that has started: where to open it, which database it serves, and whether anybody may write.
/// </summary>
internal static class StartMessage
{
    /// <summary>
    /// Writes the lines. Where the log has a format of its own, such as JSON, they are entries of the log; where it is to be quiet, they
    /// are left out.
    /// </summary>
    public static async Task WriteAsync(WebApplication app, bool isNew, TextWriter output)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(ArticleApi));
        if (!log.IsEnabled(LogLevel.Information))
        {
            return;
        }

        var isPlain = app.Configuration["Logging:Console:FormatterName"] is null or "simple";
        foreach (var line in await LinesAsync(app, isNew))
        {
            if (isPlain)
            {
                await output.WriteLineAsync(line);
            }
            else
            {
                log.LogInformation("{Line}", line);
            }
        }
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(WebApplication app, bool isNew)
    {
        var addresses = app.Urls.Select(ListenAddress.OnThisMachine).Distinct().ToList();
        var database = app.Services.GetRequiredService<Database>();
        using var snapshot = database.ReadAll(CancellationToken.None);
        var articles = await ArticleStore.CountAsync(snapshot, new(), CancellationToken.None);
        return
        [
            $"ArticleApi {typeof(StartMessage).Assembly.GetName().Version!.ToString(3)}: {string.Join(", ", addresses)}",
            .. addresses.Take(1).Select(address => $"Swagger UI: {address}/swagger"),
            $"{StoreCommand.Describe(database, isNew)}, {Quantity.Of(articles, "article")}",
            app.Services.GetRequiredService<Settings>().Keys.Count switch
            {
                > 0 when database.IsReadOnly => "Read-only: the database can only be read where it is.",
                0 => $"Read-only: set {SettingNames.InEnvironment(SettingNames.FirstKey)} to a key of your choice to allow writing.",
                var keys => $"Writing needs a key: {Quantity.Of(keys, "key")} set.",
            },
        ];
    }
}
