using ArticleApi.Http;
using ArticleApi.Storage;

namespace ArticleApi.Features.Articles;

/// <summary>Finds the articles that callers name.</summary>
internal static class ArticleNames
{
    /// <summary>The problem of a slug that no article has, though one may have had it.</summary>
    public static async Task<ProblemResult> NotFoundAsync(Session session, string slug, CancellationToken cancel) =>
        await ArticleStore.IsDeletedAsync(session, slug, cancel)
            ? Problems.ArticleGone(slug)
            : Problems.ArticleNotFound(slug, await NearestAsync(session, slug, cancel));

    /// <summary>The error of a slug that is none.</summary>
    public static ProblemError InvalidSlug(string? parameter, string slug) => new()
    {
        Parameter = parameter,
        Code = "invalid-slug",
        Detail = $"'{Faults.Quote(slug)}' is no slug: lower-case letters and digits in words joined by single hyphens, at most {Documents.Model.Article.MaxSlugLength} characters.",
    };

    /// <summary>The article of the parameter <c>article</c>; one that is unknown is added to <paramref name="errors"/>.</summary>
    public static async Task<ArticleHead?> ResolveAsync(Snapshot snapshot, string? slug, List<ProblemError> errors, CancellationToken cancel)
    {
        var article = slug is null ? null : await ArticleStore.FindHeadAsync(snapshot, slug, cancel);
        if (slug is not null && article is null)
        {
            errors.Add(QueryParameters.UnknownValue("article", "article", slug, await NearestAsync(snapshot, slug, cancel)));
        }

        return article;
    }

    private static async Task<string?> NearestAsync(Session session, string slug, CancellationToken cancel) =>
        Nearest.Of(slug, await ArticleStore.SlugsAsync(session, cancel));
}
