using System.Net;

namespace ArticleApi.Tests.References;

public sealed class GetReferenceTests(Library library, Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task A_work_has_the_fields_of_its_entry_and_the_articles_that_cite_it() => Assert.Equal(
        $$"""{"id":"{{Library.Moodiness.Id}}","articles":[{"slug":"zeta-moods","label":"a/1"}],"raw":"van der Bérg (1999)."""
            + $$""" Moods.","type":"article-journal","authors":[{"family":"van der Bérg"}]"""
            + $$""","year":1999,"title":"Moods","containerTitle":null,"volume":"7","issue":null,"pages":null,"doi":null,"url":null}""",
        (await library.OkAsync($"/api/v1/references/{Library.Moodiness.Id}")).Text);

    [Fact]
    public async Task Every_work_of_the_list_is_the_same_under_its_id()
    {
        foreach (var work in await library.WalkAsync("/api/v1/references", 100))
        {
            Assert.Equal(work.ToJsonString(), (await library.OkAsync($"/api/v1/references/{work["id"]}")).Json.ToJsonString());
        }
    }

    [Fact]
    public async Task A_work_has_the_fields_of_the_article_with_the_smallest_slug()
    {
        foreach (var (slug, title) in new[] { ("m", "Same Title"), ("b", "SAME title"), ("x", "same title") })
        {
            await service.StoreAsync(new AnArticle(slug) { References = [AnArticle.Entry("1", "Doe", 2020, title)] });
        }

        var work = (await service.OkAsync("/api/v1/references?author=doe")).Data.Single()!;
        Assert.Equal("SAME title", (string)work["title"]!);
        Assert.Equal("b m x", string.Join(' ', work["articles"]!.AsArray().Select(entry => (string)entry!["slug"]!)));
    }

    [Fact]
    public async Task A_work_that_no_article_cites_any_more_is_a_404()
    {
        AnArticle article = new("a")
        {
            References = [AnArticle.Entry("1", "Roe", 2020, "Kept"), AnArticle.Entry("2", "Roe", 2020, "Dropped")],
        };
        await service.StoreAsync(article);
        await service.StoreAsync(article with { References = [article.References[0]] });
        Assert.Equal(["Kept"], (await service.OkAsync("/api/v1/references?author=roe")).Values("title"));
        (await service.GetAsync($"/api/v1/references/{article.References[1].Id}")).IsProblem(
            HttpStatusCode.NotFound, "reference-not-found");
    }

    [Theory]
    [InlineData("ref_aaaaaaaaaaaaaaaa")]
    [InlineData("10.1002%2Fsyn.22253")]
    public async Task Unknown_work_is_a_404(string id) =>
        (await library.GetAsync($"/api/v1/references/{id}")).IsProblem(HttpStatusCode.NotFound, "reference-not-found");
}
