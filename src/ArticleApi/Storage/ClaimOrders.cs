namespace ArticleApi.Storage;

/// <summary>The orders of lists of claims, over claims <c>c</c> and articles <c>a</c>.</summary>
internal static class ClaimOrders
{
    /// <summary>By article, then as printed.</summary>
    // The id finds the claim again where its article was replaced meanwhile; the position stands in where the claim is gone. The bare comparison of slugs is what
    // the index of articles begins with.
    public static readonly ListOrder<ListedClaim> ByArticle = new(
        "article",
        "a.slug, c.position",
        "a.slug >= @slug and (a.slug, c.position) > (@slug, coalesce((select position from claims where public_id = @last), @position))",
        claim => [claim.Slug, $"{claim.Position}", claim.PublicId],
        key => key is [var slug, var at, var last] && ListKeys.IsNumber(at, out var position) && position is not null
            ? new Dictionary<string, object?> { ["slug"] = slug, ["position"] = position, ["last"] = last }
            : null);

    /// <summary>The end of a statement in that order, where it begins with the claims of a topic.</summary>
    public static string OfTopic(string byArticle) =>
        byArticle.Replace("a.slug", "d.article_slug", StringComparison.Ordinal).Replace("c.position", "d.position", StringComparison.Ordinal);

    /// <summary>The first is that of a list without a search.</summary>
    public static readonly IReadOnlyList<ListOrder<ListedClaim>> All =
    [
        ByArticle,
        new(
            "published",
            "coalesce(a.published_on, '~'), c.public_id",
            "(coalesce(a.published_on, '~'), c.public_id) > (coalesce(nullif(@published, ''), '~'), @last)",
            claim => [claim.PublishedOn ?? "", claim.PublicId],
            key => key is [var published, var last] ? new Dictionary<string, object?> { ["published"] = published, ["last"] = last } : null),
        new(
            "-published",
            "coalesce(a.published_on, '') desc, c.public_id",
            "(coalesce(a.published_on, '') < @published or (coalesce(a.published_on, '') = @published and c.public_id > @last))",
            claim => [claim.PublishedOn ?? "", claim.PublicId],
            key => key is [var published, var last] ? new Dictionary<string, object?> { ["published"] = published, ["last"] = last } : null),
        ListOrder<ListedClaim>.ByRelevance(claim => claim.RankPosition),
    ];
}
