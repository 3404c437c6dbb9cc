using ArticleApi.Documents.Model;
using ArticleApi.Storage;

namespace ArticleApi.Features.Articles;

/// <summary>A section of the body: a heading with its paragraphs, or an opening without a heading.</summary>
public sealed record SectionResponse
{
    /// <summary>The id: the heading in kebab-case, with `-2` and so on if it repeats. `lead` for an opening without a heading.</summary>
    public required string Id { get; init; }

    /// <summary>The heading. Null for an opening without a heading.</summary>
    public required string? Heading { get; init; }

    /// <summary>The level of the heading, 2 to 6 as in HTML.</summary>
    public required int Level { get; init; }

    /// <summary>The paragraphs, in order.</summary>
    public required IReadOnlyList<ParagraphResponse> Paragraphs { get; init; }

    internal static SectionResponse From(Section section) => new()
    {
        Id = section.Id,
        Heading = section.Heading,
        Level = section.Level,
        Paragraphs = [.. section.Paragraphs.Select(ParagraphResponse.From)],
    };
}

/// <summary>A paragraph, and the markers that were found in it.</summary>
public sealed record ParagraphResponse
{
    /// <summary>The text, without markers such as `[3]`.</summary>
    public required string Text { get; init; }

    /// <summary>The markers that name a reference, in the order in which they stand in the text.</summary>
    public required IReadOnlyList<MarkerResponse> Markers { get; init; }

    internal static ParagraphResponse From(Paragraph paragraph) =>
        new() { Text = paragraph.Text, Markers = [.. paragraph.Markers.Select(MarkerResponse.From)] };
}

/// <summary>A marker: a place in the text that cites a reference, such as `[3]` or `Hermens et al. (2020)`.</summary>
public sealed record MarkerResponse
{
    /// <summary>The label of the cited reference.</summary>
    public required string Label { get; init; }

    /// <summary>
    /// The position of the marker in the text: a 0-based offset in Unicode code points. For a marker that is a part of the text, its end.
    /// </summary>
    public required int At { get; init; }

    /// <summary>
    /// The marker as printed. A group such as `[3-5]` is three markers: the first has the text of the group, the others have none.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>
    /// `true`: the marker is a part of the text, as `Hermens et al. (2020)` is. `false`: it was taken out of the text, as `[3]` is.
    /// </summary>
    public required bool Kept { get; init; }

    internal static MarkerResponse From(Marker marker) =>
        new() { Label = marker.Label, At = marker.At, Text = marker.Text, Kept = marker.Kept };
}

/// <summary>A section without its paragraphs, and the number of its parts.</summary>
public sealed record SectionSummaryResponse
{
    /// <summary>The id: the heading in kebab-case. `lead` for an opening without a heading.</summary>
    public required string Id { get; init; }

    /// <summary>The heading. Null for an opening without a heading.</summary>
    public required string? Heading { get; init; }

    /// <summary>The level of the heading, 2 to 6 as in HTML.</summary>
    public required int Level { get; init; }

    /// <summary>The number of paragraphs.</summary>
    public required long ParagraphCount { get; init; }

    /// <summary>The number of claims, without rejected ones.</summary>
    public required long ClaimCount { get; init; }

    internal static SectionSummaryResponse From(SectionSummary summary) => new()
    {
        Id = summary.Section.Id,
        Heading = summary.Section.Heading,
        Level = summary.Section.Level,
        ParagraphCount = summary.Paragraphs,
        ClaimCount = summary.Claims,
    };
}
