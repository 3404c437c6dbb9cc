namespace ArticleApi.Storage;

/// <summary>A claim of a list: as clients get it, and where it stands.</summary>
internal sealed record ListedClaim
{
    /// <summary>The id that clients know.</summary>
    public string PublicId { get; init; } = "";

    /// <summary>The claim as clients get it, in UTF-8.</summary>
    public byte[] Json { get; init; } = [];

    /// <summary>The slug of its article.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Its place among the claims of its article, from 1.</summary>
    public int Position { get; init; }

    /// <summary>The day of its article, where the list is in that order.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>How well a search found it, the best lowest; where the list is in that order.</summary>
    public double Rank { get; init; }
}
