using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing;

/// <summary>What an importer found in a text: the parts of an article before its citations and claims are looked for.</summary>
public sealed record ImportDraft
{
    /// <summary>The slug that the text itself asks for, or null.</summary>
    public string? Slug { get; init; }

    /// <summary>The title; null where none was found.</summary>
    public string? Title { get; init; }

    /// <summary>The line under the title, or null.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The rubric that the article stands under, or null.</summary>
    public string? Category { get; init; }

    /// <summary>The BCP 47 tag of the language; null where the text says nothing, so that it is found from its words.</summary>
    public string? Language { get; init; }

    /// <summary>The authors as printed.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The reviewers as printed.</summary>
    public IReadOnlyList<string> ReviewedBy { get; init; } = [];

    /// <summary>The day of publication, or null.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Where the article comes from.</summary>
    public ArticleSource Source { get; init; } = new();

    /// <summary>The key points, in order.</summary>
    public IReadOnlyList<DraftText> KeyPoints { get; init; } = [];

    /// <summary>The body in order; the untitled opening has no heading.</summary>
    public IReadOnlyList<DraftSection> Sections { get; init; } = [];

    /// <summary>The entries of the reference list, in order.</summary>
    public IReadOnlyList<DraftReference> References { get; init; } = [];

    /// <summary>
    /// The words of the source, where not all of it is text: those of elements, and not those of tags; null where the text is the source.
    /// </summary>
    internal SourceWords? Words { get; init; }

    /// <summary>Whether the format tells every marker, so that no number of the text is one.</summary>
    public bool AreMarkersTold { get; init; }

    /// <summary>What the importer left out or was unsure of, in order of line.</summary>
    public IReadOnlyList<ImportNote> Notes { get; init; } = [];
}
