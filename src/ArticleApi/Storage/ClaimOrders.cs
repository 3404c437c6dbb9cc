namespace ArticleApi.Storage;

/// <summary>The orders of lists of claims.</summary>
internal static class ClaimOrders
{
    /// <summary>The first is that of a list without a search.</summary>
    public static readonly IReadOnlyList<ListOrder<ClaimInContext>> All =
    [
        // The id finds the claim again where its article was replaced meanwhile; the position stands in where the claim is gone.
        new(
            "article",
            "a.slug, c.position",
            "(a.slug, c.position) > (@slug, coalesce((select position from claims where public_id = @last), @position))",
            claim => [claim.Article.Slug, $"{claim.Position}", claim.Claim.Id],
            key => key is [var slug, var at, var last] && ListKeys.IsNumber(at, out var position) && position is not null ? new { slug, position, last } : null),
        new(
            "published",
            "coalesce(a.published_on, '~'), c.public_id",
            "(coalesce(a.published_on, '~'), c.public_id) > (coalesce(nullif(@published, ''), '~'), @last)",
            claim => [ListKeys.OfDay(claim.Article.PublishedOn), claim.Claim.Id],
            key => key is [var published, var last] ? new { published, last } : null),
        new(
            "-published",
            "coalesce(a.published_on, '') desc, c.public_id",
            "(coalesce(a.published_on, '') < @published or (coalesce(a.published_on, '') = @published and c.public_id > @last))",
            claim => [ListKeys.OfDay(claim.Article.PublishedOn), claim.Claim.Id],
            key => key is [var published, var last] ? new { published, last } : null),
        ListOrder<ClaimInContext>.ByRelevance(claim => claim.Place),
    ];
}
