using ArticleApi.Documents.Model;

namespace ArticleApi.Storage;

/// <summary>The head of a stored article with its counts.</summary>
/// <param name="Article">The article without its body, references and claims.</param>
internal sealed record ArticleSummary(
    Article Article, long KeyPoints, long Sections, long Paragraphs, long References, long Claims, long Revision, DateTime UpdatedAt)
{
    /// <summary>Where it stands in a list by relevance; null in any other.</summary>
    public RankPosition? RankPosition { get; init; }
}
