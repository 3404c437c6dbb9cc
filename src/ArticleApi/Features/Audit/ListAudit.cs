using ArticleApi.Contract;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Audit;

internal static class ListAudit
{
    /// <summary>Lists who wrote what, the newest write first.</summary>
    /// <remarks>
    /// Each write over HTTP that changed something is an entry. Writes by commands are not listed. Needs a key with the scope
    /// `articles:write`. The response has no `ETag`, and must not be stored.
    /// </remarks>
    public static async Task<IResult> Handle(
        [AsParameters] AuditRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        var entries = await AuditStore.ListAsync(snapshot, request.Before(http.Request), request.PageSize(), cancel);
        var list = await Lists.OfAsync(
            http,
            request,
            snapshot,
            entries,
            AuditEntryResponse.From,
            entry => [$"{entry.Id}"],
            () => AuditStore.CountAsync(snapshot, cancel));
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers[ResponseHeaders.DataVersion] = $"{snapshot.DataVersion}";
        return new Response<ListResponse<AuditEntryResponse>>(list);
    }
}
