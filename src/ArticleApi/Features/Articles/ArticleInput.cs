using ArticleApi.Documents.Model;

namespace ArticleApi.Features.Articles;

/// <summary>An article as callers give it: the shape of <see cref="ArticleResponse"/>, of which only title and sections are required.</summary>
internal sealed record ArticleInput
{
    public string? Slug { get; init; }

    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public string? Category { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string?>? Authors { get; init; }

    public IReadOnlyList<string?>? ReviewedBy { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public SourceInput? Source { get; init; }

    public IReadOnlyList<KeyPointInput?>? KeyPoints { get; init; }

    public IReadOnlyList<SectionInput?>? Sections { get; init; }

    public IReadOnlyList<ReferenceInput?>? References { get; init; }

    public IReadOnlyList<ClaimInput?>? Claims { get; init; }
}

internal sealed record SourceInput(string? Publisher, string? Url, string? License);

internal sealed record KeyPointInput(string? Text);

internal sealed record SectionInput(string? Id, string? Heading, int? Level, IReadOnlyList<ParagraphInput?>? Paragraphs);

internal sealed record ParagraphInput(string? Text, IReadOnlyList<MarkerInput?>? Markers);

internal sealed record MarkerInput(string? Label, int? At, string? Text, bool? Kept);

internal sealed record ReferenceInput
{
    public string? Label { get; init; }

    public string? Raw { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<NameInput?>? Authors { get; init; }

    public int? Year { get; init; }

    public string? Title { get; init; }

    public string? ContainerTitle { get; init; }

    public string? Volume { get; init; }

    public string? Issue { get; init; }

    public string? Pages { get; init; }

    public string? Doi { get; init; }

    public string? Url { get; init; }
}

internal sealed record NameInput(string? Family, string? Given, string? Literal);

internal sealed record ClaimInput
{
    public string? Text { get; init; }

    public IReadOnlyList<string?>? Topics { get; init; }

    public Certainty? Certainty { get; init; }

    public ClaimPlaceInput? Location { get; init; }

    public IReadOnlyList<CitationInput?>? Citations { get; init; }

    public ClaimOrigin? Origin { get; init; }

    public ReviewStatus? ReviewStatus { get; init; }
}

internal sealed record ClaimPlaceInput(string? SectionId, int? Paragraph, int? Start, int? End);

internal sealed record CitationInput(string? Label, CitationVia? Via);
