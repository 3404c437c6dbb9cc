using ArticleApi.Contract;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

internal static class ListArticleSections
{
    /// <summary>Lists the sections of an article, without their paragraphs.</summary>
    /// <param name="slug">The slug of the article, such as `ketamine-and-anorexia`.</param>
    public static async Task<Response<ListResponse<SectionSummaryResponse>>> Handle(
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
                await ArticlePartStore.ListSectionsAsync(snapshot, article.Id, request.AfterPart(http.Request), request.PageSize(), cancel),
                SectionSummaryResponse.From,
                section => [$"{section.Position}", section.Section.Id],
                () => ArticlePartStore.CountSectionsAsync(snapshot, article.Id, cancel)));
    }
}
