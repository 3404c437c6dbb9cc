using System.Runtime.CompilerServices;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;

namespace ArticleApi.Features.Exports;

internal static class ExportClaims
{
    /// <summary>Every claim, rejected ones too, as a stream of lines.</summary>
    /// <remarks>
    /// NDJSON: one claim a line, by article slug, then in the order of the text, in the shape that `GET /claims/{id}` gives, all of one version of the store. The last line is
    /// `{ "end": true, "count", "sha256", "dataVersion" }`, as that of the export of articles.
    /// </remarks>
    public static async Task Handle(HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read();
        await NdjsonStream.SendAsync(http, "claims", snapshot.DataVersion, LinesAsync(snapshot, cancel));
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
