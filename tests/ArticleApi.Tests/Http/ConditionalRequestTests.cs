using System.Net;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;
using Microsoft.AspNetCore.Hosting;

namespace ArticleApi.Tests.Http;

public sealed class ConditionalRequestTests(Library library)
{
    [Theory]
    [MemberData(nameof(Routes.Read), MemberType = typeof(Routes))]
    public async Task Every_response_has_a_strong_tag_and_must_be_revalidated(string path)
    {
        var answer = await library.OkAsync(path);
        Assert.Matches("^\"[!#-~]+\"$", answer.Header("ETag"));
        Assert.Equal("Accept, Accept-Encoding", answer.Header("Vary"));
        Assert.Equal("public, no-cache", answer.Header("Cache-Control"));
        Assert.Equal(answer.Header("ETag"), (await library.OkAsync(path)).Header("ETag"));
    }

    [Theory]
    [MemberData(nameof(Routes.Read), MemberType = typeof(Routes))]
    public async Task If_None_Match_with_the_tag_of_the_response_is_a_304_without_a_body(string path)
    {
        var answer = await library.OkAsync(path);
        var tag = answer.Header("ETag")!;
        foreach (var known in new[] { tag, $"W/{tag}", "*", $"\"other\", {tag}", $"W/\"other\" ,W/{tag},\"more\"" })
        {
            var unchanged = await library.GetAsync(path, ("If-None-Match", known));
            Assert.Equal((HttpStatusCode.NotModified, ""), (unchanged.Status, unchanged.Text));
            foreach (var header in new[] { "ETag", "Vary", "Cache-Control", "Data-Version", "Content-Location" })
            {
                Assert.Equal(answer.Header(header), unchanged.Header(header));
            }

            Assert.Null(unchanged.Header("Content-Type"));
        }
    }

    [Theory]
    [MemberData(nameof(Routes.Read), MemberType = typeof(Routes))]
    public async Task If_None_Match_with_another_tag_is_a_200(string path)
    {
        var answer = await library.OkAsync(path);
        var tag = answer.Header("ETag")!;
        foreach (var known in new[] { "\"other\"", tag.Trim('"'), tag.ToUpperInvariant(), $"{tag[..^2]}\"", "\"*\"", "\"", "" })
        {
            var again = await library.GetAsync(path, ("If-None-Match", known));
            Assert.Equal((HttpStatusCode.OK, answer.Text), (again.Status, again.Text));
        }
    }

    [Theory]
    [InlineData("/api/v1/claims?topic=nope", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/claims?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/claims/clm_aaaaaaaaaaaaaaaa", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/articles/nope", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/nope", HttpStatusCode.NotFound)]
    public async Task If_None_Match_does_not_change_a_problem(string path, HttpStatusCode status)
    {
        var answer = await library.GetAsync(path, ("If-None-Match", "*"));
        Assert.Equal(status, answer.Status);
        Assert.Null(answer.Header("ETag"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Each_query_has_its_own_tag()
    {
        string[] questions =
        [
            "/api/v1/claims", "/api/v1/claims?limit=5", "/api/v1/claims?topic=zinc", "/api/v1/claims?topic=dopamine",
            "/api/v1/claims?count=exact", "/api/v1/topics", "/api/v1/topics/zinc", "/api/v1/topics/zinc/claims", "/api/v1/articles",
            $"/api/v1/articles/{Library.Bundled}", $"/api/v1/articles/{Library.Minerals}", $"/api/v1/articles/{Library.Bundled}/sections",
            $"/api/v1/articles/{Library.Bundled}/sections/lead",
        ];
        var tags = new List<string?>();
        foreach (var question in questions)
        {
            tags.Add((await library.OkAsync(question)).Header("ETag"));
        }

        Assert.Equal(tags.Distinct(), tags);
    }

    [Fact]
    public async Task A_write_elsewhere_changes_the_tag_of_lists_but_not_of_an_article_and_its_parts()
    {
        using var service = new Service();
        var before = await TagsAsync(service);
        await service.StoreAsync(new AnArticle("elsewhere") { Sentences = [new("Zinc helps.") { Topics = ["zinc"] }] });
        var after = await TagsAsync(service);
        Assert.All(before.Keys, path => Assert.Equal(IsOfOneArticle(path), before[path] == after[path]));
    }

    [Fact]
    public async Task A_write_of_the_article_changes_every_tag()
    {
        using var service = new Service();
        var before = await TagsAsync(service);
        StoredArticle stored;
        using (var snapshot = service.Database.ReadAll(CancellationToken.None))
        {
            stored = (await ArticleStore.FindAsync(snapshot, Library.Bundled, TestContext.Current.CancellationToken))!;
        }

        await service.StoreAsync(stored.Article with { Subtitle = "Another subtitle." });
        var after = await TagsAsync(service);
        Assert.All(before.Keys, path => Assert.NotEqual(before[path], after[path]));

        await service.StoreAsync(stored.Article with { Subtitle = "Another subtitle." });
        Assert.Equal(after, await TagsAsync(service));
    }

    [Theory]
    [MemberData(nameof(Routes.ReadAs), "application/json", MemberType = typeof(Routes))]
    public async Task The_data_version_is_a_header_of_every_response_and_a_member_of_lists(string path)
    {
        var answer = await library.OkAsync(path);
        Assert.Equal($"{Service.Now.ToUnixTimeMilliseconds() + 2}", answer.Header("Data-Version"));
        if (answer.Json["meta"] is { } meta)
        {
            Assert.Equal(answer.Header("Data-Version"), meta["dataVersion"]!.ToString());
        }
    }

    [Fact]
    public async Task The_data_version_follows_the_clock_and_rises_where_the_clock_does_not()
    {
        using var service = new Service();
        var start = Service.Now.ToUnixTimeMilliseconds();
        Assert.Equal(start, await VersionAsync());

        await service.StoreAsync(new AnArticle("a"));
        Assert.Equal(start + 1, await VersionAsync()); // The clock stands still.

        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await service.StoreAsync(new AnArticle("b"));
        Assert.Equal(start + 60_000, await VersionAsync());

        service.Clock.Advance(TimeSpan.FromDays(-1));
        await service.StoreAsync(new AnArticle("c"));
        Assert.Equal(start + 60_001, await VersionAsync());

        await service.StoreAsync(new AnArticle("c")); // Nothing changes.
        Assert.Equal(start + 60_001, await VersionAsync());

        async Task<long> VersionAsync() => long.Parse((await service.OkAsync("/api/v1/topics/zinc")).Header("Data-Version")!);
    }

    [Fact]
    public async Task The_setting_MaxAge_lets_responses_be_used_without_revalidation()
    {
        using var service = new Relaxed();
        Assert.Equal("public, max-age=60", (await service.OkAsync("/api/v1/claims")).Header("Cache-Control"));
        Assert.Equal("no-store", (await service.GetAsync("/api/v1/claims?limit=0")).Header("Cache-Control"));
        Assert.Equal("no-store", (await service.GetAsync("/health/live")).Header("Cache-Control"));
    }

    private static bool IsOfOneArticle(string path) => path.StartsWith("/api/v1/claims/", StringComparison.Ordinal)
        || (path.StartsWith("/api/v1/articles/", StringComparison.Ordinal)
            && Routes.Lists.All(list => list.Data != path));

    private static async Task<Dictionary<string, string?>> TagsAsync(Service service)
    {
        var tags = new Dictionary<string, string?>();
        foreach (var path in Routes.Read)
        {
            tags[path.Data] = (await service.OkAsync(path.Data)).Header("ETag");
        }

        return tags;
    }

    private sealed class Relaxed : Service
    {
        protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Cache:MaxAge", "60");
    }
}
