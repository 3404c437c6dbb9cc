using ArticleApi.Features.Audit;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

internal static class DeleteArticle
{
    /// <summary>Deletes an article and its claims.</summary>
    /// <remarks>
    /// Needs `If-Match` with the `ETag` of the revision to delete, or `*`. After that the article, its parts and its claims are 410. The
    /// decisions of editors on its claims are deleted too. A `PUT` may create the article again.
    /// </remarks>
    /// <param name="slug">The slug of the article, such as `ketamine-and-anorexia`.</param>
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
                await AuditTrail.RecordAsync(http, write, slug, stored.Revision, token);
                return new WriteResponse(StatusCodes.Status204NoContent, null, await write.VersionAsync(token));
            },
            cancel);
    }
}
