using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using ArticleApi.Contract;
using ArticleApi.Features.Articles;
using ArticleApi.Features.Claims;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Tests.Storage;

/// <summary>The stored JSON of articles and claims is what the tables give, after every kind of write.</summary>
public sealed class DocumentTests(Library library)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>
    /// If this fails, the JSON for clients has changed: raise <see cref="ArticleRenderer.FormatVersion"/>, then write the new sum here.
    /// </summary>
    [Fact]
    public async Task Changed_JSON_needs_a_new_format_version()
    {
        var sums = new List<string>();
        using var snapshot = library.Database.ReadAll(CancellationToken.None);
        foreach (var slug in new[] { Library.Bundled, Library.Minerals, Library.Moods })
        {
            var rendered = ArticleRenderer.Renderer.Render((await ArticleStore.FindAsync(snapshot, slug, Cancel))!);
            sums.Add(Convert.ToHexStringLower(SHA256.HashData(rendered.Article))[..16]);
        }

        Assert.Equal((1, "3e25924e05f75e7b c12fab39a1cbf0c4 d0552fec1aaf7469"), (ArticleRenderer.FormatVersion, string.Join(' ', sums)));
    }

    [Fact]
    public async Task A_rendered_claim_is_parsed_and_written_back_unchanged()
    {
        using var snapshot = library.Database.ReadAll(CancellationToken.None);
        foreach (var slug in await ArticleStore.SlugsAsync(snapshot, Cancel))
        {
            Assert.All(
                ArticleRenderer.Renderer.Render((await ArticleStore.FindAsync(snapshot, slug, Cancel))!).Claims,
                json => Assert.Equal(json, JsonSerializer.SerializeToUtf8Bytes(ClaimResponse.Parse(json), Json.Options)));
        }
    }

    [Fact]
    public async Task Every_kind_of_write_renders_the_documents_anew()
    {
        using var service = new Service();
        await service.PatchAsync(
            $"/api/v1/claims/{(await service.OkAsync("/api/v1/claims")).Values("id")[0]}",
            """{ "reviewStatus": "rejected" }""",
            ("If-Match", "*"));
        await RenderedRows.AssertCurrentAsync(service.Database);
        await service.PatchAsync(
            $"/api/v1/claims/{(await service.OkAsync("/api/v1/claims")).Values("id")[1]}", """{ "topics": ["zinc"] }""", ("If-Match", "*"));
        await RenderedRows.AssertCurrentAsync(service.Database);
        await service.ImportAsync("Zinc\n\nZinc helps.1\n\nReferences\n1. Doe, J. (2001). On zinc. Nature, 1, 2-3.", "?slug=zinc");
        await RenderedRows.AssertCurrentAsync(service.Database);
        var article = await service.OkAsync($"/api/v1/articles/{Library.Bundled}");
        Assert.Equal(
            HttpStatusCode.OK,
            (await service.PutAsync(
                $"/api/v1/articles/{Library.Bundled}",
                article.Text.Replace("Using Ketamine to Treat Anorexia", "Another title", StringComparison.Ordinal),
                ("If-Match", "*"))).Status);
        await RenderedRows.AssertCurrentAsync(service.Database);
    }

    [Fact]
    public async Task Documents_of_another_format_version_are_rendered_anew_at_the_start()
    {
        using var folder = new TemporaryFolder();
        library.Database.Backup(folder.File("old.db"));
        Raw.Execute(
            folder.File("old.db"),
            "update store_state set shape = 0; update article_documents set json = 'old'; delete from claim_documents");
        var before = Raw.Query(folder.File("old.db"), "select data_version from store_state").Single();

        using var database = new Database(new($"Data Source={folder.File("old.db")}"), TimeProvider.System, ArticleRenderer.Renderer);
        await database.PrepareAsync((_, _) => Task.CompletedTask, Cancel);
        await RenderedRows.AssertCurrentAsync(database);
        Assert.NotEqual(before, Raw.Query(folder.File("old.db"), "select data_version from store_state").Single());
    }
}
