using ArticleApi.Documents.Model;

namespace ArticleApi.Storage;

/// <summary>Which claims are wanted. What is null or empty does not restrict.</summary>
internal sealed record ClaimFilter
{
    /// <summary>Sets of topics: the claim has a topic out of each.</summary>
    public IReadOnlyList<IReadOnlyList<long>> TopicSets { get; init; } = [];

    /// <summary>Topics of which the claim has none.</summary>
    public IReadOnlyList<long> WithoutTopics { get; init; } = [];

    /// <summary>The rows of articles: the claim stands in each of them, so two different ones give nothing.</summary>
    public IReadOnlyList<long> ArticleIds { get; init; } = [];

    /// <summary>The id of a section, in any article.</summary>
    public string? SectionId { get; init; }

    /// <summary>Works: the claim cites each.</summary>
    public IReadOnlyList<string> WorkIds { get; init; } = [];

    /// <summary>Whether the claim has a citation of its own, by marker or narrative.</summary>
    public bool? Cited { get; init; }

    public Certainty? Certainty { get; init; }

    /// <summary>The review status; null is every one but rejected.</summary>
    public ReviewStatus? Review { get; init; }

    public DateOnly? PublishedFrom { get; init; }

    public DateOnly? PublishedUntil { get; init; }

    /// <summary>What the claim's text holds.</summary>
    public TextQuery? Text { get; init; }

    /// <summary>The tables and conditions of a statement over the claims that are wanted.</summary>
    public ClaimScan Scan() => new(this);
}
