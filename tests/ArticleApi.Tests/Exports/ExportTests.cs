using System.Net;
using System.Text.Json.Nodes;
using ArticleApi.Tests.Storage;
using Microsoft.AspNetCore.Hosting;

namespace ArticleApi.Tests.Exports;

public sealed class ExportTests(Library library)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_article_is_a_line_equal_to_the_article_that_GET_gives()
    {
        var export = await Export.ReadAsync(library, "articles");
        Assert.Equal(
            [Library.Minerals, Library.Bundled, Library.Moods], export.Lines.Select(line => (string)JsonNode.Parse(line)!["slug"]!));
        foreach (var line in export.Lines)
        {
            Assert.Equal((await library.OkAsync($"/api/v1/articles/{JsonNode.Parse(line)!["slug"]}")).Text, line);
        }
    }

    [Fact]
    public async Task Each_claim_is_a_line_including_rejected_ones()
    {
        var export = await Export.ReadAsync(library, "claims");
        var listed = (await library.WalkAsync("/api/v1/claims", 100)).Concat(
            await library.WalkAsync("/api/v1/claims?review=rejected", 100));
        Assert.Equal(
            listed.Select(claim => claim.ToJsonString()).Order(),
            export.Lines.Select(line => JsonNode.Parse(line)!.ToJsonString()).Order());
        Assert.Contains(export.Lines, line => (string)JsonNode.Parse(line)!["reviewStatus"]! == "rejected");
        var slugs = export.Lines.Select(line => (string)JsonNode.Parse(line)!["article"]!["slug"]!).ToList();
        Assert.Equal(slugs.Order(StringComparer.Ordinal), slugs);
    }

    [Fact]
    public async Task Each_topic_is_a_line()
    {
        var export = await Export.ReadAsync(library, "topics");
        Assert.Equal(
            (await library.WalkAsync("/api/v1/topics", 100)).Select(topic => topic.ToJsonString()),
            export.Lines.Select(line => JsonNode.Parse(line)!.ToJsonString()));
    }

    [Fact]
    public async Task An_empty_export_has_an_end_line_too()
    {
        using var service = new EmptyStore();
        Assert.Empty((await Export.ReadAsync(service, "articles")).Lines);
        Assert.Empty((await Export.ReadAsync(service, "claims")).Lines);
    }

    [Theory]
    [InlineData("articles")]
    [InlineData("claims")]
    [InlineData("topics")]
    public async Task An_export_is_an_NDJSON_attachment_with_its_data_version(string what)
    {
        var answer = await library.OkAsync($"/api/v1/exports/{what}");
        Assert.Equal(
            ("application/x-ndjson", $"attachment; filename=\"{what}.ndjson\"", answer.Header("Data-Version")),
            (answer.Header("Content-Type"), answer.Header("Content-Disposition"), $"{Export.Of(answer.Text).DataVersion}"));
        (await library.GetAsync($"/api/v1/exports/{what}?limit=1")).HasErrors(("limit", "unknown-parameter", null));
    }

    [Fact]
    public async Task A_slow_reader_gets_one_version_and_does_not_block_writers()
    {
        using var service = await LargeAsync();
        var articles = await SlugsAsync(service);
        using var client = new HttpClient { BaseAddress = service.Address };
        using var response = await client.GetAsync("/api/v1/exports/articles", HttpCompletionOption.ResponseHeadersRead, Cancel);

        await service.StoreAsync(new AnArticle("a-new-one"));
        Assert.Equal(HttpStatusCode.NoContent, (await service.DeleteAsync("/api/v1/articles/large-79", ("If-Match", "*"))).Status);
        await service.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine" }""");

        var export = Export.Of(await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(articles, export.Lines.Select(Slug));
        Assert.Equal(response.Headers.GetValues("Data-Version").Single(), $"{export.DataVersion}");
        Assert.Equal(await SlugsAsync(service), (await Export.ReadAsync(service, "articles")).Lines.Select(Slug));
        Assert.NotEqual(articles, await SlugsAsync(service));
    }

    [Fact]
    public async Task A_reader_that_is_too_slow_holds_no_view_of_the_store_and_gets_everything()
    {
        using var service = await LargeAsync(("Limits:SnapshotSeconds", "0.1"));
        var articles = await SlugsAsync(service);
        using var client = new HttpClient { BaseAddress = service.Address };
        using var response = await client.GetAsync("/api/v1/exports/articles", HttpCompletionOption.ResponseHeadersRead, Cancel);
        await service.StoreAsync(new AnArticle("a-new-one"));
        await EventuallyAsync(() => Raw.Query(service.DatabasePath, Checkpoint) is ["0"]);

        var export = Export.Of(await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(articles, export.Lines.Select(Slug));
        Assert.Equal(response.Headers.GetValues("Data-Version").Single(), $"{export.DataVersion}");
    }

    [Fact]
    public async Task A_slow_reader_is_cut_off_where_there_is_no_more_room_for_temporary_files()
    {
        using var service = await LargeAsync(("Limits:SnapshotSeconds", "0.1"), ("Limits:TemporaryBytes", "100000"));
        using var client = new HttpClient { BaseAddress = service.Address };
        using var response = await client.GetAsync("/api/v1/exports/articles", HttpCompletionOption.ResponseHeadersRead, Cancel);
        await service.StoreAsync(new AnArticle("a-new-one"));
        await EventuallyAsync(() => Raw.Query(service.DatabasePath, Checkpoint) is ["0"]);
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_client_that_disconnects_stops_the_export()
    {
        using var service = await LargeAsync();
        using (var client = new HttpClient { BaseAddress = service.Address })
        {
            var response = await client.GetAsync("/api/v1/exports/articles", HttpCompletionOption.ResponseHeadersRead, Cancel);
            await service.StoreAsync(new AnArticle("a-new-one"));
            Assert.Equal(["1"], Raw.Query(service.DatabasePath, Checkpoint)); // Held by the view of the reader.
            response.Dispose();
        }

        await EventuallyAsync(() => Raw.Query(service.DatabasePath, Checkpoint) is ["0"]);
    }

    [Fact]
    public async Task An_export_that_fails_midway_has_no_end_line()
    {
        using var service = await LargeAsync();
        Raw.Execute(
            service.DatabasePath, "delete from article_documents where article_id = (select id from articles where slug = 'large-79')");
        using var client = new HttpClient { BaseAddress = service.Address };
        using var response = await client.GetAsync("/api/v1/exports/articles", HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsStringAsync(Cancel));

        Raw.Execute(service.DatabasePath, "delete from article_documents");
        (await service.GetAsync("/api/v1/exports/articles")).IsProblem(HttpStatusCode.InternalServerError, "internal-error");
    }

    private const string Checkpoint = "pragma wal_checkpoint(truncate)"; // 1: somebody still reads what is older.

    // More than the buffers of a connection take; in few long words, since words are indexed.
    private static async Task<Service> LargeAsync(params (string Name, string Value)[] settings)
    {
        var service = new ServiceWith(settings);
        var text = string.Join(' ', Enumerable.Repeat(new string('x', 1000), 264));
        for (var i = 10; i < 80; i++)
        {
            await service.StoreAsync(new AnArticle($"large-{i}") { Sentences = [new(text) { IsClaim = false }] });
        }

        return service;
    }

    private static async Task EventuallyAsync(Func<bool> holds)
    {
        for (var patience = 200; !holds(); patience--)
        {
            Assert.True(patience > 0, "The view is still held.");
            await Task.Delay(50, Cancel);
        }
    }

    private static async Task<IEnumerable<string>> SlugsAsync(Service service) =>
        (await service.WalkAsync("/api/v1/articles", 100)).Select(article => (string)article["slug"]!).Order(StringComparer.Ordinal);

    private static string Slug(string line) => (string)JsonNode.Parse(line)!["slug"]!;

    private sealed class EmptyStore : Service
    {
        protected override bool HasPreparedDatabase => false;

        protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Seed", "false");
    }
}
