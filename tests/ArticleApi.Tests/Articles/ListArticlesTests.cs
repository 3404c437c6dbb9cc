using ArticleApi.Documents.Model;

namespace ArticleApi.Tests.Articles;

public sealed class ListArticlesTests(Library library)
{
    [Fact]
    public async Task Articles_are_listed_newest_first_and_undated_ones_last()
    {
        using var service = new Service();
        foreach (var (slug, date) in new[]
        {
            ("b-old", "1999-12-31"), ("b-undated", null), ("a-undated", null), ("z-same-day", "2022-12-04"), ("a-same-day", "2022-12-04"),
            ("new", "2025-01-01"),
        })
        {
            await service.StoreAsync(new AnArticle(slug) { PublishedOn = date is null ? null : DateOnly.Parse(date) });
        }

        string[] order = ["new", "a-same-day", "ketamine-and-anorexia", "z-same-day", "b-old", "a-undated", "b-undated"];
        Assert.Equal(order, (await service.OkAsync("/api/v1/articles")).Values("slug"));
        Assert.Equal(order, (await service.WalkAsync("/api/v1/articles", 1)).Select(article => (string)article["slug"]!));
        Assert.Equal(order, (await service.WalkAsync("/api/v1/articles", 5)).Select(article => (string)article["slug"]!));
    }

    [Fact]
    public async Task A_summary_has_the_metadata_and_counts_of_its_article()
    {
        var summary = (await library.OkAsync("/api/v1/articles?topic=glutamate")).Data.Single()!;
        var article = (await library.OkAsync($"/api/v1/articles/{Library.Bundled}")).Json;
        foreach (var name in new[]
        {
            "slug", "title", "subtitle", "category", "language", "authors", "reviewedBy", "publishedOn", "source", "revision", "updatedAt",
        })
        {
            Assert.Equal(article[name]?.ToJsonString(), summary[name]?.ToJsonString());
        }

        Assert.Equal(article["keyPoints"]!.AsArray().Count, (int)summary["keyPointCount"]!);
        Assert.Equal(article["sections"]!.AsArray().Count, (int)summary["sectionCount"]!);
        Assert.Equal(
            article["sections"]!.AsArray().Sum(section => section!["paragraphs"]!.AsArray().Count), (int)summary["paragraphCount"]!);
        Assert.Equal(article["references"]!.AsArray().Count, (int)summary["referenceCount"]!);
        Assert.Equal(article["claims"]!.AsArray().Count, (int)summary["claimCount"]!);
        Assert.Null(summary["sections"]);
    }

    [Fact]
    public async Task The_claim_count_of_an_article_leaves_out_rejected_claims() =>
        Assert.Equal(3, (int)(await library.OkAsync("/api/v1/articles?category=trace-elements")).Data.Single()!["claimCount"]!);

    [Theory]
    [InlineData("topic=zinc", Library.Minerals, Library.Bundled)]
    [InlineData("topic=5-HT", Library.Minerals, Library.Bundled, Library.Moods)]
    [InlineData("topic=glutamate&topic=copper", Library.Minerals, Library.Bundled)]
    [InlineData("topic=trace-element", Library.Minerals, Library.Bundled)]
    [InlineData("topic=iron")]
    [InlineData("topic=selenium")]
    [InlineData("category=Trace%20Elements", Library.Minerals)]
    [InlineData("category=trace%20elements", Library.Minerals)]
    [InlineData("category=KETAMINE", Library.Bundled)]
    [InlineData("category=trace")]
    [InlineData("published_from=2022-12-04", Library.Minerals, Library.Bundled)]
    [InlineData("published_from=2022-12-05", Library.Minerals)]
    [InlineData("published_until=2022-12-04", Library.Bundled)]
    [InlineData("published_until=2022-12-03")]
    [InlineData("published_from=2022-12-04&published_until=2022-12-04", Library.Bundled)]
    [InlineData("topic=zinc&category=ketamine&published_until=2023-01-01", Library.Bundled)]
    public async Task An_article_filter_finds_exactly_these_articles(string query, params string[] slugs)
    {
        var answer = await library.OkAsync($"/api/v1/articles?count=exact&{query}");
        Assert.Equal(slugs, answer.Values("slug"));
        Assert.Equal(slugs.Length, (int)answer.Json["page"]!["total"]!);
    }

    [Theory]
    [InlineData("topic=zink", "topic", "unknown-value", "zinc")]
    [InlineData("categry=x", "categry", "unknown-parameter", "category")]
    [InlineData("certainty=hedged", "certainty", "unknown-parameter", null)]
    [InlineData("category=", "category", "empty-value", null)]
    [InlineData("published_from=yesterday", "published_from", "invalid-value", null)]
    [InlineData("published_from=2023-01-01&published_until=2022-01-01", "published_from", "invalid-range", null)]
    public async Task An_invalid_article_parameter_is_a_400_with_the_nearest_value(
        string query, string parameter, string code, string? suggestion) =>
        (await library.GetAsync($"/api/v1/articles?{query}")).HasErrors((parameter, code, suggestion));

    [Fact]
    public async Task An_article_with_nothing_but_a_title_and_a_section_is_listed()
    {
        using var service = new Service();
        await service.StoreAsync(new Article { Slug = "bare", Title = "Bare", Sections = [new() { Id = "lead", Paragraphs = [] }] });
        var bare = (await service.OkAsync("/api/v1/articles?published_until=9999-12-31")).Data;
        Assert.DoesNotContain(bare, article => (string)article!["slug"]! == "bare");
        var summary = (await service.OkAsync("/api/v1/articles")).Data.Single(article => (string)article!["slug"]! == "bare")!;
        Assert.Equal(
            (0, 1, 0, 0),
            ((int)summary["claimCount"]!, (int)summary["sectionCount"]!, (int)summary["paragraphCount"]!, (int)summary["referenceCount"]!));
    }
}
