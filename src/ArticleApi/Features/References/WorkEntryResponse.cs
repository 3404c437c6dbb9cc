namespace ArticleApi.Features.References;

/// <summary>A place where a work is cited: an article, and the label in its reference list.</summary>
public sealed record WorkEntryResponse
{
    /// <summary>The slug of the article.</summary>
    public required string Slug { get; init; }

    /// <summary>The label of the work in the reference list of the article.</summary>
    public required string Label { get; init; }
}
