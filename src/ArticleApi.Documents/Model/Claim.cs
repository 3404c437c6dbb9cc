namespace ArticleApi.Documents.Model;

/// <summary>A declarative sentence of the body, word for word, with where it stands, its topics and its citations.</summary>
public sealed record Claim
{
    /// <summary><c>clm_</c> and 16 base32 characters, derived from slug, text and occurrence.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence: exactly what <see cref="Location"/> cuts out of its paragraph.</summary>
    public required string Text { get; init; }

    /// <summary>Where the sentence stands.</summary>
    public required ClaimLocation Location { get; init; }

    /// <summary>The slugs of the topics that the sentence names, in order of slug.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Whether the sentence states or hedges; null where the hedges of its language are not known.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>The hedging words, as found, lower case, in order of place.</summary>
    public IReadOnlyList<string> Hedges { get; init; } = [];

    /// <summary>The evidence: at most one citation per reference.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Whether the claim was found by the service or written by an author.</summary>
    public ClaimOrigin Origin { get; init; }

    /// <summary>What an editor decided.</summary>
    public ReviewStatus ReviewStatus { get; init; }
}
