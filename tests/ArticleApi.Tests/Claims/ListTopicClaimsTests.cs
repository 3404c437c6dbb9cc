using System.Net;

namespace ArticleApi.Tests.Claims;

public sealed class ListTopicClaimsTests(Library library)
{
    [Fact]
    public async Task The_counts_of_every_topic_equal_its_list_of_claims()
    {
        foreach (var topic in await library.WalkAsync("/api/v1/topics", 100))
        {
            var claims = await library.OkAsync($"/api/v1/topics/{topic["slug"]}/claims?count=exact&limit=100");
            Assert.Equal((long)topic["claimCount"]!, (long)claims.Json["page"]!["total"]!);
            Assert.Equal(
                (long)topic["articleCount"]!, claims.Data.Select(claim => (string)claim!["article"]!["slug"]!).Distinct().LongCount());
        }
    }

    [Theory]
    [InlineData("serotonin")]
    [InlineData("5-HT")]
    [InlineData("5%2Fht")]
    [InlineData("SEROTONERGIC")]
    public async Task Claims_of_a_topic_are_found_by_slug_name_or_synonym(string name)
    {
        var answer = await library.OkAsync($"/api/v1/topics/{name}/claims");
        Assert.Equal(
            [
                "Serotonin was not measured.",
                "Ketamine may change the serotonin system, as antidepressants do, and so lift mood and steady appetite.",
                "Serotonin shapes mood.",
            ],
            answer.Values("text"));
        Assert.Equal("serotonin", (string)answer.Json["meta"]!["resolvedTopics"]![0]!["topic"]!);
    }

    [Fact]
    public async Task Claims_of_a_topic_include_those_on_narrower_topics()
    {
        var claims = await library.OkAsync("/api/v1/topics/trace-element/claims");
        Assert.Equal(7, claims.Data.Count);
        Assert.Equal("copper iron selenium zinc", string.Join(' ', claims.Json["meta"]!["resolvedTopics"]![0]!["includes"]!.AsArray()));
    }

    [Fact]
    public async Task Claims_of_a_topic_filtered_by_another_are_on_both() =>
        Assert.Equal(["Copper may hinder zinc."], (await library.OkAsync("/api/v1/topics/zinc/claims?topic=copper")).Values("text"));

    [Theory]
    [InlineData("serotonine", "Did you mean 'serotonin'?")]
    [InlineData("quantum-chromodynamics", "The list of topics has them all.")]
    [InlineData("-", "The list of topics has them all.")]
    public async Task Claims_of_an_unknown_topic_are_a_404_with_the_nearest_slug(string topic, string advice) => Assert.Contains(
        advice,
        (string)(await library.GetAsync($"/api/v1/topics/{topic}/claims")).IsProblem(
            HttpStatusCode.NotFound, "topic-not-found").Json["detail"]!);
}
