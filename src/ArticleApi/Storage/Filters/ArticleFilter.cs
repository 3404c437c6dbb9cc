namespace ArticleApi.Storage.Filters;

/// <summary>Which articles are wanted. A member that is null or empty does not restrict; all others must hold together.</summary>
internal sealed record ArticleFilter
{
    /// <summary>Rows of topics: a claim of the article has one of them.</summary>
    public IReadOnlyList<long> TopicIds { get; init; } = [];

    /// <summary>Slugs; the article has one of them. Null for any.</summary>
    public IReadOnlyList<string>? Slugs { get; init; }

    /// <summary>The id of a work that its reference list has.</summary>
    public string? WorkId { get; init; }

    /// <summary>What the article is like.</summary>
    public ArticleTraits Traits { get; init; } = new();

    /// <summary>Words and phrases of title, subtitle, key points and body together.</summary>
    public TextQuery? Text { get; init; }
}
