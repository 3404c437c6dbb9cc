using ArticleApi.Http.Caching;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

internal static class GetArticle
{
    /// <summary>Returns a whole article: metadata, sections, key points, references and claims.</summary>
    /// <param name="slug">The slug of the article, such as `ketamine-and-anorexia`.</param>
    public static async Task<Response<ArticleResponse>> Handle(string slug, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        var json = new PooledBuffer();
        if (snapshot.Engine.Documents.FindArticle(snapshot, slug, json) is not { } article)
        {
            return await ArticleNames.NotFoundAsync(snapshot, slug, cancel);
        }

        if (Response.IsNotModified(
            http, ETags.OfRevision(http.Request, article.Slug, article.Revision, article.UpdatedAt), snapshot.DataVersion))
        {
            return Response<ArticleResponse>.NotModified;
        }

        return Representations.IsJson(http)
            ? Response<ArticleResponse>.Rendered(json)
            : new Response<ArticleResponse>(ArticleResponse.From((await ArticleStore.FindAsync(snapshot, slug, cancel))!));
    }
}
