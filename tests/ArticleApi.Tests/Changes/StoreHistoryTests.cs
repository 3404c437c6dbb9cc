using System.Net;
using System.Text.Json.Nodes;
using ArticleApi.Storage;
using ArticleApi.Tests.Storage;
using Microsoft.AspNetCore.Hosting;

namespace ArticleApi.Tests.Changes;

/// <summary>The whole list of changes of a store, from its beginning; of copies and of old databases too.</summary>
public sealed class StoreHistoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Service service = new();

    public void Dispose()
    {
        service.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Without_since_everything_is_listed_and_with_it_only_later_changes()
    {
        var all = await service.WalkAsync("/api/v1/changes", 7);
        var topics = (await service.WalkAsync("/api/v1/topics", 100)).Select(topic => (string)topic["slug"]!);
        Assert.Equal(topics.Select(slug => $"upsert topic {slug}").Prepend("upsert article ketamine-and-anorexia"), all.Select(Told));
        Assert.Equal(
            all.Select(change => change.ToJsonString()),
            (await service.WalkAsync("/api/v1/changes?since=0", 100)).Select(change => change.ToJsonString()));

        var since = await VersionAsync();
        Assert.Empty(await SinceAsync(since));
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await service.StoreAsync(new AnArticle("b"));
        await service.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine" }""");
        await service.StoreAsync(new AnArticle("a"));

        Assert.Equal(["upsert article b", "upsert topic creatine", "upsert article a"], await SinceAsync(since));
        var change = (await service.OkAsync($"/api/v1/changes?since={since}&limit=1")).Data[0]!.AsObject();
        Assert.Equal(["seq", "op", "type", "id", "at"], change.Select(member => member.Key));
        Assert.Equal("2026-01-01T00:01:00Z", (string)change["at"]!);
        Assert.Equal(["upsert article a"], await SinceAsync((await VersionAsync()) - 1));
    }

    [Fact]
    public async Task The_type_parameter_lists_only_that_type()
    {
        Assert.Equal(["upsert article ketamine-and-anorexia"], (await service.WalkAsync("/api/v1/changes?type=article", 1)).Select(Told));
        Assert.DoesNotContain(await service.WalkAsync("/api/v1/changes?type=topic", 10), change => (string)change["type"]! != "topic");
    }

    [Fact]
    public async Task A_page_of_large_objects_is_shorter_and_the_next_goes_on()
    {
        var text = string.Join(' ', Enumerable.Repeat(new string('x', 1000), 1540)); // In few long words, since words are indexed.
        foreach (var slug in new[] { "a", "b", "c", "d" })
        {
            await service.StoreAsync(new AnArticle(slug) { Sentences = [new(text) { IsClaim = false }] });
        }

        var page = await service.OkAsync("/api/v1/changes?include=object&type=article&limit=100");
        Assert.Equal((4, true, false), (page.Data.Count, (bool)page.Json["page"]!["hasMore"]!, (bool)page.Json["meta"]!["caughtUp"]!));
        Assert.Equal(
            ["ketamine-and-anorexia", "a", "b", "c", "d"],
            (await service.WalkAsync("/api/v1/changes?include=object&type=article", 100)).Select(change => (string)change["id"]!));
    }

    [Fact]
    public async Task A_change_during_a_walk_is_listed_on_a_later_page()
    {
        await service.StoreAsync(new AnArticle("a"));
        await service.StoreAsync(new AnArticle("b"));
        await service.StoreAsync(new AnArticle("c"));
        var first = await service.OkAsync("/api/v1/changes?type=article&limit=2");
        Assert.Equal(["ketamine-and-anorexia", "a"], first.Values("id"));
        await service.StoreAsync(new AnArticle("a") { Title = "Another" });
        await service.StoreAsync(new AnArticle("b") { Title = "Another" });

        var rest = await service.OkAsync($"/api/v1/changes?type=article&count=exact&cursor={first.Json["page"]!["nextCursor"]}");
        Assert.Equal(["c", "a", "b"], rest.Values("id"));
        Assert.Equal((4, true), ((int)rest.Json["page"]!["total"]!, (bool)rest.Json["meta"]!["caughtUp"]!));
        Assert.Empty(await SinceAsync((long)rest.Json["meta"]!["dataVersion"]!));
    }

    [Fact]
    public async Task In_a_served_copy_a_position_of_the_original_is_a_410()
    {
        await service.StoreAsync(new AnArticle("a"));
        var known = await VersionAsync();
        service.Database.Backup(folder.File("copy.db"));
        await service.StoreAsync(new AnArticle("b"));
        Assert.Equal(["upsert article b"], await SinceAsync(known)); // The store itself goes on.

        using var restored = new ServiceOn(folder.File("copy.db"));
        var begin = (long)(await restored.OkAsync("/api/v1/changes")).Json["meta"]!["dataVersion"]!;
        Assert.True(begin > known);
        var old = (await restored.GetAsync($"/api/v1/changes?since={known}")).IsProblem(HttpStatusCode.Gone, "position-gone");
        Assert.Equal("</api/v1/changes>; rel=\"start\"", old.Header("Link"));
        Assert.Contains($"from {begin} on", (string)old.Json["detail"]!, StringComparison.Ordinal);
        var page = await service.OkAsync("/api/v1/changes?limit=1");
        (await restored.GetAsync($"/api/v1/changes?cursor={page.Json["page"]!["nextCursor"]}")).IsProblem(
            HttpStatusCode.Gone, "position-gone");

        Assert.Empty((await restored.OkAsync($"/api/v1/changes?since={begin}")).Data);
        Assert.Equal(
            ["ketamine-and-anorexia", "a"],
            (await restored.WalkAsync("/api/v1/changes?type=article", 1)).Select(change => (string)change["id"]!));
        await restored.StoreAsync(new AnArticle("c"));
        Assert.Equal(["c"], (await restored.OkAsync($"/api/v1/changes?since={begin}")).Values("id"));
    }

    [Fact]
    public async Task A_copy_that_is_only_read_stays_marked_as_a_copy()
    {
        service.Database.Backup(folder.File("copy.db"));
        await ProgramRun.OfAsync(folder, ["export"], ("ConnectionStrings__Articles", $"Data Source={folder.File("copy.db")}"));
        Assert.Equal(["1"], Raw.Query(folder.File("copy.db"), "select is_copy from store_state"));
        Assert.Equal(["0"], Raw.Query(service.DatabasePath, "select is_copy from store_state"));
    }

    [Fact]
    public async Task A_database_older_than_the_change_list_lists_everything_it_holds()
    {
        var path = folder.File("old.db");
        Raw.Execute(
            path,
            "create table schema_migrations (number integer primary key, name text not null, checksum text not "
            + "null, applied_at text not null)");
        foreach (var migration in Migration.Of("sqlite").TakeWhile(migration => migration.Number < 4))
        {
            Raw.Execute(
                path,
                $"{migration.Sql}; insert into schema_migrations values ({migration.Number}, "
                + $"'{migration.Name}', '{migration.Checksum}', '')");
        }

        var version = Service.Now.ToUnixTimeMilliseconds() - 877;
        Raw.Execute(
            path,
            $"""
            update store_state set data_version = {version};
            insert into articles (slug, title, language, revision, updated_at)
            values ('a', 'An article', 'en', 1, '2025-12-25T00:00:00.000Z');
            insert into deleted_articles (slug, revision, deleted_at) values ('gone', 3, '2025-12-24T00:00:00.000Z');
            insert into topics (slug, name, retired) values ('zinc', 'zinc', true), ('iron', 'iron', false);
            insert into topic_keys (name_key, topic_id) select slug, id from topics where not retired;
            """);
        using var old = new ServiceOn(path);
        var changes = await old.WalkAsync("/api/v1/changes?include=object", 50);
        Assert.Equal(["upsert article a", "delete article gone", "upsert topic iron", "delete topic zinc"], changes.Select(Told));
        Assert.All(changes, change => Assert.Equal(version, (long)change["seq"]!));
        Assert.Equal(
            ["2025-12-25T00:00:00Z", "2025-12-24T00:00:00Z", "2025-12-31T23:59:59.123Z", "2025-12-31T23:59:59.123Z"],
            changes.Select(change => (string)change["at"]!));
        Assert.Equal(changes.Count, (await old.WalkAsync($"/api/v1/changes?since={version - 1}", 100)).Count);
    }

    private static string Told(JsonNode change) => $"{change["op"]} {change["type"]} {change["id"]}";

    private async Task<IEnumerable<string>> SinceAsync(long version) =>
        (await service.OkAsync($"/api/v1/changes?since={version}&limit=100")).Data.Select(change => Told(change!));

    private async Task<long> VersionAsync() => (long)(await service.OkAsync("/api/v1/changes?limit=1")).Json["meta"]!["dataVersion"]!;

    private sealed class ServiceOn(string path) : Service
    {
        protected override void Configure(IWebHostBuilder builder) =>
            builder.UseSetting("ConnectionStrings:Articles", $"Data Source={path}");
    }
}
