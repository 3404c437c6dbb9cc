namespace ArticleApi.Documents.Model;

/// <summary>A paragraph of clean text with the markers that were found in it.</summary>
public sealed record Paragraph
{
    /// <summary>Clean text: without the markers that are mere signs, white space folded.</summary>
    public required string Text { get; init; }

    /// <summary>Every pointer that resolved to a reference, in order of place.</summary>
    public IReadOnlyList<Marker> Markers { get; init; } = [];
}
