using ArticleApi.Contract;
using ArticleApi.Contract.Articles;
using ArticleApi.Documents.Model;

namespace ArticleApi.Commands;

/// <summary>An article of an export, with what editors decided on its claims and on sentences that it has no more.</summary>
internal sealed record ArticleLine : ArticleInput
{
    public IReadOnlyList<DecisionLine?>? Decisions { get; init; }
}

/// <summary>A decision of an editor.</summary>
/// <param name="Claim">The id of the claim.</param>
/// <param name="Topics">The topics that it is to have; null where those that are found stay.</param>
/// <param name="ReviewStatus">The verdict.</param>
[Input(Required = ["claim", "reviewStatus"])]
internal sealed record DecisionLine(string? Claim, IReadOnlyList<string?>? Topics, ReviewStatus? ReviewStatus)
{
    public static DecisionLine From(ClaimDecision decision) => new(decision.ClaimId, decision.Topics, decision.ReviewStatus);

    public ClaimDecision ToDecision() => new(Claim!, Topics?.Select(topic => topic!).ToList(), ReviewStatus!.Value);
}
