using System.Runtime.CompilerServices;
using ArticleApi.Features.Topics;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Exports;

internal static class ExportTopics
{
    private const int BatchSize = 100;

    /// <summary>Exports all topics.</summary>
    /// <remarks>
    /// NDJSON: each line is a topic as `GET /topics/{topic}` returns it, ordered by slug. All lines are from the same version of the store.
    /// The last line is `{ "end": true, "count", "sha256", "dataVersion" }`, as in the export of articles.
    /// </remarks>
    public static async Task Handle(HttpContext http, Database database, CancellationToken cancel)
    {
        var snapshot = database.ReadAll(cancel);
        await NdjsonStream.SendAsync(http, "topics", snapshot.DataVersion, LinesAsync(snapshot, cancel), snapshot);
    }

    private static async IAsyncEnumerable<TopicResponse> LinesAsync(Snapshot snapshot, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (string? after = ""; after is not null;)
        {
            var batch = await TopicStore.ListAsync(snapshot, new TopicFilter(), after, BatchSize, cancel);
            foreach (var topic in batch.Items)
            {
                yield return TopicResponse.From(topic);
            }

            after = batch.HasMore ? batch.Items[^1].Topic.Slug : null;
        }
    }
}
