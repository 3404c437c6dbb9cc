using ArticleApi.Documents.Model;

namespace ArticleApi.Services;

/// <summary>What an export tells of an article beside itself.</summary>
/// <param name="Revision">The revision and when it was written; null where it is counted on.</param>
/// <param name="Decisions">What editors decided on its claims; null where that is found by comparison.</param>
internal sealed record ExportedState((long Number, DateTime UpdatedAt)? Revision, IReadOnlyList<ClaimDecision>? Decisions);
