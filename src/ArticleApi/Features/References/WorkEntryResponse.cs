namespace ArticleApi.Features.References;

/// <summary>An entry of an article's list.</summary>
public sealed record WorkEntryResponse
{
    /// <summary>The address of the article.</summary>
    public required string Slug { get; init; }

    /// <summary>The label in its list.</summary>
    public required string Label { get; init; }
}
