namespace ArticleApi.Storage.Filters;

/// <summary>The orders of lists of articles, with their names and keys.</summary>
internal static class ArticleOrders
{
    /// <summary>All of them; the first is the one of a list without a search.</summary>
    public static readonly IReadOnlyList<ListOrder<ArticleOrder, ArticleSummary>> All =
    [
        new(ArticleOrder.PublishedDescending, "-published", ByDay, DayAndSlug),
        new(ArticleOrder.Published, "published", ByDay, DayAndSlug),
        new(
            ArticleOrder.Slug,
            "slug",
            summary => [summary.Article.Slug],
            key => key is [var last] ? new Dictionary<string, object?> { ["last"] = last } : null),
        new(ArticleOrder.Updated, "updated", ByUpdate, ListKeys.UpdateAndLast),
        new(ArticleOrder.UpdatedDescending, "-updated", ByUpdate, ListKeys.UpdateAndLast),
        ListOrder<ArticleOrder, ArticleSummary>.ByRelevance(ArticleOrder.Relevance, summary => summary.RankPosition),
    ];

    private static IReadOnlyList<string> ByDay(ArticleSummary summary) =>
        [ListKeys.OfDay(summary.Article.PublishedOn), summary.Article.Slug];

    private static IReadOnlyList<string> ByUpdate(ArticleSummary summary) =>
        [ListKeys.OfInstant(summary.UpdatedAt), summary.Article.Slug];

    private static Dictionary<string, object?>? DayAndSlug(IReadOnlyList<string> key) =>
        key is [var published, var last] ? new() { ["published"] = published, ["last"] = last } : null;
}
