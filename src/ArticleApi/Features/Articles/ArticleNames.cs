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

    /// <summary>
    /// The articles that a parameter names, null if it is absent; each one that is unknown is added to <paramref name="errors"/>.
    /// </summary>
    public static async Task<IReadOnlyList<ArticleHead>?> ResolveAsync(
        Snapshot snapshot, string parameter, IReadOnlyList<string>? slugs, List<ProblemError> errors, CancellationToken cancel)
    {
        if (slugs is not { Count: > 0 })
        {
            return null;
        }

        var articles = new List<ArticleHead>();
        foreach (var slug in slugs.Distinct())
        {
            if (await ArticleStore.FindHeadAsync(snapshot, slug, cancel) is { } article)
            {
                articles.Add(article);
            }
            else
            {
                errors.Add(QueryParameters.UnknownValue(parameter, "article", slug, await NearestAsync(snapshot, slug, cancel)));
            }
        }

        return articles;
    }

    private static async Task<string?> NearestAsync(Session session, string slug, CancellationToken cancel) =>
        Nearest.Of(slug, await Neighbours.OfSlugAsync(session, slug, cancel));
}
