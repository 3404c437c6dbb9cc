using ArticleApi.Benchmarks.Load;

namespace ArticleApi.Benchmarks.Stress;

/// <summary>
/// <c>stress COUNT</c>: what the service does under too much load, with so many articles: its slowest queries, many that ask them at once,
/// connections that are idle or slow, and readers of exports that hardly read.
/// </summary>
internal static class StressCommand
{
    public const string Key = "a key for writing";

    /// <param name="size">The number of articles.</param>
    /// <param name="keep">A folder in which the store is kept, and found the next time; null for none.</param>
    public static async Task<int> RunAsync(int size, string? keep)
    {
        var folder = Directory.CreateTempSubdirectory("articleapi-stress-").FullName;
        try
        {
            var database = Path.Combine(keep ?? folder, $"{size}.db");
            if (!File.Exists(database))
            {
                await LoadCommand.FillAsync(size, folder, database);
            }

            await WorstQueries.RunAsync(database);
            await Flood.RunAsync(database);
            await Connections.RunAsync(database);
            await SlowExports.RunAsync(database, folder);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static Task<ServerProcess> StartAsync(string database, params (string Name, string Value)[] settings) =>
        ServerProcess.StartAsync(
            "ArticleApi.dll",
            ["serve"],
            "/health/ready",
            [("ConnectionStrings__Articles", $"Data Source={database}"), ("ApiKeys__0", Key), .. settings]);
}
