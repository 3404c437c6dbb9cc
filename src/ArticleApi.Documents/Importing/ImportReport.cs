namespace ArticleApi.Documents.Importing;

/// <summary>What an import did with a text.</summary>
public sealed record ImportReport
{
    /// <summary>The name of the format that was read.</summary>
    public required string Format { get; init; }

    /// <summary>The remarks, in order of line; those about no line come last.</summary>
    public IReadOnlyList<ImportNote> Notes { get; init; } = [];

    public ImportCounts Counts { get; init; } = ImportCounts.None;

    /// <summary>The markers, as printed, that resolved to nothing and stay in the text; a note tells the line and why.</summary>
    public IReadOnlyList<string> UnresolvedMarkers { get; init; } = [];

    /// <summary>The labels of the references that nothing in the text points to.</summary>
    public IReadOnlyList<string> UncitedReferences { get; init; } = [];
}
