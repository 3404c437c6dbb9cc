using ArticleApi.Contract;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

/// <summary>Finds the articles that requests name.</summary>
internal static class ArticleNames
{
    /// <summary>The problem of a slug that no article has now; an earlier one may have had it.</summary>
    public static async Task<ProblemResult> NotFoundAsync(Session session, string slug, CancellationToken cancel) =>
        await ArticleStore.IsDeletedAsync(session, slug, cancel)
            ? Problems.ArticleGone(slug)
            : Problems.ArticleNotFound(slug, await NearestAsync(session, slug, cancel));

    /// <summary>The article of the parameter <c>article</c>; one that is unknown is added to <paramref name="errors"/>.</summary>
    public static async Task<ArticleHead?> ResolveAsync(
        Snapshot snapshot, string? slug, List<ProblemError> errors, CancellationToken cancel)
    {
        var article = slug is null ? null : await ArticleStore.FindHeadAsync(snapshot, slug, cancel);
        if (slug is not null && article is null)
        {
            errors.Add(QueryParameters.UnknownValue("article", "article", slug, await NearestAsync(snapshot, slug, cancel)));
        }

        return article;
    }

    private static async Task<string?> NearestAsync(Session session, string slug, CancellationToken cancel) =>
        Nearest.Of(slug, await Neighbours.OfSlugAsync(session, slug, cancel));
}
