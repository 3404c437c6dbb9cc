using System.Runtime.CompilerServices;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;

namespace ArticleApi.Features.Exports;

internal static class ExportClaims
{
    /// <summary>Exports all claims, including rejected ones.</summary>
    /// <remarks>
    /// NDJSON: each line is a claim as `GET /claims/{id}` returns it, ordered by the slug of the article and then as in the text. All lines
    /// are from the same version of the store. The last line is `{ "end": true, "count", "sha256", "dataVersion" }`, as in the export of
    /// articles.
    /// </remarks>
    public static async Task Handle(HttpContext http, Database database, CancellationToken cancel)
    {
        var snapshot = database.ReadAll(cancel);
        await NdjsonStream.SendAsync(http, "claims", snapshot.DataVersion, LinesAsync(snapshot, cancel), snapshot);
    }

    private static async IAsyncEnumerable<byte[]> LinesAsync(Snapshot snapshot, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var (id, _) in ExportArticles.IdsAsync(snapshot, cancel))
        {
            foreach (var claim in await snapshot.Engine.Documents.ClaimsOfArticleAsync(snapshot, id, cancel))
            {
                yield return claim;
            }
        }
    }
}
