using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Claims;

public class EditorialClaimsTests
{
    [Theory]
    [InlineData("A dose of 103 mg heals.", "A dose of 10³ mg heals.")]
    [InlineData("It was proved in that zinc heals.", "It was proved in [1] that zinc heals.")]
    [InlineData("The trial (REST,) was long.", "The trial (REST) was long.")]
    [InlineData("Zinc heals.", "Zinc heals. (Roe, 2017, p. 3).")]
    public void A_decision_follows_a_sentence_that_is_only_written_otherwise(string before, string now)
    {
        var stored = Of(before);
        var decision = new ClaimDecision(stored.Claims[0].Id, ["zinc"], ReviewStatus.Rejected);

        var (article, lost, moved) = EditorialClaims.Keep(Of(now), stored, [decision]);

        var claim = Assert.Single(article.Claims);
        Assert.Equal((now, ReviewStatus.Rejected, "zinc"), (claim.Text, claim.ReviewStatus, Assert.Single(claim.Topics)));
        Assert.Equal(decision with { ClaimId = claim.Id }, Assert.Single(moved));
        Assert.Empty(lost);
    }

    [Theory]
    [InlineData("A dose of 103 mg heals.", "A dose of 104 mg heals.")]
    [InlineData("Zinc heals.", "Zinc heals (mostly).")]
    public void A_decision_does_not_follow_another_sentence(string before, string now)
    {
        var stored = Of(before);

        var (article, _, moved) = EditorialClaims.Keep(
            Of(now), stored, [new ClaimDecision(stored.Claims[0].Id, null, ReviewStatus.Rejected)]);

        Assert.Equal(ReviewStatus.Unreviewed, Assert.Single(article.Claims).ReviewStatus);
        Assert.Empty(moved);
    }

    [Fact]
    public void An_authored_claim_follows_too()
    {
        var stored = Of("A dose of 103 mg heals.");
        stored = stored with { Claims = [stored.Claims[0] with { Origin = ClaimOrigin.Authored, Topics = ["zinc"] }] };

        var (article, lost, _) = EditorialClaims.Keep(Of("A dose of 10³ mg heals."), stored, []);

        Assert.Equal(ClaimOrigin.Authored, Assert.Single(article.Claims).Origin);
        Assert.Empty(lost);
    }

    private static Article Of(string sentence) => new()
    {
        Slug = "zinc",
        Title = "Zinc",
        Sections = [new Section { Id = "lead", Level = 2, Paragraphs = [new Paragraph { Text = sentence }] }],
        Claims =
        [
            new Claim
            {
                Id = new ClaimIdentity("zinc").Next(sentence),
                Text = sentence,
                Location = new ClaimLocation("lead", 1, 0, sentence.Length),
            },
        ],
    };
}
