namespace ArticleApi.Documents.Importing;

/// <summary>A paragraph or a key point with its citation markers still in it.</summary>
/// <param name="Text">The text as printed.</param>
/// <param name="Line">The line of the input where it starts, counted from 1, or null where lines say nothing.</param>
public sealed record DraftText(string Text, int? Line);
