using ArticleApi.Contract;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

internal static class GetArticleSection
{
    /// <summary>Returns a section of an article with its paragraphs.</summary>
    /// <param name="slug">The slug of the article, such as `ketamine-and-anorexia`.</param>
    /// <param name="sectionId">The id of the section. `lead` is an opening without a heading.</param>
    public static async Task<Response<SectionResponse>> Handle(
        string slug, string sectionId, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        if (await ArticleStore.FindHeadAsync(snapshot, slug, cancel) is not { } article)
        {
            return await ArticleNames.NotFoundAsync(snapshot, slug, cancel);
        }

        if (await ArticlePartStore.FindSectionAsync(snapshot, article.Id, sectionId, cancel) is not { } section)
        {
            return Problems.SectionNotFound(
                slug, sectionId, Nearest.Of(sectionId, await ArticlePartStore.SectionIdsAsync(snapshot, article.Id, cancel)));
        }

        return await Response.WhenChangedAsync(
            http,
            ETags.OfRevision(http.Request, article.Slug, article.Revision, article.UpdatedAt),
            snapshot.DataVersion,
            () => Task.FromResult(SectionResponse.From(section)));
    }
}
