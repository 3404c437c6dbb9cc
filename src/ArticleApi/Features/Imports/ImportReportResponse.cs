using ArticleApi.Documents.Importing;

namespace ArticleApi.Features.Imports;

/// <summary>What an import found and what it left out.</summary>
public sealed record ImportReportResponse
{
    /// <summary>The format of the text: `text`, `markdown`, `html` or `jats`.</summary>
    public required string Format { get; init; }

    /// <summary>The notes, in the order of the lines. Notes without a line come last.</summary>
    public required IReadOnlyList<ImportNoteResponse> Notes { get; init; }

    /// <summary>How much was found.</summary>
    public required ImportCountsResponse Counts { get; init; }

    /// <summary>The markers, as printed, that name no reference. They stay in the text. A note says where each is, and why.</summary>
    public required IReadOnlyList<string> UnresolvedMarkers { get; init; }

    /// <summary>The labels of the references that the text does not cite.</summary>
    public required IReadOnlyList<string> UncitedReferences { get; init; }

    /// <summary>
    /// How much of the text came in: its words that are in the article, its head or its references, divided by all words that no note
    /// names as left out. From 0 to 1, in thousandths, rounded down.
    /// </summary>
    public required double Coverage { get; init; }

    internal static ImportReportResponse From(ImportReport report) => new()
    {
        Format = report.Format,
        Notes = [.. report.Notes.Select(ImportNoteResponse.From)],
        Counts = ImportCountsResponse.From(report.Counts),
        UnresolvedMarkers = report.UnresolvedMarkers,
        UncitedReferences = report.UncitedReferences,
        Coverage = report.Coverage,
    };
}

/// <summary>A note of an import.</summary>
public sealed record ImportNoteResponse
{
    /// <summary>How important the note is.</summary>
    public required NoteSeverity Severity { get; init; }

    /// <summary>The kind of note for programs, in kebab-case. A code never changes.</summary>
    public required string Code { get; init; }

    /// <summary>The note for people.</summary>
    public required string Message { get; init; }

    /// <summary>The number of the line in the text, from 1, or null.</summary>
    public required int? Line { get; init; }

    internal static ImportNoteResponse From(ImportNote note) =>
        new() { Severity = note.Severity, Code = note.Code, Message = note.Message, Line = note.Line };
}

/// <summary>How much an import found.</summary>
public sealed record ImportCountsResponse
{
    /// <summary>The number of sections, including an opening without a heading.</summary>
    public required int Sections { get; init; }

    /// <summary>The number of paragraphs in all sections.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>The number of key points.</summary>
    public required int KeyPoints { get; init; }

    /// <summary>The number of references.</summary>
    public required int References { get; init; }

    /// <summary>The number of markers. A group such as `[3-5]` is three markers.</summary>
    public required int Markers { get; init; }

    /// <summary>The number of markers that name a reference.</summary>
    public required int ResolvedMarkers { get; init; }

    /// <summary>The number of claims.</summary>
    public required int Claims { get; init; }

    internal static ImportCountsResponse From(ImportCounts counts) => new()
    {
        Sections = counts.Sections,
        Paragraphs = counts.Paragraphs,
        KeyPoints = counts.KeyPoints,
        References = counts.References,
        Markers = counts.Markers,
        ResolvedMarkers = counts.ResolvedMarkers,
        Claims = counts.Claims,
    };
}
