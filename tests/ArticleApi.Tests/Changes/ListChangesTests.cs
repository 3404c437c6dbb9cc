using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Changes;

public sealed class ListChangesTests(Service service) : IClassFixture<Service>
{
    private const string Creatine = """{ "name": "creatine" }""";

    [Fact]
    public async Task Each_object_is_listed_once_with_its_last_change()
    {
        var since = await VersionAsync();
        await service.PutAsync("/api/v1/topics/creatine", Creatine);
        await service.StoreAsync(new AnArticle("a"));
        await service.StoreAsync(new AnArticle("b"));
        await service.PutAsync("/api/v1/topics/creatine", """{ "name": "Creatine" }""");
        await service.DeleteAsync("/api/v1/articles/a", ("If-Match", "*"));
        await service.StoreAsync(new AnArticle("b"));
        Assert.Equal(["upsert article b", "upsert topic creatine", "delete article a"], await SinceAsync(since));

        await service.DeleteAsync("/api/v1/topics/creatine");
        await service.StoreAsync(new AnArticle("a"));
        Assert.Equal(["upsert article b", "delete topic creatine", "upsert article a"], await SinceAsync(since));
    }

    [Fact]
    public async Task A_changed_claim_is_a_change_of_its_article()
    {
        await service.ImportAsync("A title\n\nZinc is a metal.\n");
        var since = await VersionAsync();
        var claim = (await service.OkAsync("/api/v1/articles/a-title/claims")).Data[0]!["id"];
        await service.PatchAsync($"/api/v1/claims/{claim}", """{ "reviewStatus": "rejected" }""", ("If-Match", "*"));
        Assert.Equal(["upsert article a-title"], await SinceAsync(since));
    }

    [Fact]
    public async Task A_write_that_changes_nothing_is_not_listed()
    {
        await service.StoreAsync(new AnArticle("same"));
        await service.PutAsync("/api/v1/topics/taurine", """{ "name": "taurine" }""");
        var since = await VersionAsync();
        await service.StoreAsync(new AnArticle("same"));
        await service.PutAsync("/api/v1/topics/taurine", """{ "name": "taurine" }""");
        await service.DeleteAsync("/api/v1/articles/same", ("If-Match", "\"other\""));
        Assert.Empty(await SinceAsync(since));
    }

    [Fact]
    public async Task Include_object_adds_the_object_and_null_for_a_deleted_one()
    {
        await service.StoreAsync(new AnArticle("gone"));
        await service.DeleteAsync("/api/v1/articles/gone", ("If-Match", "*"));
        foreach (var change in await service.WalkAsync("/api/v1/changes?include=object", 9))
        {
            var path = $"/api/v1/{change["type"]}s/{change["id"]}";
            Assert.Equal(
                (string)change["op"]! == "delete" ? null : (await service.OkAsync(path)).Json.ToJsonString(),
                change["object"]?.ToJsonString());
        }
    }

    [Fact]
    public async Task A_cursor_replaces_since_and_belongs_to_its_type()
    {
        await service.StoreAsync(new AnArticle("first"));
        var since = await VersionAsync() - 1;
        await service.StoreAsync(new AnArticle("second"));
        var page = await service.OkAsync($"/api/v1/changes?since={since}&limit=1&type=article");
        var cursor = (string)page.Json["page"]!["nextCursor"]!;
        Assert.Equal($"</api/v1/changes?limit=1&type=article&cursor={cursor}>; rel=\"next\"", page.Header("Link"));
        Assert.Equal(["second"], (await service.OkAsync($"/api/v1/changes?cursor={cursor}&type=article")).Values("id"));
        (await service.GetAsync($"/api/v1/changes?cursor={cursor}&type=article&since={since}")).HasErrors(
            ("since", "exclusive-parameters", null));
        (await service.GetAsync($"/api/v1/changes?cursor={cursor}&type=topic")).HasErrors(("cursor", "invalid-cursor", null));
        (await service.GetAsync("/api/v1/changes?cursor=abc")).HasErrors(("cursor", "invalid-cursor", null));
    }

    [Fact]
    public async Task A_position_ahead_of_the_store_is_a_410()
    {
        var answer = (await service.GetAsync($"/api/v1/changes?since={await VersionAsync() + 1}&type=topic&limit=5&count=exact")).IsProblem(
            HttpStatusCode.Gone, "position-gone");
        Assert.Equal("</api/v1/changes?type=topic&limit=5>; rel=\"start\"", answer.Header("Link"));
        Assert.Contains("ahead of this store", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        Assert.Null(answer.Header("ETag"));
        await service.OkAsync("/api/v1/changes?type=topic&limit=5");
    }

    [Theory]
    [InlineData("since=x", "since", "invalid-value", null)]
    [InlineData("since=-1", "since", "out-of-range", null)]
    [InlineData("since=-0&type=", "type", "empty-value", null)]
    [InlineData("since=9007199254740992", "since", "out-of-range", null)]
    [InlineData("since=99999999999999999999", "since", "invalid-value", null)]
    [InlineData("since=", "since", "empty-value", null)]
    [InlineData("type=articel", "type", "unknown-value", "article")]
    [InlineData("type=article&type=topic", "type", "repeated-parameter", null)]
    [InlineData("include=objects", "include", "unknown-value", "object")]
    [InlineData("sinc=1", "sinc", "unknown-parameter", "since")]
    public async Task An_invalid_change_parameter_is_a_400_with_the_nearest_value(
        string query, string parameter, string code, string? suggestion) =>
        (await service.GetAsync($"/api/v1/changes?{query}")).HasErrors((parameter, code, suggestion));

    private static string Told(JsonNode change) => $"{change["op"]} {change["type"]} {change["id"]}";

    private async Task<IEnumerable<string>> SinceAsync(long version) =>
        (await service.OkAsync($"/api/v1/changes?since={version}&limit=100")).Data.Select(change => Told(change!));

    private async Task<long> VersionAsync() => (long)(await service.OkAsync("/api/v1/changes?limit=1")).Json["meta"]!["dataVersion"]!;
}
