namespace ArticleApi.Storage;

/// <summary>What a page of claims tells beside the claims, which are written already.</summary>
/// <param name="Last">The last claim, where there are more behind it; else null.</param>
/// <param name="Ranked">How many items of the list are ranked, from its beginning; null where it is in another order.</param>
internal sealed record ListedClaims(ListedClaim? Last, int? Ranked);
