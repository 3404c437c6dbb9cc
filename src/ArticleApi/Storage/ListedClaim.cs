namespace ArticleApi.Storage;

/// <summary>Where a claim stands in a list.</summary>
/// <param name="PublicId">The id that clients know.</param>
/// <param name="Slug">The slug of its article.</param>
/// <param name="Position">Its place among the claims of its article, from 1.</param>
/// <param name="PublishedOn">The day of its article, <c>2022-12-04</c>; null where the list is not in that order.</param>
internal sealed record ListedClaim(string PublicId, string Slug, int Position, string? PublishedOn = null)
{
    /// <summary>When its article was written last; empty where the list is not in that order.</summary>
    public string UpdatedAt { get; init; } = "";

    /// <summary>Where it stands by relevance; where the list is in that order.</summary>
    public RankPosition? RankPosition { get; init; }
}
