namespace ArticleApi.Documents.Model;

/// <summary>A published text with its metadata, its body, its references and the claims found in the body.</summary>
public sealed record Article
{
    /// <summary>The longest slug, in characters.</summary>
    public const int MaxSlugLength = 120;

    /// <summary>The address of the article: kebab-case, unique over the store.</summary>
    public required string Slug { get; init; }

    /// <summary>The title (JATS <c>article-title</c>).</summary>
    public required string Title { get; init; }

    /// <summary>The subtitle (JATS <c>subtitle</c>), or null.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The rubric that the publisher files the article under (JATS <c>subj-group</c>), or null.</summary>
    public string? Category { get; init; }

    /// <summary>The language of the text as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The authors, as printed, in order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Who reviewed the article, as printed, in order.</summary>
    public IReadOnlyList<string> ReviewedBy { get; init; } = [];

    /// <summary>The day of publication (JATS <c>pub-date</c>), or null.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Where the article was published.</summary>
    public ArticleSource Source { get; init; } = new();

    /// <summary>The takeaways that the article opens with, in order.</summary>
    public IReadOnlyList<KeyPoint> KeyPoints { get; init; } = [];

    /// <summary>The body, in order; the untitled opening is a section too.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>The reference list as printed, in order.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>The claims, in the order of the body.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];
}
