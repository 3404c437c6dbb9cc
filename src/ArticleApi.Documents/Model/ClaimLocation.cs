namespace ArticleApi.Documents.Model;

/// <summary>Where a claim stands: a half-open span of code points in the clean text of one paragraph.</summary>
/// <param name="SectionId">The id of the section.</param>
/// <param name="Paragraph">The paragraph, counted from 1 within its section.</param>
/// <param name="Start">The 0-based offset of the first code point.</param>
/// <param name="End">The offset after the last code point.</param>
public sealed record ClaimLocation(string SectionId, int Paragraph, int Start, int End);
