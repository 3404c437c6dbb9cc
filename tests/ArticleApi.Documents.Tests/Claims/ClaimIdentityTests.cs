using ArticleApi.Documents.Claims;

namespace ArticleApi.Documents.Tests.Claims;

public class ClaimIdentityTests
{
    [Fact]
    public void The_id_depends_on_slug_text_and_occurrence()
    {
        var first = new ClaimIdentity("sleep");
        var again = new ClaimIdentity("sleep");
        string[] ids = [first.Next("Sleep helps."), first.Next("Sleep helps."), first.Next("Naps help.")];

        string[] sameAgain = [again.Next("Sleep helps."), again.Next("Sleep helps."), again.Next("Naps help.")];
        Assert.Equal(ids, sameAgain);
        Assert.Equal(3, ids.Distinct().Count());
        Assert.NotEqual(ids[0], new ClaimIdentity("naps").Next("Sleep helps."));
        Assert.All(ids, id => Assert.Matches("^clm_[a-z2-7]{16}$", id));
    }

    [Fact]
    public void Known_ids_stay_the_same()
    {
        Assert.Equal("clm_kjzsouq6hmf3ppxx", new ClaimIdentity("sleep").Next("Sleep helps."));
    }
}
