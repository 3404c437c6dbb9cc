namespace ArticleApi.Documents.Model;

/// <summary>A headed part of the body (JATS <c>sec</c>), or the untitled opening.</summary>
public sealed record Section
{
    /// <summary>The id of the untitled opening.</summary>
    public const string LeadId = "lead";

    /// <summary>The level of a section right below the article's title, as in HTML's <c>h2</c>.</summary>
    public const int TopLevel = 2;

    /// <summary>The heading in kebab-case, with <c>-2</c> and so on where it repeats; <c>lead</c> for the untitled opening.</summary>
    public required string Id { get; init; }

    /// <summary>The heading, clean; null for the untitled opening.</summary>
    public string? Heading { get; init; }

    /// <summary>The depth of the heading, 2 to 6 as in HTML's <c>h2</c> to <c>h6</c>.</summary>
    public int Level { get; init; } = TopLevel;

    /// <summary>The paragraphs, in order.</summary>
    public IReadOnlyList<Paragraph> Paragraphs { get; init; } = [];
}
