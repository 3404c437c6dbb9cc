namespace ArticleApi.Tests.References;

/// <summary>Works by ids; their facets and fields.</summary>
public sealed class SelectReferencesTests(Library library)
{
    [Fact]
    public async Task Works_are_asked_for_by_their_ids_and_what_there_is_not_is_told()
    {
        var (one, other) = (Library.Moodiness.Id, Library.Review.Id);
        var found = await library.OkAsync($"/api/v1/references?id={one}&id=ref_nothing&id={other}");
        Assert.Equal(new[] { one, other }.Order(StringComparer.Ordinal), found.Values("id"));
        Assert.Equal(["ref_nothing"], found.Json["meta"]!["notFound"]!.AsArray().Select(id => (string)id!));
        Assert.Equal([one], (await library.OkAsync($"/api/v1/references?id={one}&id={other}&q=moods")).Values("id"));
    }

    [Fact]
    public async Task Only_the_fields_that_are_named_come()
    {
        var page = await library.OkAsync("/api/v1/references?fields=id,authors.family&limit=1");
        Assert.Equal(["id", "authors"], page.Data[0]!.AsObject().Select(member => member.Key).OrderDescending());
    }

    [Fact]
    public async Task Facets_count_each_work_once()
    {
        var all = await library.OkAsync("/api/v1/references?limit=100&count=exact&facet=year&facet=type&facet=container");
        var total = (int)all.Json["page"]!["total"]!;
        foreach (var (facet, member) in new[] { ("year", "year"), ("type", "type"), ("container", "containerTitle") })
        {
            var counted = all.Json["facets"]![facet]!;
            var values = all.Data.GroupBy(work => work![member]?.ToString()).ToList();
            Assert.Equal(values.SingleOrDefault(value => value.Key is null)?.Count() ?? 0, (int)counted["missing"]!);
            Assert.Equal(values.Count(value => value.Key is not null), (int)counted["distinct"]!);
            Assert.Equal(
                total,
                counted["buckets"]!.AsArray().Sum(bucket => (int)bucket!["count"]!) + (int)counted["other"]! + (int)counted["missing"]!);
        }
    }
}
