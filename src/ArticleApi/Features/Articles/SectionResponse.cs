using ArticleApi.Documents.Model;
using ArticleApi.Storage;

namespace ArticleApi.Features.Articles;

/// <summary>A headed part of the body, or the untitled opening.</summary>
public sealed record SectionResponse
{
    /// <summary>The heading in kebab-case, with `-2` and so on where it repeats; `lead` for the untitled opening.</summary>
    public required string Id { get; init; }

    /// <summary>The heading; null for the untitled opening.</summary>
    public required string? Heading { get; init; }

    /// <summary>The depth of the heading, 2 to 6 as in HTML.</summary>
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

/// <summary>A paragraph of clean text with the markers that were found in it.</summary>
public sealed record ParagraphResponse
{
    /// <summary>Clean text, without the markers that are mere signs.</summary>
    public required string Text { get; init; }

    /// <summary>Every pointer that resolved to a reference, in order of place.</summary>
    public required IReadOnlyList<MarkerResponse> Markers { get; init; }

    internal static ParagraphResponse From(Paragraph paragraph) =>
        new() { Text = paragraph.Text, Markers = [.. paragraph.Markers.Select(MarkerResponse.From)] };
}

/// <summary>A pointer in the text to a reference.</summary>
public sealed record MarkerResponse
{
    /// <summary>The label of the reference.</summary>
    public required string Label { get; init; }

    /// <summary>Where it stands: a 0-based offset in code points of the clean text; of a kept marker its end.</summary>
    public required int At { get; init; }

    /// <summary>The marker as printed; of a group the whole group, on its first entry, and empty on the others.</summary>
    public required string Text { get; init; }

    /// <summary>`true`: an author-year mention that stays in the text; `false`: a sign that was taken out.</summary>
    public required bool Kept { get; init; }

    internal static MarkerResponse From(Marker marker) =>
        new() { Label = marker.Label, At = marker.At, Text = marker.Text, Kept = marker.Kept };
}

/// <summary>The head of a section with its counts.</summary>
public sealed record SectionSummaryResponse
{
    /// <summary>The heading in kebab-case; `lead` for the untitled opening.</summary>
    public required string Id { get; init; }

    /// <summary>The heading; null for the untitled opening.</summary>
    public required string? Heading { get; init; }

    /// <summary>The depth of the heading, 2 to 6 as in HTML.</summary>
    public required int Level { get; init; }

    /// <summary>How many paragraphs the section has.</summary>
    public required long ParagraphCount { get; init; }

    /// <summary>How many claims it makes. Rejected ones do not count.</summary>
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
