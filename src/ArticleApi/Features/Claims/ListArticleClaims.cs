using ArticleApi.Features.Articles;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Claims;

internal static class ListArticleClaims
{
    /// <summary>The claims of one article.</summary>
    /// <remarks>As `/claims?article=…`, with all its filters.</remarks>
    /// <param name="slug">The address of the article.</param>
    public static async Task<Response<ClaimList>> Handle(
        string slug, [AsParameters] ClaimRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read();
        return await ArticleStore.FindHeadAsync(snapshot, slug, cancel) is { } article
            ? await ListClaims.RespondAsync(http, snapshot, request, new() { ArticleIds = [article.Id] }, [], cancel)
            : await ArticleNames.NotFoundAsync(snapshot, slug, cancel);
    }
}
