using System.Net;
using ArticleApi.Documents.Model;

namespace ArticleApi.Tests.Articles;

public sealed class GetArticleTests(Library library, Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task An_article_has_all_its_parts()
    {
        var article = (await library.OkAsync($"/api/v1/articles/{Library.Bundled}")).Json;
        Assert.Equal("Using Ketamine to Treat Anorexia", (string)article["title"]!);
        Assert.Equal("2022-12-04", (string)article["publishedOn"]!);
        Assert.Equal("Psychology Today", (string)article["source"]!["publisher"]!);
        Assert.Equal(["Jessica Schrader"], article["reviewedBy"]!.AsArray().Select(name => (string)name!));
        Assert.Equal((3, 5, 10, 35), (Count("keyPoints"), Count("sections"), Count("references"), Count("claims")));
        Assert.Equal((1, "2026-01-01T00:00:00Z"), ((int)article["revision"]!, (string)article["updatedAt"]!));

        int Count(string part) => article[part]!.AsArray().Count;
    }

    [Fact]
    public async Task An_article_includes_its_rejected_claims() => Assert.Contains(
        (await library.OkAsync($"/api/v1/articles/{Library.Minerals}")).Json["claims"]!.AsArray(),
        claim => (string)claim!["reviewStatus"]! == "rejected");

    [Fact]
    public async Task A_write_raises_the_revision_and_updatedAt()
    {
        AnArticle article = new("zinc-today");
        Assert.Equal(1, await service.StoreAsync(article));
        service.Clock.Advance(TimeSpan.FromSeconds(90.25));
        Assert.Equal(2, await service.StoreAsync(article with { Title = "Zinc tomorrow" }));

        var json = (await service.OkAsync("/api/v1/articles/zinc-today")).Json;
        Assert.Equal(
            (2, "2026-01-01T00:01:30.25Z", "Zinc tomorrow"), ((int)json["revision"]!, (string)json["updatedAt"]!, (string)json["title"]!));
    }

    [Theory]
    [InlineData("ketamine-and-anorexa", "Did you mean 'ketamine-and-anorexia'?")]
    [InlineData("Ketamine-and-Anorexia", "Did you mean 'ketamine-and-anorexia'?")]
    [InlineData("nothing-like-it", "The list of articles has them all.")]
    public async Task Unknown_article_is_a_404_with_the_nearest_slug(string slug, string advice)
    {
        foreach (var part in new[] { "", "/sections", "/sections/lead", "/key-points", "/references", "/references/1", "/claims" })
        {
            Assert.Contains(
                advice,
                (string)(await library.GetAsync($"/api/v1/articles/{slug}{part}")).IsProblem(
                    HttpStatusCode.NotFound, "article-not-found").Json["detail"]!);
        }
    }

    [Fact]
    public async Task Letters_beyond_ASCII_are_not_escaped()
    {
        await service.StoreAsync(new AnArticle("quotes") { Title = "“Größe” & <b>β</b> + 'it'" });
        Assert.Contains("“Größe” & <b>β</b> + 'it'", (await service.OkAsync("/api/v1/articles/quotes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_marker_group_has_one_marker_for_each_label()
    {
        await service.StoreAsync(new Article
        {
            Slug = "groups",
            Title = "Groups",
            References = [AnArticle.Entry("1", "One", 2001, "A"), AnArticle.Entry("2", "Two", 2002, "B")],
            Sections =
            [
                new()
                {
                    Id = "lead",
                    Paragraphs = [new() { Text = "Zinc helps.", Markers = [new("1", 11, "[1-2]", false), new("2", 11, "", false)] }],
                },
            ],
        });
        Assert.Equal(
            """[{"label":"1","at":11,"text":"[1-2]","kept":false},{"label":"2","at":11,"text":"","kept":false}]""",
            (await service.OkAsync("/api/v1/articles/groups")).Json["sections"]![0]!["paragraphs"]![0]!["markers"]!.ToJsonString());
    }
}
