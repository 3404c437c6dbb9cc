namespace ArticleApi.Storage;

/// <summary>The orders of lists of articles.</summary>
internal static class ArticleOrders
{
    /// <summary>The first is that of a list without a search.</summary>
    public static readonly IReadOnlyList<ListOrder<ArticleSummary>> All =
    [
        new(
            "-published",
            "a.published_on desc nulls last, a.slug",
            "(coalesce(a.published_on, '') < @published or (coalesce(a.published_on, '') = @published and a.slug > @last))",
            summary => [ListKeys.OfDay(summary.Article.PublishedOn), summary.Article.Slug],
            key => key is [var published, var last] ? new { published, last } : null),
        new(
            "published",
            "coalesce(a.published_on, '~'), a.slug",
            "(coalesce(a.published_on, '~'), a.slug) > (coalesce(nullif(@published, ''), '~'), @last)",
            summary => [ListKeys.OfDay(summary.Article.PublishedOn), summary.Article.Slug],
            key => key is [var published, var last] ? new { published, last } : null),
        new(
            "slug",
            "a.slug",
            "a.slug > @last",
            summary => [summary.Article.Slug],
            key => key is [var last] ? new { last } : null),
        ListOrder<ArticleSummary>.ByRelevance(summary => summary.RankPosition),
    ];
}
