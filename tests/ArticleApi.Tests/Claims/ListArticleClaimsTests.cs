using System.Net;

namespace ArticleApi.Tests.Claims;

public sealed class ListArticleClaimsTests(Library library)
{
    [Fact]
    public async Task Claims_of_an_article_are_listed_in_the_order_of_its_text()
    {
        var claims = await library.OkAsync($"/api/v1/articles/{Library.Bundled}/claims?limit=100");
        var sections = (await library.OkAsync($"/api/v1/articles/{Library.Bundled}/sections")).Values("id").ToList();
        Assert.Equal(35, claims.Data.Count);
        var places = claims.Data.Select(claim => claim!["location"]!)
            .Select(place =>
                (Section: sections.IndexOf((string)place["sectionId"]!), Paragraph: (int)place["paragraph"]!, Start: (int)place["start"]!))
            .ToList();
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Claims_of_an_article_filtered_by_another_article_are_none() =>
        Assert.Empty((await library.OkAsync($"/api/v1/articles/{Library.Bundled}/claims?article={Library.Moods}")).Data);

    [Fact]
    public async Task Claims_of_an_unknown_article_are_a_404_with_the_nearest_slug() => Assert.Contains(
        "Did you mean 'zeta-moods'?",
        (string)(await library.GetAsync("/api/v1/articles/zeta-mood/claims")).IsProblem(
            HttpStatusCode.NotFound, "article-not-found").Json["detail"]!);
}
