using ArticleApi.Http;
using ArticleApi.Storage;

namespace ArticleApi.Features.Claims;

internal static class GetClaim
{
    /// <summary>One claim with its evidence.</summary>
    /// <param name="id">The id of the claim, `clm_…`.</param>
    public static async Task<Answer<ClaimResponse>> Handle(string id, HttpContext http, Database database, CancellationToken cancel)
    {
        await using var snapshot = await database.ReadAsync(cancel);
        if (await ClaimStore.FindAsync(snapshot, id, cancel) is not { } claim)
        {
            return await ClaimNames.NotFoundAsync(snapshot, id, cancel);
        }

        return await Answer.WhenChangedAsync(
            http,
            ETags.OfRevision(http.Request, claim.Article.Slug, claim.Article.Revision, claim.Article.UpdatedAt),
            snapshot.DataVersion,
            () => Task.FromResult(ClaimResponse.From(claim)));
    }
}
