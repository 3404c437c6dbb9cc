namespace ArticleApi.Tests.Readmes;

/// <summary>A fenced block.</summary>
/// <param name="Language">What stands behind the fence, such as <c>sh</c>.</param>
/// <param name="FirstLine">The number of its first line in the file.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record CodeBlock(string Language, int FirstLine, IReadOnlyList<string> Lines);
