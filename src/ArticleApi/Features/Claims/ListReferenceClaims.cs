using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Claims;

internal static class ListReferenceClaims
{
    /// <summary>The claims that cite one work, over all articles.</summary>
    /// <remarks>As `/claims?reference=…`, with all its filters.</remarks>
    /// <param name="id">The id of the work, `ref_…`.</param>
    public static async Task<Response<ClaimList>> Handle(
        string id, [AsParameters] ClaimRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read();
        return await ReferenceStore.WorkExistsAsync(snapshot, id, cancel)
            ? await ListClaims.RespondAsync(http, snapshot, request, new() { WorkIds = [id] }, [], cancel)
            : Problems.WorkNotFound(id);
    }
}
