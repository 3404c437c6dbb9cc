namespace ArticleApi.Documents.Importing.Html;

/// <summary>A section of a page: its heading, level and paragraphs.</summary>
/// <param name="Heading">The heading, or null for the opening.</param>
/// <param name="Level">Its depth as the page has it, from 1 on.</param>
/// <param name="Line">The line where it starts.</param>
internal sealed record BodySection(string? Heading, int Level, int Line)
{
    public List<BodyParagraph> Paragraphs { get; } = [];

    /// <summary>Whether the heading is a paragraph in bold.</summary>
    public bool IsBold { get; init; }
}
