namespace ArticleApi.Storage;

/// <summary>A page of a list of claims, whose documents are written.</summary>
/// <param name="Last">The last claim, where there are more behind it; else null.</param>
/// <param name="Ranked">How many items of the list are ranked, from its beginning; null where it is in another order.</param>
internal sealed record ListedClaims(ListedClaim? Last, int? Ranked);
