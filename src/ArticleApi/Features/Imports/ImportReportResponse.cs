using ArticleApi.Documents.Importing;

namespace ArticleApi.Features.Imports;

/// <summary>What was done with a text.</summary>
public sealed record ImportReportResponse
{
    /// <summary>The format that was read: `text`, `markdown`, `html` or `jats`.</summary>
    public required string Format { get; init; }

    /// <summary>The remarks, in order of line; those about no line come last.</summary>
    public required IReadOnlyList<ImportNoteResponse> Notes { get; init; }

    /// <summary>What was found, in figures.</summary>
    public required ImportCountsResponse Counts { get; init; }

    /// <summary>The markers, as printed, that resolved to nothing and stay in the text; a note tells where and why.</summary>
    public required IReadOnlyList<string> UnresolvedMarkers { get; init; }

    /// <summary>The labels of the references that nothing in the text points to.</summary>
    public required IReadOnlyList<string> UncitedReferences { get; init; }

    internal static ImportReportResponse From(ImportReport report) => new()
    {
        Format = report.Format,
        Notes = [.. report.Notes.Select(ImportNoteResponse.From)],
        Counts = ImportCountsResponse.From(report.Counts),
        UnresolvedMarkers = report.UnresolvedMarkers,
        UncitedReferences = report.UncitedReferences,
    };
}

/// <summary>A remark of an import.</summary>
public sealed record ImportNoteResponse
{
    /// <summary>How much it matters.</summary>
    public required NoteSeverity Severity { get; init; }

    /// <summary>What it is about: stable, in kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>The remark in words.</summary>
    public required string Message { get; init; }

    /// <summary>The line of the text, counted from 1, or null.</summary>
    public required int? Line { get; init; }

    internal static ImportNoteResponse From(ImportNote note) =>
        new() { Severity = note.Severity, Code = note.Code, Message = note.Message, Line = note.Line };
}

/// <summary>What an import found, in figures.</summary>
public sealed record ImportCountsResponse
{
    /// <summary>The sections, the untitled opening included.</summary>
    public required int Sections { get; init; }

    /// <summary>The paragraphs of all sections.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>The key points.</summary>
    public required int KeyPoints { get; init; }

    /// <summary>The entries of the reference list.</summary>
    public required int References { get; init; }

    /// <summary>The markers, one for each label that a group names.</summary>
    public required int Markers { get; init; }

    /// <summary>Those of them that name a reference.</summary>
    public required int ResolvedMarkers { get; init; }

    /// <summary>The claims.</summary>
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
