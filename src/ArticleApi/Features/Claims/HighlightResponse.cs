using ArticleApi.Storage;

namespace ArticleApi.Features.Claims;

/// <summary>A place in a text, 0-based, half-open, in Unicode code points.</summary>
public sealed record HighlightResponse
{
    /// <summary>The offset of the first code point.</summary>
    public required int Start { get; init; }

    /// <summary>The offset after the last code point.</summary>
    public required int End { get; init; }

    internal static HighlightResponse From(Highlight place) => new() { Start = place.Start, End = place.End };
}
