namespace ArticleApi.Benchmarks.Fuzzing;

/// <summary>A text and the format that it is read as.</summary>
/// <param name="Format">The name of the format.</param>
/// <param name="Text">The text.</param>
internal sealed record FuzzInput(string Format, string Text);
