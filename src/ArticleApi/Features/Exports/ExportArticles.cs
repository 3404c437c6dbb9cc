using System.Runtime.CompilerServices;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Exports;

internal static class ExportArticles
{
    private const int BatchSize = 1000;

    /// <summary>Exports all articles.</summary>
    /// <remarks>
    /// NDJSON: each line is an article as `GET /articles/{slug}` returns it, ordered by slug. All lines are from the same version of the
    /// store, however long the export takes. The last line is `{ "end": true, "count", "sha256", "dataVersion" }`: the number of lines
    /// before it, the SHA-256 of all bytes before it in hexadecimal, and the `since` for `/changes`. If this line is missing, the export is
    /// incomplete.
    /// </remarks>
    public static async Task Handle(HttpContext http, Database database, CancellationToken cancel)
    {
        var snapshot = database.ReadAll(cancel);
        await NdjsonStream.SendAsync(http, "articles", snapshot.DataVersion, LinesAsync(snapshot, cancel), snapshot);
    }

    /// <summary>Reads the ids and slugs of all articles in batches, ordered by slug.</summary>
    public static async IAsyncEnumerable<(long Id, string Slug)> IdsAsync(
        Snapshot snapshot, [EnumeratorCancellation] CancellationToken cancel)
    {
        IReadOnlyList<(long Id, string Slug)> batch = [(0, "")];
        do
        {
            batch = await ArticleStore.ListIdsAsync(snapshot, batch[^1].Slug, BatchSize, cancel);
            foreach (var article in batch)
            {
                yield return article;
            }
        }
        while (batch.Count == BatchSize);
    }

    private static async IAsyncEnumerable<byte[]> LinesAsync(Snapshot snapshot, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var (id, _) in IdsAsync(snapshot, cancel))
        {
            yield return await snapshot.Engine.Documents.ArticleAsync(snapshot, id, cancel);
        }
    }
}
