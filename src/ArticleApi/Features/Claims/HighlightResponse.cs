using ArticleApi.Storage;

namespace ArticleApi.Features.Claims;

/// <summary>A part of a text. Offsets are 0-based and count Unicode code points; the end is exclusive.</summary>
public sealed record HighlightResponse
{
    /// <summary>The offset of the first code point.</summary>
    public required int Start { get; init; }

    /// <summary>The offset after the last code point.</summary>
    public required int End { get; init; }

    internal static HighlightResponse From(Highlight place) => new() { Start = place.Start, End = place.End };
}
