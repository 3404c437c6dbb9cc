using ArticleApi.Documents.Model;

namespace ArticleApi.Storage.Filters;

/// <summary>Which claims are wanted. A member that is null or empty does not restrict; all others must hold together.</summary>
internal sealed record ClaimFilter
{
    /// <summary>Sets of rows of topics: the claim has at least one topic out of each set.</summary>
    public IReadOnlyList<IReadOnlyList<long>> TopicSets { get; init; } = [];

    /// <summary>Rows of topics that the claim must not have.</summary>
    public IReadOnlyList<long> WithoutTopics { get; init; } = [];

    /// <summary>Ids that clients know; the claim has one of them. Null for any.</summary>
    public IReadOnlyList<string>? ClaimIds { get; init; }

    /// <summary>Rows of articles; the claim stands in one of them. Null for any.</summary>
    public IReadOnlyList<long>? ArticleIds { get; init; }

    /// <summary>Which articles the claim may stand in beside those.</summary>
    public ArticleTraits Article { get; init; } = new();

    /// <summary>The id of a section, in any article.</summary>
    public string? SectionId { get; init; }

    /// <summary>Ids of works that the claim cites, every one.</summary>
    public IReadOnlyList<string> WorkIds { get; init; } = [];

    /// <summary>Whether the claim has a citation of its own, by marker or narrative.</summary>
    public bool? Cited { get; init; }

    public Certainty? Certainty { get; init; }

    /// <summary>The review status; null means every status but rejected, or every one where the filter names claims.</summary>
    public ReviewStatus? Review { get; init; }

    /// <summary>Words and phrases of the claim's text.</summary>
    public TextQuery? Text { get; init; }
}
