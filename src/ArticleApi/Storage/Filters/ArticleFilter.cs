namespace ArticleApi.Storage.Filters;

/// <summary>Which articles are wanted. A member that is null or empty does not restrict; all others must hold together.</summary>
internal sealed record ArticleFilter
{
    /// <summary>Rows of topics: a claim of the article has one of them.</summary>
    public IReadOnlyList<long> TopicIds { get; init; } = [];

    /// <summary>The category. Only its letters and digits are compared.</summary>
    public string? Category { get; init; }

    /// <summary>The first day on which the article may have been published.</summary>
    public DateOnly? PublishedFrom { get; init; }

    /// <summary>The last day on which the article may have been published.</summary>
    public DateOnly? PublishedUntil { get; init; }

    /// <summary>Words and phrases of title, subtitle, key points and body together.</summary>
    public TextQuery? Text { get; init; }
}
