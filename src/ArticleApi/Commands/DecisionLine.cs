using ArticleApi.Contract;
using ArticleApi.Documents.Model;

namespace ArticleApi.Commands;

/// <summary>What an editor decided on a claim, as a line of an export has it.</summary>
/// <param name="Claim">The id of the claim.</param>
/// <param name="Topics">The topics that the editor gave it; null where it keeps those that were found.</param>
/// <param name="ReviewStatus">The verdict.</param>
[Input(Required = ["claim", "reviewStatus"])]
internal sealed record DecisionLine(string? Claim, IReadOnlyList<string?>? Topics, ReviewStatus? ReviewStatus)
{
    public static DecisionLine From(ClaimDecision decision) => new(decision.ClaimId, decision.Topics, decision.ReviewStatus);

    public ClaimDecision ToDecision() => new(Claim!, Topics?.Select(topic => topic!).ToList(), ReviewStatus!.Value);
}
