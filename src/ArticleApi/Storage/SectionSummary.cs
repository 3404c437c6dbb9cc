using ArticleApi.Documents.Model;

namespace ArticleApi.Storage;

/// <summary>A section's head with its counts.</summary>
/// <param name="Position">Its place among the sections of its article, from 1.</param>
/// <param name="Section">The section without its paragraphs.</param>
internal sealed record SectionSummary(int Position, Section Section, long Paragraphs, long Claims);
