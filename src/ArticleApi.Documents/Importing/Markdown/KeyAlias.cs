namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>A line that tells what a citation key stands for: <c>[@tag:naps]: doi:10.1000/abc</c>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Target">The identifier or the other key.</param>
/// <param name="Line">Its line, counted from 1.</param>
internal sealed record KeyAlias(string Key, string Target, int Line);
