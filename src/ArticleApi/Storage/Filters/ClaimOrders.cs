namespace ArticleApi.Storage.Filters;

/// <summary>The orders of lists of claims, with their names and keys.</summary>
internal static class ClaimOrders
{
    // The id finds the claim again where its article was replaced meanwhile; the position is used where the claim is gone.
    public static readonly ListOrder<ClaimOrder, ListedClaim> ByArticle = new(
        ClaimOrder.Article,
        "article",
        claim => [claim.Slug, $"{claim.Position}", claim.PublicId],
        key => key is [var slug, var at, var last] && ListKeys.IsNumber(at, out var position) && position is not null
            ? new Dictionary<string, object?> { ["slug"] = slug, ["position"] = position, ["last"] = last }
            : null);

    /// <summary>All of them; the first is the one of a list without a search.</summary>
    public static readonly IReadOnlyList<ListOrder<ClaimOrder, ListedClaim>> All =
    [
        ByArticle,
        new(ClaimOrder.Published, "published", ByDay, DayAndId),
        new(ClaimOrder.PublishedDescending, "-published", ByDay, DayAndId),
        new(ClaimOrder.Updated, "updated", ByUpdate, ListKeys.UpdateAndLast),
        new(ClaimOrder.UpdatedDescending, "-updated", ByUpdate, ListKeys.UpdateAndLast),
        ListOrder<ClaimOrder, ListedClaim>.ByRelevance(ClaimOrder.Relevance, claim => claim.RankPosition),
    ];

    private static IReadOnlyList<string> ByDay(ListedClaim claim) => [claim.PublishedOn ?? "", claim.PublicId];

    private static IReadOnlyList<string> ByUpdate(ListedClaim claim) => [claim.UpdatedAt, claim.PublicId];

    private static Dictionary<string, object?>? DayAndId(IReadOnlyList<string> key) =>
        key is [var published, var last] ? new() { ["published"] = published, ["last"] = last } : null;
}
