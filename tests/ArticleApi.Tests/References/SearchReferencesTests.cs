namespace ArticleApi.Tests.References;

public sealed class SearchReferencesTests(Library library)
{
    [Theory]
    [InlineData("\"narrative review\"", "Ketamine as a treatment for anorexia nervosa: A narrative review")]
    [InlineData("keeler", "Ketamine as a treatment for anorexia nervosa: A narrative review")]
    [InlineData("berg", "Moods")]
    [InlineData("mood", "Moods")]
    [InlineData("\"another title\"", "Another title in print")]
    [InlineData("berg&year=2000")]
    [InlineData("berg&year=1999&article=zeta-moods", "Moods")]
    [InlineData("berg&author=keeler")]
    [InlineData("ber* -moods")]
    public async Task A_search_finds_works_by_any_of_their_entries(string query, params string[] titles)
    {
        var answer = await library.OkAsync($"/api/v1/references?count=exact&q={query.Replace("\"", "%22", StringComparison.Ordinal)}");
        Assert.Equal(titles.Length, (int)answer.Json["page"]!["total"]!);
        Assert.Equal(titles.Length, answer.Data.Count);
        Assert.All(titles, title => Assert.Contains(answer.Data, work =>
            string.Equals((string?)work!["title"], title, StringComparison.OrdinalIgnoreCase) || work["articles"]!.AsArray().Count > 1));
    }

    [Theory]
    [InlineData("year")]
    [InlineData("-year")]
    [InlineData("id")]
    [InlineData("relevance&q=ketamine")]
    [InlineData("year&q=ketamine")]
    public async Task Works_are_sorted_as_requested_on_pages_of_any_length(string sort)
    {
        var works = await library.WalkAsync($"/api/v1/references?sort={sort}", 100);
        Assert.Equal(
            works.Select(work => work.ToJsonString()),
            (await library.WalkAsync($"/api/v1/references?sort={sort}", 2)).Select(work => work.ToJsonString()));
        Assert.Equal(works.Count, works.Select(work => (string)work["id"]!).Distinct().Count());
        if (!sort.StartsWith("relevance", StringComparison.Ordinal))
        {
            var keys = works.Select(work => ((int?)work["year"], (string)work["id"]!)).ToList();
            var byYear = sort.StartsWith('-')
                ? keys.OrderBy(key => key.Item1 is null).ThenByDescending(key => key.Item1)
                : keys
                    .OrderBy(key => sort.StartsWith("year", StringComparison.Ordinal) && key.Item1 is null)
                    .ThenBy(key => sort.StartsWith("year", StringComparison.Ordinal) ? key.Item1 : 0);
            Assert.Equal(byYear.ThenBy(key => key.Item2, StringComparer.Ordinal), keys);
        }
    }

    [Fact]
    public async Task Works_sorted_by_relevance_without_a_search_are_a_400() =>
        (await library.GetAsync("/api/v1/references?sort=relevance")).HasErrors(("sort", "invalid-combination", null));
}
