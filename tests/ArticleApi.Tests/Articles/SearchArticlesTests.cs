using ArticleApi.Documents.Model;

namespace ArticleApi.Tests.Articles;

public sealed class SearchArticlesTests(SearchArticlesTests.ArticleTexts service) : IClassFixture<SearchArticlesTests.ArticleTexts>
{
    [Theory]
    [InlineData("glycine", "b-title", "a-body")]
    [InlineData("glycine sleep", "a-body", "b-title")]
    [InlineData("glycine&sort=slug", "a-body", "b-title")]
    [InlineData("glycine&sort=published", "b-title", "a-body")]
    [InlineData("glycine&sort=-published", "b-title", "a-body")]
    [InlineData("glyc* -sleeping", "")]
    [InlineData("subtle", "b-title")]
    [InlineData("\"key takeaway\"", "b-title")]
    [InlineData("\"first section\"", "a-body")]
    [InlineData("\"sleep glycine\"", "a-body")]
    [InlineData("\"ends second\"", "")]
    [InlineData("glycine&published_until=2019-12-31", "")]
    public async Task A_search_finds_articles_by_title_subtitle_key_points_and_body_titles_first(string query, params string[] slugs)
    {
        var answer = await service.OkAsync($"/api/v1/articles?count=exact&q={query.Replace("\"", "%22", StringComparison.Ordinal)}");
        var expected = slugs is [""] ? [] : slugs;
        Assert.Equal(expected.Order(StringComparer.Ordinal), answer.Values("slug").Order(StringComparer.Ordinal));
        if (query.StartsWith("glycine", StringComparison.Ordinal) && !query.Contains("sleep", StringComparison.Ordinal))
        {
            Assert.Equal(expected, answer.Values("slug"));
        }

        Assert.Equal(expected.Length, (int)answer.Json["page"]!["total"]!);
    }

    [Theory]
    [InlineData("sort=published", "b-title", "ketamine-and-anorexia", "a-body", "c-none")]
    [InlineData("sort=-published", "ketamine-and-anorexia", "b-title", "a-body", "c-none")]
    [InlineData("sort=slug", "a-body", "b-title", "c-none", "ketamine-and-anorexia")]
    public async Task Articles_are_sorted_as_requested(string sort, params string[] slugs) =>
        Assert.Equal(slugs, (await service.WalkAsync($"/api/v1/articles?{sort}", 1)).Select(article => (string)article["slug"]!));

    [Fact]
    public async Task Articles_sorted_by_relevance_without_a_search_are_a_400()
    {
        (await service.GetAsync("/api/v1/articles?sort=relevance")).HasErrors(("sort", "invalid-combination", null));
        (await service.GetAsync("/api/v1/articles?sort=publishd")).HasErrors(("sort", "unknown-value", "published"));
    }

    /// <summary>A service with articles that say the same in different places.</summary>
    public sealed class ArticleTexts : Service, IAsyncLifetime
    {
        public async ValueTask InitializeAsync()
        {
            await StoreAsync(new AnArticle("a-body")
            {
                Sentences =
                [
                    new("Sleep, glycine and rest."),
                    new("The lead ends.") { Section = "first section" },
                    new("Second one.") { Section = "other" },
                ],
            });
            Article title = new AnArticle("b-title")
            {
                Title = "On glycine",
                PublishedOn = new(2020, 1, 1),
                Sentences = [new("Sleep matters.")],
            };
            await StoreAsync(title with { Subtitle = "A subtle word", KeyPoints = [new("One key."), new("The key takeaway.")] });
            await StoreAsync(new AnArticle("c-none"));
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
