namespace ArticleApi.Documents.Importing;

/// <summary>A headed part of the body, or the untitled opening.</summary>
/// <param name="Heading">The heading as printed; null for the untitled opening.</param>
/// <param name="Level">The depth of the heading, 2 to 6.</param>
/// <param name="Paragraphs">The paragraphs, in order.</param>
public sealed record DraftSection(string? Heading, int Level, IReadOnlyList<DraftText> Paragraphs);
