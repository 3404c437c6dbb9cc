namespace ArticleApi.Documents.Model;

/// <summary>What an editor decided on a claim; it holds for the same sentence in a later import.</summary>
/// <param name="ClaimId">The id of the claim.</param>
/// <param name="Topics">The topics that it has whatever is found in it; null where the editor left them as they are found.</param>
/// <param name="ReviewStatus">The editor's verdict.</param>
public sealed record ClaimDecision(string ClaimId, IReadOnlyList<string>? Topics, ReviewStatus ReviewStatus);
