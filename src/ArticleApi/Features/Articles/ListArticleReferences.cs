using ArticleApi.Contract;
using ArticleApi.Features.References;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

internal static class ListArticleReferences
{
    /// <summary>Lists the references of an article.</summary>
    /// <param name="slug">The slug of the article, such as `ketamine-and-anorexia`.</param>
    public static async Task<Response<ListResponse<ReferenceResponse>>> Handle(
        string slug, [AsParameters] PartRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        if (await ArticleStore.FindHeadAsync(snapshot, slug, cancel) is not { } article)
        {
            return await ArticleNames.NotFoundAsync(snapshot, slug, cancel);
        }

        if (await WholeList.RefuseAsync(
            http, request, () => ReferenceStore.CountOfArticleAsync(snapshot, article.Id, cancel)) is { } tooMany)
        {
            return tooMany;
        }

        return await Response.WhenChangedAsync(http, ETags.OfStore(http.Request, snapshot.DataVersion), snapshot.DataVersion, async () =>
            await Lists.OfAsync(
                http,
                request,
                snapshot,
                await ReferenceStore.ListOfArticleAsync(snapshot, article.Id, request.AfterPart(http.Request), request.Size(http), cancel),
                row => ReferenceResponse.From(row.Reference),
                row => [$"{row.Position}", row.Reference.Label],
                () => ReferenceStore.CountOfArticleAsync(snapshot, article.Id, cancel)));
    }
}
