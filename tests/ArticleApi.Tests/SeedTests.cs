using System.Text.Json.Nodes;
using ArticleApi.Documents.Text;
using Microsoft.AspNetCore.Hosting;

namespace ArticleApi.Tests;

/// <summary>What a new database holds.</summary>
public sealed class SeedTests(SeedTests.FirstStart service) : IClassFixture<SeedTests.FirstStart>
{
    [Fact]
    public async Task The_bundled_article_has_all_its_parts()
    {
        var article = await ArticleAsync();
        Assert.Equal("ketamine-and-anorexia", (string)article["slug"]!);
        Assert.Equal("Using Ketamine to Treat Anorexia", (string)article["title"]!);
        Assert.Equal(
            "Low doses of this painkiller can rouse the brain and make other treatment work better.", (string)article["subtitle"]!);
        Assert.Equal(("Ketamine", "en"), ((string)article["category"]!, (string)article["language"]!));
        Assert.Equal("""{"publisher":"Psychology Today","url":null,"license":null}""", article["source"]!.ToJsonString());
        Assert.Equal((3, 5, 10), (Parts("keyPoints").Count, Parts("sections").Count, Parts("references").Count));
        Assert.Equal(
            [null, "Drug Treatments for Eating Disorders", "Ketamine", "Ketamine and Anorexia Treatment", "Future Directions"],
            Parts("sections").Select(section => (string?)section!["heading"]));
        Assert.All(Parts("references"), entry =>
        {
            Assert.NotEmpty((string)entry!["title"]!);
            Assert.NotEmpty(entry["authors"]!.AsArray());
            Assert.InRange((int)entry["year"]!, 2011, 2022);
        });

        JsonArray Parts(string name) => article[name]!.AsArray();
    }

    [Fact]
    public async Task Every_claim_has_a_topic() =>
        Assert.All((await ArticleAsync())["claims"]!.AsArray(), claim => Assert.NotEmpty(claim!["topics"]!.AsArray()));

    [Fact]
    public async Task Every_marker_in_a_claim_is_a_citation_of_it()
    {
        var article = await ArticleAsync();
        foreach (var section in article["sections"]!.AsArray())
        {
            foreach (var (paragraph, number) in section!["paragraphs"]!.AsArray().Select((paragraph, i) => (paragraph!, i + 1)))
            {
                foreach (var marker in paragraph["markers"]!.AsArray().Where(marker => !(bool)marker!["kept"]!))
                {
                    var cited = article["claims"]!.AsArray().Where(claim =>
                        (string)claim!["location"]!["sectionId"]! == (string)section["id"]!
                        && (int)claim["location"]!["paragraph"]! == number
                        && (int)claim["location"]!["start"]! < (int)marker!["at"]!
                        && (int)marker["at"]! <= (int)claim["location"]!["end"]!);
                    Assert.Contains(Assert.Single(cited)!["citations"]!.AsArray(), citation =>
                        (string)citation!["label"]! == (string)marker!["label"]! && (string)citation["via"]! == "marker");
                }
            }
        }
    }

    [Fact]
    public async Task Every_reference_is_cited()
    {
        var article = await ArticleAsync();
        Assert.Equal(
            article["references"]!.AsArray().Select(entry => (string)entry!["label"]!).Order(),
            article["claims"]!
                .AsArray()
                .SelectMany(claim => claim!["citations"]!.AsArray())
                .Select(citation => (string)citation!["label"]!)
                .Distinct()
                .Order());
    }

    [Theory]
    [InlineData("serotonin", "D012701")]
    [InlineData("dopamine", "D004298")]
    [InlineData("glutamate", "D018698")]
    [InlineData("gaba", "D005680")]
    [InlineData("norepinephrine", "D009638")]
    [InlineData("zinc", "D015032")]
    public async Task A_bundled_topic_has_its_MeSH_descriptor(string topic, string mesh) =>
        Assert.Equal(mesh, (string)(await service.OkAsync($"/api/v1/topics/{topic}")).Json["mesh"]!);

    [Theory]
    [InlineData("serotonin")]
    [InlineData("dopamine")]
    [InlineData("glutamate")]
    [InlineData("gaba")]
    public async Task A_neurotransmitter_has_no_narrower_topics(string topic) => Assert.Empty(
        (await service.OkAsync($"/api/v1/topics/{topic}/claims")).Json["meta"]!["resolvedTopics"]![0]!["includes"]!.AsArray());

    [Fact]
    public async Task The_slug_of_a_bundled_topic_is_made_from_its_name() => Assert.All(
        await service.WalkAsync("/api/v1/topics", 100), topic => Assert.Equal(Slugs.Of((string)topic["name"]!), (string)topic["slug"]!));

    [Fact]
    public async Task With_Seed_false_there_is_the_vocabulary_but_no_article()
    {
        using var empty = new WithoutArticle();
        foreach (var list in new[] { "articles", "claims", "references" })
        {
            Assert.Empty((await empty.OkAsync($"/api/v1/{list}")).Data);
        }

        var topic = (await empty.OkAsync("/api/v1/topics/5-HT")).Json;
        Assert.Equal(("serotonin", 0, 0), ((string)topic["slug"]!, (int)topic["claimCount"]!, (int)topic["articleCount"]!));
        Assert.Empty((await empty.OkAsync("/api/v1/topics/zinc/claims")).Data);
    }

    private async Task<JsonNode> ArticleAsync() => (await service.OkAsync("/api/v1/articles/ketamine-and-anorexia")).Json;

    /// <summary>A service that makes its database itself.</summary>
    public class FirstStart : Service
    {
        protected override bool HasPreparedDatabase => false;
    }

    private sealed class WithoutArticle : FirstStart
    {
        protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Seed", "false");
    }
}
