using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing;

/// <summary>What an importer found in a text: the parts of an article before its citations and claims are looked for.</summary>
public sealed record ImportDraft
{
    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public string? Category { get; init; }

    public string Language { get; init; } = "en";

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> ReviewedBy { get; init; } = [];

    public DateOnly? PublishedOn { get; init; }

    public ArticleSource Source { get; init; } = new();

    public IReadOnlyList<DraftText> KeyPoints { get; init; } = [];

    /// <summary>The body in order; the untitled opening has no heading.</summary>
    public IReadOnlyList<DraftSection> Sections { get; init; } = [];

    public IReadOnlyList<DraftReference> References { get; init; } = [];

    /// <summary>What the importer left out or was unsure of, in order of line.</summary>
    public IReadOnlyList<ImportNote> Notes { get; init; } = [];
}
