using ArticleApi.Features.Articles;
using ArticleApi.Services;
using ArticleApi.Storage;

namespace ArticleApi.Tests;

/// <summary>
/// The database that a first start makes, with the vocabulary and the bundled article. It is made once for a run of the tests, since that
/// takes longer than a copy.
/// </summary>
internal static class PreparedDatabase
{
    private static readonly Lazy<byte[]> File = new(() => Task.Run(MakeAsync).GetAwaiter().GetResult());

    /// <summary>The content of the file.</summary>
    public static byte[] Bytes => File.Value;

    private static async Task<byte[]> MakeAsync()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("articles.db");
        using (var database = new Database(new($"Data Source={path}"), new MovableClock(Service.Now), ArticleRenderer.Renderer))
        {
            await database.PrepareAsync((write, cancel) => Seed.FillAsync(write, articles: true, cancel), CancellationToken.None);
        }

        return await System.IO.File.ReadAllBytesAsync(path);
    }
}
