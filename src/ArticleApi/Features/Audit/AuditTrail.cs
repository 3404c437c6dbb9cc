using ArticleApi.Http.Security;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Audit;

/// <summary>Enters the writes of requests into the audit.</summary>
internal static class AuditTrail
{
    /// <summary>
    /// Enters a write that changes something, in its own transaction. The log has it too, once the transaction is committed.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="write">The transaction.</param>
    /// <param name="slug">The slug of the article or topic.</param>
    /// <param name="revision">The revision after the write; the last one if it is deleted.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task RecordAsync(HttpContext http, WriteTransaction write, string slug, long? revision, CancellationToken cancel)
    {
        var recorded = RecordedWrite.Of(http, slug, revision);
        await AuditStore.AddAsync(
            write,
            new()
            {
                KeyName = recorded.Key,
                Route = recorded.Route,
                Slug = slug,
                Revision = revision,
                RequestId = recorded.RequestId,
            },
            http.RequestServices.GetRequiredService<Settings>().AuditDays,
            cancel);
        http.Features.Set(recorded);
    }
}
