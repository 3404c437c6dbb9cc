using ArticleApi.Contract;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

internal static class ListArticleKeyPoints
{
    /// <summary>Lists the key points of an article.</summary>
    /// <param name="slug">The slug of the article, such as `ketamine-and-anorexia`.</param>
    public static async Task<Response<ListResponse<KeyPointResponse>>> Handle(
        string slug, [AsParameters] PartRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        if (await ArticleStore.FindHeadAsync(snapshot, slug, cancel) is not { } article)
        {
            return await ArticleNames.NotFoundAsync(snapshot, slug, cancel);
        }

        return await Response.WhenChangedAsync(http, ETags.OfStore(http.Request, snapshot.DataVersion), snapshot.DataVersion, async () =>
            await Lists.OfAsync(
                http,
                request,
                snapshot,
                await ArticlePartStore.ListKeyPointsAsync(
                    snapshot, article.Id, request.AfterPart(http.Request).Position, request.PageSize(), cancel),
                row => KeyPointResponse.From(row.Point),
                row => [$"{row.Position}", ""],
                () => ArticlePartStore.CountKeyPointsAsync(snapshot, article.Id, cancel)));
    }
}
