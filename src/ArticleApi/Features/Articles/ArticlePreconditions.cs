using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Storage;

namespace ArticleApi.Features.Articles;

/// <summary><c>If-Match</c> and <c>If-None-Match</c> of a write, compared with the revision of the article.</summary>
internal static class ArticlePreconditions
{
    /// <summary>
    /// The problem of a write whose conditions do not hold, or that replaces an article without naming its revision; else null.
    /// </summary>
    /// <param name="conditions">The conditions of the request.</param>
    /// <param name="slug">The slug of the article.</param>
    /// <param name="stored">What is stored under the slug, or null.</param>
    public static ProblemResult? Refuse(Preconditions conditions, string slug, StoredArticle? stored) =>
        !conditions.Hold(stored is null ? null : tag => ETags.NamesRevision(tag, slug, stored.Revision, stored.UpdatedAt))
            ? Problems.ArticleChanged(slug, stored?.Revision)
            : stored is not null && !conditions.NamesState ? Problems.PreconditionRequired(slug, stored.Revision) : null;
}
