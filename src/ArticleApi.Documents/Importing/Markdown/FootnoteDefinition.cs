namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>A footnote, defined anywhere in the text: <c>[^label]: text</c>.</summary>
/// <param name="Label">The label.</param>
/// <param name="Source">Its lines, without the indent.</param>
/// <param name="Line">The line where it starts, counted from 1.</param>
internal sealed record FootnoteDefinition(string Label, IReadOnlyList<string> Source, int Line);
