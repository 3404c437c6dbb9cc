using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

internal static class DeleteArticle
{
    /// <summary>Deletes an article with its claims.</summary>
    /// <remarks>
    /// Needs `If-Match` with the `ETag` of the revision that is to go, or `*`. The article, its parts and its claims are answered with 410 from then on; a `PUT` may create it
    /// again. What editors decided on its claims goes with it.
    /// </remarks>
    /// <param name="slug">The address of the article.</param>
    public static async Task<IResult> Handle(string slug, HttpContext http, Database database, CancellationToken cancel)
    {
        var conditions = Preconditions.Of(http);
        return await database.WriteAsync<IResult>(
            async (write, token) =>
            {
                if (await ArticleStore.FindAsync(write, slug, token) is not { } stored)
                {
                    return await ArticleNames.NotFoundAsync(write, slug, token);
                }

                if (ArticlePreconditions.Refuse(conditions, slug, stored) is { } refusal)
                {
                    return refusal;
                }

                await ArticleStore.DeleteAsync(write, stored, token);
                return new WriteResponse(StatusCodes.Status204NoContent, null, await write.VersionAsync(token));
            },
            cancel);
    }
}
