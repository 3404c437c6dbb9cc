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

    /// <summary>Queries, each of which gives the ids of claims among which all that are wanted stand, over the values of <see cref="ClaimScan.OfHits"/>.</summary>
    public IReadOnlyList<string> Bounds =>
    [
        .. WorkIds.Select((_, i) =>
            $"""
            select cc.claim_id as id
            from article_references r
            join claim_citations cc on cc.article_id = r.article_id and cc.label = r.label
            where r.work_id = @work{i}
            """),
        .. TopicSets.Select(topics => $"select claim_id as id from claim_topics where topic_id in {Conditions.In(topics)}"),
    ];

    /// <summary>The tables and conditions of a statement over the claims that are wanted.</summary>
    public ClaimScan Scan() => ClaimScan.Of(this);
}
