using System.Net;

namespace ArticleApi.Tests.Claims;

public sealed class ListReferenceClaimsTests(Library library)
{
    [Fact]
    public async Task Claims_of_a_reference_come_from_every_article()
    {
        var claims = await library.OkAsync($"/api/v1/references/{Library.Review.Id}/claims");
        Assert.Equal([Library.Minerals, Library.Bundled], claims.Data.Select(claim => (string)claim!["article"]!["slug"]!).Distinct());
        Assert.All(claims.Data, claim => Assert.Contains(
            claim!["citations"]!.AsArray(), citation => (string)citation!["referenceId"]! == Library.Review.Id));
    }

    [Fact]
    public async Task Claims_of_a_reference_include_those_that_cite_it_by_their_paragraph() =>
        Assert.Contains(
            "Copper may hinder zinc.", (await library.OkAsync($"/api/v1/references/{Library.Option.Id}/claims")).Values("text"));

    [Fact]
    public async Task Claims_of_a_reference_filtered_by_another_cite_both() =>
        Assert.Empty((await library.OkAsync($"/api/v1/references/{Library.Review.Id}/claims?reference={Library.Option.Id}")).Data);

    [Theory]
    [InlineData("ref_aaaaaaaaaaaaaaaa")]
    [InlineData("4")]
    public async Task Claims_of_an_unknown_reference_are_a_404(string id) =>
        (await library.GetAsync($"/api/v1/references/{id}/claims")).IsProblem(HttpStatusCode.NotFound, "reference-not-found");
}
