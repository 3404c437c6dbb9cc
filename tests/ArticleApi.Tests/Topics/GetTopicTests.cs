using System.Net;

namespace ArticleApi.Tests.Topics;

public sealed class GetTopicTests(Library library)
{
    [Fact]
    public async Task A_topic_has_its_names_and_counts() => Assert.Equal(
        """{"slug":"serotonin","name":"serotonin","synonyms":["5-HT","5-hydroxytryptamine","serotonergic","serotoninergic"]"""
            + ""","broader":"neurotransmitter","narrower":[],"mesh":"D012701","claimCount":3,"articleCount":3}""",
        (await library.OkAsync("/api/v1/topics/serotonin")).Json.ToJsonString());

    [Theory]
    [InlineData("serotonin", "serotonin")]
    [InlineData("5-HT", "serotonin")]
    [InlineData("5ht", "serotonin")]
    [InlineData("5%20HT", "serotonin")]
    [InlineData("5%2FHT", "serotonin")]
    [InlineData("Zn2+", "zinc")]
    [InlineData("Zn2%2B", "zinc")]
    [InlineData("gamma-aminobutyric%20acid", "gaba")]
    [InlineData("%CE%B3-aminobutyric%20acid", "gaba")]
    [InlineData("NMDAR", "nmda-receptor")]
    [InlineData("antidepressants", "antidepressant")]
    public async Task Any_name_of_a_topic_gives_the_topic_with_its_Content_Location(string name, string slug)
    {
        var answer = await library.OkAsync($"/api/v1/topics/{name}");
        Assert.Equal(slug, (string)answer.Json["slug"]!);
        Assert.Equal($"/api/v1/topics/{slug}", answer.Header("Content-Location"));
        Assert.Equal(answer.Text, (await library.OkAsync(answer.Header("Content-Location")!)).Text);
    }

    [Fact]
    public async Task Every_name_and_synonym_leads_to_its_topic()
    {
        foreach (var topic in await library.WalkAsync("/api/v1/topics", 100))
        {
            foreach (var name in topic["synonyms"]!.AsArray().Append(topic["name"]))
            {
                Assert.Equal(
                    topic.ToJsonString(),
                    (await library.OkAsync($"/api/v1/topics/{Uri.EscapeDataString((string)name!)}")).Json.ToJsonString());
            }
        }
    }

    [Theory]
    [InlineData("dopamin", "Did you mean 'dopamine'?")]
    [InlineData("noradrenalin", "Did you mean 'norepinephrine'?")]
    [InlineData("unheard-of", "The list of topics has them all.")]
    [InlineData("%2B", "The list of topics has them all.")]
    public async Task Unknown_topic_is_a_404_with_the_nearest_slug(string name, string advice) => Assert.Contains(
        advice,
        (string)(await library.GetAsync($"/api/v1/topics/{name}")).IsProblem(HttpStatusCode.NotFound, "topic-not-found").Json["detail"]!);
}
