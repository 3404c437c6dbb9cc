using System.Net;

namespace ArticleApi.Tests.Claims;

public sealed class ListReferenceClaimsTests(Library library) : IClassFixture<Library>
{
    [Fact]
    public async Task The_claims_that_cite_a_work_come_from_every_article()
    {
        var claims = await library.OkAsync($"/api/v1/references/{Library.Review.Id}/claims");
        Assert.Equal([Library.Minerals, Library.Bundled], claims.Data.Select(claim => (string)claim!["article"]!["slug"]!).Distinct());
        Assert.All(claims.Data, claim => Assert.Contains(
            claim!["citations"]!.AsArray(), citation => (string)citation!["referenceId"]! == Library.Review.Id));
    }

    [Fact]
    public async Task A_claim_that_cites_the_work_only_by_its_paragraph_is_among_them() =>
        Assert.Contains("Copper may hinder zinc.", (await library.OkAsync($"/api/v1/references/{Library.Option.Id}/claims")).Values("text"));

    [Fact]
    public async Task Another_reference_in_the_query_asks_for_claims_that_cite_both() =>
        Assert.Empty((await library.OkAsync($"/api/v1/references/{Library.Review.Id}/claims?reference={Library.Option.Id}")).Data);

    [Theory]
    [InlineData("ref_aaaaaaaaaaaaaaaa")]
    [InlineData("4")]
    public async Task A_reference_that_is_none_is_not_found(string id) =>
        (await library.GetAsync($"/api/v1/references/{id}/claims")).IsProblem(HttpStatusCode.NotFound, "reference-not-found");
}
