using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Articles;

public sealed class ArticlePartsTests(Library library)
{
    private const string Article = $"/api/v1/articles/{Library.Bundled}";

    [Fact]
    public async Task Sections_are_listed_in_printed_order_with_paragraph_and_claim_counts()
    {
        var article = await DocumentAsync();
        var sections = await library.OkAsync($"{Article}/sections?count=exact");
        Assert.Equal(
            ["lead", "drug-treatments-for-eating-disorders", "ketamine", "ketamine-and-anorexia-treatment", "future-directions"],
            sections.Values("id"));
        Assert.Equal(5, (int)sections.Json["page"]!["total"]!);
        Assert.All(article["sections"]!.AsArray().Zip(sections.Data), pair =>
        {
            var (whole, head) = (pair.First!, pair.Second!);
            Assert.Equal((string?)whole["heading"], (string?)head["heading"]);
            Assert.Equal(whole["paragraphs"]!.AsArray().Count, (int)head["paragraphCount"]!);
            Assert.Equal(
                article["claims"]!.AsArray().Count(claim => (string)claim!["location"]!["sectionId"]! == (string)head["id"]!),
                (int)head["claimCount"]!);
            Assert.Null(head["paragraphs"]);
        });
    }

    [Fact]
    public async Task The_claim_count_of_a_section_leaves_out_rejected_claims() => Assert.Equal(
        ["2", "1"], (await library.OkAsync($"/api/v1/articles/{Library.Minerals}/sections")).Values("claimCount"));

    [Fact]
    public async Task A_section_equals_the_section_in_the_article()
    {
        foreach (var section in (await DocumentAsync())["sections"]!.AsArray())
        {
            Assert.Equal(section!.ToJsonString(), (await library.OkAsync($"{Article}/sections/{section["id"]}")).Json.ToJsonString());
        }
    }

    [Theory]
    [InlineData("future-direction", "Did you mean 'future-directions'?")]
    [InlineData("conclusions", "The list of its sections has them all.")]
    public async Task Unknown_section_is_a_404_with_the_nearest_id(string id, string advice) => Assert.Contains(
        advice,
        (string)(await library.GetAsync($"{Article}/sections/{id}")).IsProblem(
            HttpStatusCode.NotFound, "section-not-found").Json["detail"]!);

    [Fact]
    public async Task Key_points_are_listed_in_printed_order()
    {
        var points = await library.OkAsync($"{Article}/key-points?count=exact");
        Assert.Equal((await DocumentAsync())["keyPoints"]!.ToJsonString(), points.Data.ToJsonString());
        Assert.Equal(3, (int)points.Json["page"]!["total"]!);
    }

    [Fact]
    public async Task References_are_listed_in_printed_order_not_sorted_by_label()
    {
        var references = await library.OkAsync($"{Article}/references?count=exact");
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], references.Values("label"));
        Assert.Equal((await DocumentAsync())["references"]!.ToJsonString(), references.Data.ToJsonString());
        Assert.Equal(10, (int)references.Json["page"]!["total"]!);
    }

    [Fact]
    public async Task A_reference_is_found_by_its_label()
    {
        foreach (var reference in (await DocumentAsync())["references"]!.AsArray())
        {
            Assert.Equal(
                reference!.ToJsonString(), (await library.OkAsync($"{Article}/references/{reference["label"]}")).Json.ToJsonString());
        }
    }

    [Fact]
    public async Task A_label_may_hold_a_slash() => Assert.Equal(
        Library.Moodiness.Id, (string)(await library.OkAsync($"/api/v1/articles/{Library.Moods}/references/a%2F1")).Json["id"]!);

    [Theory]
    [InlineData("11")]
    [InlineData("0")]
    [InlineData("01")]
    [InlineData("ref_aaaaaaaaaaaaaaaa")]
    public async Task Unknown_reference_label_is_a_404(string label) =>
        (await library.GetAsync($"{Article}/references/{label}")).IsProblem(HttpStatusCode.NotFound, "reference-not-found");

    private async Task<JsonNode> DocumentAsync() => (await library.OkAsync(Article)).Json;
}
