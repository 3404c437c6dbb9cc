using ArticleApi.Documents.Model;

namespace ArticleApi.Services;

/// <summary>The state of an exported article that is not a part of the article itself.</summary>
/// <param name="Revision">The number of the revision and when it was written; null where the article gets the next one.</param>
/// <param name="Decisions">What editors decided on its claims; null where the decisions are derived by comparing topics.</param>
internal sealed record ExportedState((long Number, DateTime UpdatedAt)? Revision, IReadOnlyList<ClaimDecision>? Decisions);
