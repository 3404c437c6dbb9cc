using ArticleApi.Features.References;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

internal static class GetArticleReference
{
    /// <summary>Returns a reference of an article by its label.</summary>
    /// <param name="slug">The slug of the article, such as `ketamine-and-anorexia`.</param>
    /// <param name="label">The label in the reference list, such as `7`.</param>
    public static async Task<Response<ReferenceResponse>> Handle(
        string slug, string label, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        if (await ArticleStore.FindHeadAsync(snapshot, slug, cancel) is not { } article)
        {
            return await ArticleNames.NotFoundAsync(snapshot, slug, cancel);
        }

        var name = RouteValue.Decode(label);
        if (await ReferenceStore.FindInArticleAsync(snapshot, article.Id, name, cancel) is not { } reference)
        {
            return Problems.ReferenceNotFound(slug, name);
        }

        return await Response.WhenChangedAsync(
            http,
            ETags.OfRevision(http.Request, article.Slug, article.Revision, article.UpdatedAt),
            snapshot.DataVersion,
            () => Task.FromResult(ReferenceResponse.From(reference)));
    }
}
