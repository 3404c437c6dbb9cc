namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>A line that tells where a link leads: <c>[label]: target "title"</c>.</summary>
internal sealed record LinkDefinition(string Label, string Target, string? Title, int Line);
