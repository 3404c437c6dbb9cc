namespace ArticleApi.Documents.Importing;

/// <summary>A superscript or subscript in a paragraph.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsRaised">Whether it is a superscript.</param>
internal readonly record struct TextScript(int Start, int End, bool IsRaised);
