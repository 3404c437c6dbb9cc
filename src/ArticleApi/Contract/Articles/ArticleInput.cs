using ArticleApi.Documents.Model;

namespace ArticleApi.Contract.Articles;

/// <summary>An article to be stored. It has the members that `GET` returns; only `title` and `sections` are required.</summary>
[Input(Required = ["title", "sections"], ServerMade = ["decisions"])]
internal record ArticleInput
{
    /// <summary>The slug of the article. May be absent; else it must be the slug in the path.</summary>
    public string? Slug { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The subtitle, or null.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The publisher's category, such as `Ketamine`, or null.</summary>
    public string? Category { get; init; }

    /// <summary>The language of the text as a BCP 47 tag, such as `en` or `pt-BR`. `en` if absent.</summary>
    public string? Language { get; init; }

    /// <summary>The names of the authors, as printed.</summary>
    public IReadOnlyList<string?>? Authors { get; init; }

    /// <summary>The names of the reviewers, as printed.</summary>
    public IReadOnlyList<string?>? ReviewedBy { get; init; }

    /// <summary>The date of publication, or null.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Where the article was published.</summary>
    public SourceInput? Source { get; init; }

    /// <summary>The key points at the top of the article.</summary>
    public IReadOnlyList<KeyPointInput?>? KeyPoints { get; init; }

    /// <summary>The sections of the body, in order. At least one.</summary>
    public IReadOnlyList<SectionInput?>? Sections { get; init; }

    /// <summary>The reference list, as printed.</summary>
    public IReadOnlyList<ReferenceInput?>? References { get; init; }

    /// <summary>The claims. If absent or null, the service extracts them from the text. An empty list means that there are none.</summary>
    public IReadOnlyList<ClaimInput?>? Claims { get; init; }

    /// <summary>May be sent back as `GET` returned it, and is ignored. Only the command `import` reads it, from an export.</summary>
    public long? Revision { get; init; }

    /// <summary>May be sent back as `GET` returned it, and is ignored, as `revision`.</summary>
    public DateTime? UpdatedAt { get; init; }
}

/// <summary>Where an article was published, and its licence.</summary>
/// <param name="Publisher">The publisher, or null.</param>
/// <param name="Url">The URL of the published article, or null.</param>
/// <param name="License">The licence: an SPDX identifier or a URL, or null.</param>
internal sealed record SourceInput(string? Publisher, string? Url, string? License);

/// <summary>A key point.</summary>
/// <param name="Text">The text.</param>
[Input(Required = ["text"])]
internal sealed record KeyPointInput(string? Text);

/// <summary>A section of the body.</summary>
/// <param name="Id">The id of the section. Made from the heading if absent.</param>
/// <param name="Heading">The heading. Null for an opening without a heading.</param>
/// <param name="Level">The level of the heading, 2 to 6 as in HTML. 2 if absent.</param>
/// <param name="Paragraphs">The paragraphs, in order.</param>
internal sealed record SectionInput(string? Id, string? Heading, int? Level, IReadOnlyList<ParagraphInput?>? Paragraphs);

/// <summary>A paragraph.</summary>
/// <param name="Text">The text, without markers such as `[3]`.</param>
/// <param name="Markers">The markers, in the order in which they stand in the text.</param>
[Input(Required = ["text"])]
internal sealed record ParagraphInput(string? Text, IReadOnlyList<MarkerInput?>? Markers);

/// <summary>A marker: a place in the text that cites a reference, such as `[3]` or `Hermens et al. (2020)`.</summary>
/// <param name="Label">The label of the cited reference.</param>
/// <param name="At">
/// The position of the marker in the text: a 0-based offset in Unicode code points. One that is sent back unchanged moves with the text.
/// </param>
/// <param name="Text">The marker as printed. Empty if absent.</param>
/// <param name="Kept">Whether the marker is a part of the text, as `Hermens et al. (2020)` is. `false` if absent.</param>
[Input(Required = ["label", "at"])]
internal sealed record MarkerInput(string? Label, int? At, string? Text, bool? Kept);

/// <summary>A reference in the reference list.</summary>
[Input(Required = ["label", "raw"], ServerMade = ["id"])]
internal sealed record ReferenceInput
{
    /// <summary>The label by which markers and claims cite the reference. Unique in the article.</summary>
    public string? Label { get; init; }

    /// <summary>The reference as printed, without its label. Without any other field, the service reads the fields from it.</summary>
    public string? Raw { get; init; }

    /// <summary>The CSL type, such as `article-journal`. `document` if absent.</summary>
    public string? Type { get; init; }

    /// <summary>The authors, in order.</summary>
    public IReadOnlyList<NameInput?>? Authors { get; init; }

    /// <summary>The year of publication, or null.</summary>
    public int? Year { get; init; }

    /// <summary>The title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The journal, book or website that contains the work, or null.</summary>
    public string? ContainerTitle { get; init; }

    /// <summary>The volume, or null.</summary>
    public string? Volume { get; init; }

    /// <summary>The issue, or null.</summary>
    public string? Issue { get; init; }

    /// <summary>The pages or the article number, or null.</summary>
    public string? Pages { get; init; }

    /// <summary>The DOI, bare or as a URL, or null.</summary>
    public string? Doi { get; init; }

    /// <summary>The URL, or null.</summary>
    public string? Url { get; init; }
}

/// <summary>The name of a person (`family` and `given`) or of a group (`literal`).</summary>
/// <param name="Family">The family name with its particles, such as `van der Berg`.</param>
/// <param name="Given">The given names or initials, or null.</param>
/// <param name="Literal">The name of a group. Then `family` and `given` are absent.</param>
internal sealed record NameInput(string? Family, string? Given, string? Literal);

/// <summary>A claim.</summary>
[Input(Required = ["text", "topics"], ServerMade = ["id", "hedges", "article"])]
internal sealed record ClaimInput
{
    /// <summary>The sentence, exactly as in the body.</summary>
    public string? Text { get; init; }

    /// <summary>The slugs of the topics. May be empty.</summary>
    public IReadOnlyList<string?>? Topics { get; init; }

    /// <summary>
    /// `asserted`: the sentence states something. `hedged`: it says that something may be so. If absent, the service decides by its words,
    /// where the article is in English; else it is null.
    /// </summary>
    public Certainty? Certainty { get; init; }

    /// <summary>The position of the claim in the article. If absent, the service looks for the text.</summary>
    public ClaimPlaceInput? Location { get; init; }

    /// <summary>The citations: the evidence for the claim.</summary>
    public IReadOnlyList<CitationInput?>? Citations { get; init; }

    /// <summary>Whether the service extracted the claim or an author gave it. `authored` if absent.</summary>
    public ClaimOrigin? Origin { get; init; }

    /// <summary>The decision of an editor. `unreviewed` if absent.</summary>
    public ReviewStatus? ReviewStatus { get; init; }
}

/// <summary>The position of a claim. Offsets are 0-based and count Unicode code points of the paragraph; the end is exclusive.</summary>
/// <param name="SectionId">The id of the section.</param>
/// <param name="Paragraph">The number of the paragraph in its section, from 1.</param>
/// <param name="Start">The offset of the first code point.</param>
/// <param name="End">The offset after the last code point.</param>
[Input(Required = ["sectionId", "paragraph", "start", "end"], ServerMade = ["sectionHeading", "prefix", "suffix"])]
internal sealed record ClaimPlaceInput(string? SectionId, int? Paragraph, int? Start, int? End);

/// <summary>A reference that a claim cites.</summary>
/// <param name="Label">The label of the cited reference.</param>
/// <param name="Via">How the citation was found. `marker` if absent.</param>
[Input(Required = ["label"], ServerMade = ["referenceId", "short", "year", "title", "doi"])]
internal sealed record CitationInput(string? Label, CitationVia? Via);
