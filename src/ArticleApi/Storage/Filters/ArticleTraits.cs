namespace ArticleApi.Storage.Filters;

/// <summary>What an article must be like for it, or its claims, to be listed. A member that is null does not restrict.</summary>
internal sealed record ArticleTraits
{
    /// <summary>The category. Only its letters and digits are compared.</summary>
    public string? Category { get; init; }

    /// <summary>A language range (RFC 4647, 3.3.1): <c>pt</c> is <c>pt</c> and <c>pt-BR</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The first day on which it may have been published.</summary>
    public DateOnly? PublishedFrom { get; init; }

    /// <summary>The last day on which it may have been published.</summary>
    public DateOnly? PublishedUntil { get; init; }

    /// <summary>The first instant at which it may have been written last.</summary>
    public DateTime? UpdatedFrom { get; init; }

    /// <summary>The last instant at which it may have been written last.</summary>
    public DateTime? UpdatedUntil { get; init; }
}
