using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Claims;

internal static class ListReferenceClaims
{
    /// <summary>Lists the claims that cite a reference, from all articles.</summary>
    /// <remarks>The same as `/claims?reference=…`, with the same parameters.</remarks>
    /// <param name="id">The id of the reference, `ref_…`.</param>
    public static async Task<Response<ClaimList>> Handle(
        string id, [AsParameters] ClaimRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        return await ReferenceStore.WorkExistsAsync(snapshot, id, cancel)
            ? await ListClaims.RespondAsync(http, snapshot, request, new() { WorkIds = [id] }, [], cancel)
            : Problems.WorkNotFound(id);
    }
}
