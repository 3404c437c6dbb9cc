using ArticleApi.Features.Articles;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Claims;

internal static class ListArticleClaims
{
    /// <summary>Lists the claims of an article.</summary>
    /// <remarks>The same as `/claims?article=…`, with the same parameters.</remarks>
    /// <param name="slug">The slug of the article, such as `ketamine-and-anorexia`.</param>
    public static async Task<Response<ClaimList>> Handle(
        string slug, [AsParameters] ClaimRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        return await ArticleStore.FindHeadAsync(snapshot, slug, cancel) is { } article
            ? await ListClaims.RespondAsync(http, snapshot, request, new() { ArticleIds = [article.Id] }, [], cancel)
            : await ArticleNames.NotFoundAsync(snapshot, slug, cancel);
    }
}
