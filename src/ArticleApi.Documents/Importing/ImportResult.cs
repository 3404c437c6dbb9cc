using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing;

/// <summary>An imported article with its report.</summary>
/// <param name="Article">The article; null where the text holds none, which an error among the notes explains.</param>
/// <param name="Report">What was done.</param>
public sealed record ImportResult(Article? Article, ImportReport Report);
