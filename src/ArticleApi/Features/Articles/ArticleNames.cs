using ArticleApi.Http;
using ArticleApi.Storage;

namespace ArticleApi.Features.Articles;

/// <summary>Finds the articles that callers name.</summary>
internal static class ArticleNames
{
    /// <summary>The problem of a slug that no article has.</summary>
    public static async Task<ProblemResult> NotFoundAsync(Snapshot snapshot, string slug, CancellationToken cancel) =>
        Problems.ArticleNotFound(slug, await NearestAsync(snapshot, slug, cancel));

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

    private static async Task<string?> NearestAsync(Snapshot snapshot, string slug, CancellationToken cancel) =>
        Nearest.Of(slug, await ArticleStore.SlugsAsync(snapshot, cancel));
}
