using System.Net;

namespace ArticleApi.Tests.Topics;

/// <summary>The vocabulary completes what someone types.</summary>
public sealed class CompleteTopicsTests(Library library)
{
    [Theory]
    [InlineData("sero", "serotonin")]
    [InlineData("SÉRO", "serotonin")]
    [InlineData("5-h", "serotonin")]
    [InlineData("5ht", "serotonin")]
    [InlineData("zinc", "zinc")]
    [InlineData("zn2", "zinc")]
    public async Task The_closest_topic_comes_first(string typed, string slug) =>
        Assert.Equal(slug, (await library.OkAsync($"/api/v1/topics?q={Uri.EscapeDataString(typed)}")).Values("slug")[0]);

    [Fact]
    public async Task Each_keystroke_narrows_the_list()
    {
        HashSet<string>? before = null;
        for (var length = 1; length <= "glutamate".Length; length++)
        {
            var found = (await library.OkAsync($"/api/v1/topics?q={"glutamate"[..length]}&limit=100")).Values("slug").ToHashSet();
            Assert.Contains("glutamate", found);
            Assert.True(before is null || found.IsSubsetOf(before));
            before = found;
        }
    }

    [Fact]
    public async Task Pages_go_on_in_the_same_order()
    {
        var whole = (await library.OkAsync("/api/v1/topics?q=s&limit=100&count=exact")).Values("slug");
        var paged = new List<string>();
        var path = "/api/v1/topics?q=s&limit=2";
        for (string? next = path; next is not null;)
        {
            var page = await library.OkAsync(next);
            paged.AddRange(page.Values("slug"));
            next = (string?)page.Json["page"]!["nextCursor"] is { } cursor ? $"{path}&cursor={cursor}" : null;
        }

        Assert.True(whole.Length > 2);
        Assert.Equal(whole, paged);
        Assert.Empty((await library.OkAsync("/api/v1/topics?q=%2B")).Data);
    }

    [Fact]
    public async Task A_topic_has_its_narrower_ones_and_they_are_listed_by_it()
    {
        var element = (await library.OkAsync("/api/v1/topics/trace-element")).Json;
        var narrower = element["narrower"]!.AsArray().Select(slug => (string)slug!).ToList();
        Assert.Contains("zinc", narrower);
        var listed = await library.OkAsync("/api/v1/topics?broader=Trace+elements&limit=100&count=exact");
        Assert.Equal(narrower, listed.Values("slug"));
        Assert.Equal(narrower.Count, (int)listed.Json["page"]!["total"]!);
        Assert.All(listed.Data, topic => Assert.Equal("trace-element", (string)topic!["broader"]!));
        Assert.Equal(["zinc"], (await library.OkAsync("/api/v1/topics?broader=trace-element&q=zi")).Values("slug"));
        (await library.GetAsync("/api/v1/topics?broader=trace-elemnt")).IsProblem(HttpStatusCode.BadRequest, "unknown-value");
    }
}
