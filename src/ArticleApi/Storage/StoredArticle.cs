using ArticleApi.Documents.Model;

namespace ArticleApi.Storage;

/// <summary>An article as it is stored, whole.</summary>
/// <param name="Claims">The claims of <paramref name="Article"/> with their surroundings.</param>
internal sealed record StoredArticle(
    Article Article, IReadOnlyList<ClaimInContext> Claims, long Revision, DateTime UpdatedAt);

/// <summary>The head of a stored article with its counts.</summary>
/// <param name="Article">The article without its body, references and claims.</param>
internal sealed record ArticleSummary(
    Article Article, long KeyPoints, long Sections, long Paragraphs, long References, long Claims, long Revision, DateTime UpdatedAt);

/// <summary>A section's head with its counts.</summary>
/// <param name="Position">Its place among the sections of its article, from 1.</param>
/// <param name="Section">The section without its paragraphs.</param>
internal sealed record SectionSummary(int Position, Section Section, long Paragraphs, long Claims);
