using ArticleApi.Http;
using ArticleApi.Storage;

namespace ArticleApi.Features.Articles;

internal static class GetArticle
{
    /// <summary>One article, whole: metadata, body, references and claims.</summary>
    /// <param name="slug">The address of the article.</param>
    public static async Task<Answer<ArticleResponse>> Handle(string slug, HttpContext http, Database database, CancellationToken cancel)
    {
        await using var snapshot = await database.ReadAsync(cancel);
        return await ArticleStore.FindHeadAsync(snapshot, slug, cancel) is { } article
            ? await Answer.WhenChangedAsync(
                http,
                ETags.OfRevision(http.Request, article.Slug, article.Revision, article.UpdatedAt),
                snapshot.DataVersion,
                async () => ArticleResponse.From((await ArticleStore.FindAsync(snapshot, slug, cancel))!))
            : await ArticleNames.NotFoundAsync(snapshot, slug, cancel);
    }
}
