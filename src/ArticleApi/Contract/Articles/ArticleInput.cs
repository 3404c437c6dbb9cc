using ArticleApi.Documents.Model;

namespace ArticleApi.Contract.Articles;

/// <summary>An article as callers give it: the shape that `GET` answers with, of which only title and sections are required.</summary>
[Input(Required = ["title", "sections"], ServerMade = ["decisions"])]
internal record ArticleInput
{
    /// <summary>The address of the article, kebab-case: that of the path, or absent.</summary>
    public string? Slug { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The subtitle, or null.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The publisher's rubric, or null.</summary>
    public string? Category { get; init; }

    /// <summary>The language of the text, a BCP 47 tag; `en` where absent.</summary>
    public string? Language { get; init; }

    /// <summary>The authors, as printed.</summary>
    public IReadOnlyList<string?>? Authors { get; init; }

    /// <summary>Who reviewed the article, as printed.</summary>
    public IReadOnlyList<string?>? ReviewedBy { get; init; }

    /// <summary>The day of publication, or null.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Where the article was published.</summary>
    public SourceInput? Source { get; init; }

    /// <summary>The takeaways that the article opens with.</summary>
    public IReadOnlyList<KeyPointInput?>? KeyPoints { get; init; }

    /// <summary>The body, in order; one at least.</summary>
    public IReadOnlyList<SectionInput?>? Sections { get; init; }

    /// <summary>The reference list, as printed.</summary>
    public IReadOnlyList<ReferenceInput?>? References { get; init; }

    /// <summary>The claims. Absent or null: the service extracts them. Empty: there are none.</summary>
    public IReadOnlyList<ClaimInput?>? Claims { get; init; }

    /// <summary>As `GET` gave it; counts for nothing here, but where the verb `import` reads an export.</summary>
    public long? Revision { get; init; }

    /// <summary>As `revision`.</summary>
    public DateTime? UpdatedAt { get; init; }
}

/// <summary>Where an article was published, and under which terms.</summary>
/// <param name="Publisher">The publisher, or null.</param>
/// <param name="Url">The address of the published article, or null.</param>
/// <param name="License">The licence, an SPDX identifier or an address, or null.</param>
internal sealed record SourceInput(string? Publisher, string? Url, string? License);

/// <summary>One of the takeaways.</summary>
/// <param name="Text">The text.</param>
[Input(Required = ["text"])]
internal sealed record KeyPointInput(string? Text);

/// <summary>A part of the body.</summary>
/// <param name="Id">Its id; made from the heading where absent.</param>
/// <param name="Heading">Its heading; null for the untitled opening.</param>
/// <param name="Level">The depth of the heading, 2 to 6; 2 where absent.</param>
/// <param name="Paragraphs">Its paragraphs, in order.</param>
internal sealed record SectionInput(string? Id, string? Heading, int? Level, IReadOnlyList<ParagraphInput?>? Paragraphs);

/// <summary>A paragraph.</summary>
/// <param name="Text">The text without the markers that are mere signs.</param>
/// <param name="Markers">The pointers to references, in order of place.</param>
[Input(Required = ["text"])]
internal sealed record ParagraphInput(string? Text, IReadOnlyList<MarkerInput?>? Markers);

/// <summary>A pointer to a reference.</summary>
/// <param name="Label">The label of the reference.</param>
/// <param name="At">Where it stands: a 0-based offset in code points of the paragraph.</param>
/// <param name="Text">The marker as printed; empty where absent.</param>
/// <param name="Kept">Whether it stays in the text; `false` where absent.</param>
[Input(Required = ["label", "at"])]
internal sealed record MarkerInput(string? Label, int? At, string? Text, bool? Kept);

/// <summary>An entry of the reference list.</summary>
[Input(Required = ["label", "raw"], ServerMade = ["id"])]
internal sealed record ReferenceInput
{
    /// <summary>The label that markers and claims point to, once in the article.</summary>
    public string? Label { get; init; }

    /// <summary>The entry as printed, without its label.</summary>
    public string? Raw { get; init; }

    /// <summary>The CSL type; `document` where absent.</summary>
    public string? Type { get; init; }

    /// <summary>The authors, in order.</summary>
    public IReadOnlyList<NameInput?>? Authors { get; init; }

    /// <summary>The year of publication, or null.</summary>
    public int? Year { get; init; }

    /// <summary>The title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The journal, book or site that holds it, or null.</summary>
    public string? ContainerTitle { get; init; }

    /// <summary>The volume, or null.</summary>
    public string? Volume { get; init; }

    /// <summary>The issue, or null.</summary>
    public string? Issue { get; init; }

    /// <summary>The pages or the article number, or null.</summary>
    public string? Pages { get; init; }

    /// <summary>The DOI in any spelling, or null.</summary>
    public string? Doi { get; init; }

    /// <summary>The address, or null.</summary>
    public string? Url { get; init; }
}

/// <summary>A name: of a person, or literally.</summary>
/// <param name="Family">The family name, with its particles.</param>
/// <param name="Given">The given names or initials, or null.</param>
/// <param name="Literal">The name of a group, in place of the others.</param>
internal sealed record NameInput(string? Family, string? Given, string? Literal);

/// <summary>A claim.</summary>
[Input(Required = ["text", "topics"], ServerMade = ["id", "hedges", "article"])]
internal sealed record ClaimInput
{
    /// <summary>The sentence as it stands in the body.</summary>
    public string? Text { get; init; }

    /// <summary>The slugs of its topics; may be empty.</summary>
    public IReadOnlyList<string?>? Topics { get; init; }

    /// <summary>Whether the sentence states or hedges; told from its words where absent.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>Where it stands; found from the text where absent.</summary>
    public ClaimPlaceInput? Location { get; init; }

    /// <summary>Its evidence.</summary>
    public IReadOnlyList<CitationInput?>? Citations { get; init; }

    /// <summary>Who made it; `authored` where absent.</summary>
    public ClaimOrigin? Origin { get; init; }

    /// <summary>What an editor decided; `unreviewed` where absent.</summary>
    public ReviewStatus? ReviewStatus { get; init; }
}

/// <summary>The place of a claim: offsets are 0-based, half-open, in code points of the paragraph.</summary>
/// <param name="SectionId">The id of the section.</param>
/// <param name="Paragraph">The paragraph, counted from 1 within its section.</param>
/// <param name="Start">The offset of the first code point.</param>
/// <param name="End">The offset after the last.</param>
[Input(Required = ["sectionId", "paragraph", "start", "end"], ServerMade = ["sectionHeading", "prefix", "suffix"])]
internal sealed record ClaimPlaceInput(string? SectionId, int? Paragraph, int? Start, int? End);

/// <summary>A citation of a claim.</summary>
/// <param name="Label">The label of the reference.</param>
/// <param name="Via">The way it was found; `marker` where absent.</param>
[Input(Required = ["label"], ServerMade = ["referenceId", "short", "year", "title", "doi"])]
internal sealed record CitationInput(string? Label, CitationVia? Via);
