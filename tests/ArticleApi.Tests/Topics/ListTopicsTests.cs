namespace ArticleApi.Tests.Topics;

public sealed class ListTopicsTests(Library library)
{
    [Fact]
    public async Task Topics_are_listed_by_slug()
    {
        var topics = await library.OkAsync("/api/v1/topics?limit=100&count=exact");
        Assert.Equal(topics.Values("slug").Order(StringComparer.Ordinal), topics.Values("slug"));
        Assert.Equal(topics.Data.Count, (int)topics.Json["page"]!["total"]!);
        Assert.Superset(new HashSet<string> { "dopamine", "glutamate", "serotonin", "zinc" }, topics.Values("slug").ToHashSet());
    }

    [Fact]
    public async Task A_claim_on_two_narrower_topics_counts_once_for_the_broader_one()
    {
        using var service = new Service();
        var before = await CountAsync(service);
        await service.StoreAsync(new AnArticle("metals") { Sentences = [new("Zinc and copper compete.") { Topics = ["copper", "zinc"] }] });
        Assert.Equal((before.Claims + 1, before.Articles + 1), await CountAsync(service));

        static async Task<(long Claims, long Articles)> CountAsync(Service service)
        {
            var topic = (await service.OkAsync("/api/v1/topics/trace-element")).Json;
            return ((long)topic["claimCount"]!, (long)topic["articleCount"]!);
        }
    }
}
