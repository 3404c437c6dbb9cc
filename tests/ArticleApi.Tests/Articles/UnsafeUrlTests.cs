using System.Net;
using ArticleApi.Documents.Model;

namespace ArticleApi.Tests.Articles;

/// <summary>No document brings an address that a page would run, and no representation shows one.</summary>
public sealed class UnsafeUrlTests(Service service) : IClassFixture<Service>
{
    private const string Script = "javascript:alert(1)";

    public static TheoryData<string> Unsafe =>
        [Script, "JavaScript:alert(1)", " javascript:alert(1)", "data:text/html,x", "ftp://a/b", "/a", "www.a.org"];

    [Theory]
    [MemberData(nameof(Unsafe))]
    public async Task A_URL_of_a_document_is_of_http_or_https(string url)
    {
        var refused = (await PutAsync("unsafe", url, url, null)).IsProblem(HttpStatusCode.UnprocessableEntity, "unsafe-url");
        Assert.Equal(
            ["/references/0/url", "/source/url"],
            refused.Json["errors"]!.AsArray().Select(error => (string)error!["pointer"]!).Order());
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync("/api/v1/articles/unsafe")).Status);
    }

    [Fact]
    public async Task A_licence_is_no_script()
    {
        var refused = (await PutAsync("unsafe", null, null, Script)).IsProblem(HttpStatusCode.UnprocessableEntity, "unsafe-url");
        Assert.Equal("/source/license", (string?)refused.Json["errors"]![0]!["pointer"]);
        Assert.Equal(HttpStatusCode.Created, (await PutAsync("safe", "HTTPS://a.org/b", "http://a.org", "CC-BY: see the site")).Status);
    }

    [Fact]
    public async Task A_stored_one_may_be_sent_back_and_no_representation_makes_a_link_of_it()
    {
        Article old = new AnArticle("old") { References = [AnArticle.Entry("1", "Lee", 2020, "A title") with { Url = Script }] };
        await service.StoreAsync(old with { Source = new() { Url = Script, License = Script } });
        var document = await service.OkAsync("/api/v1/articles/old");
        Assert.Equal(Script, (string?)document.Json["source"]!["url"]);
        var changed = document.Json;
        changed["title"] = "Another title";
        Assert.Equal(HttpStatusCode.OK, (await service.PutAsync("/api/v1/articles/old", changed.ToJsonString(), ("If-Match", "*"))).Status);
        changed["source"]!["url"] = "javascript:alert(2)";
        (await service.PutAsync("/api/v1/articles/old", changed.ToJsonString(), ("If-Match", "*")))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "unsafe-url");

        foreach (var path in (string[])[
            "articles/old?format=markdown", "articles/old?format=jsonld", "claims?article=old&format=jsonld",
            "articles/old/references?format=bibtex", "articles/old/references?format=ris", "articles/old/references?format=csl",
        ])
        {
            Assert.DoesNotContain("javascript:", (await service.OkAsync($"/api/v1/{path}")).Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task JSON_LD_can_stand_in_the_script_element_of_a_page()
    {
        const string Breakout = "Zinc </script><script>alert(1)</script> helps <!-- taste.";
        await service.StoreAsync(new AnArticle("breakout") { Title = Breakout, Sentences = [new(Breakout) { Topics = ["zinc"] }] });
        foreach (var path in (string[])["articles/breakout", "claims?article=breakout"])
        {
            var answer = await service.OkAsync($"/api/v1/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format=jsonld");
            Assert.DoesNotContain('<', answer.Text);
            Assert.Contains(@"\u003C/script>", answer.Text, StringComparison.Ordinal);
            Assert.Contains(Breakout, answer.Json.ToString().Replace(@"\u003C", "<", StringComparison.Ordinal)
                .Replace(@"\u003E", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("text/markdown", "---\ntitle: T\nurl: javascript:alert(1)\n---\n\n# T\n\nZinc helps.\n")]
    [InlineData(
        "text/html",
        "<html><head><link rel=canonical href='javascript:alert(1)'></head><body><h1>T</h1><p>Zinc helps.</p></body></html>")]
    public async Task An_import_leaves_it_out_and_says_so(string type, string text)
    {
        var answer = await service.ImportAsync(text, "?dry_run=true", type);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Null(answer.Json["article"]!["source"]!["url"]);
        Assert.Contains("unsafe-url", answer.Json["report"]!["notes"]!.AsArray().Select(note => (string)note!["code"]!));
    }

    [Fact]
    public async Task A_line_of_NDJSON_is_stored_without_it_and_the_import_says_so()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder.File("a.ndjson"),
            """
            { "title": "A", "source": { "url": "javascript:alert(1)" }, "sections": [{ "paragraphs": [{ "text": "Zinc helps." }] }] }

            """,
            TestContext.Current.CancellationToken);
        var run = await ProgramRun.InProcessAsync(folder, ["import", folder.File("a.ndjson")]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "a.ndjson:1: left out: /source/url: 'javascript:alert(1)' is no URL of http or https.", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"url\":null", (await ProgramRun.InProcessAsync(folder, ["export", "a"])).Output, StringComparison.Ordinal);
    }

    private Task<ApiResponse> PutAsync(string slug, string? url, string? referenceUrl, string? license) => service.PutAsync(
        $"/api/v1/articles/{slug}",
        System.Text.Json.JsonSerializer.Serialize(new
        {
            title = "T",
            source = new { url, license },
            sections = new[] { new { paragraphs = new[] { new { text = "Zinc helps." } } } },
            references = new[] { new { label = "1", raw = "Lee (2020). Zinc.", url = referenceUrl } },
        }),
        ("If-None-Match", "*"));
}
