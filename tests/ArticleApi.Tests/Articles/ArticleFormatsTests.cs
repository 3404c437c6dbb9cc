using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Articles;

/// <summary>Articles as Markdown, schema.org and lines of JSON.</summary>
public sealed class ArticleFormatsTests(Service service) : IClassFixture<Service>
{
    private const string Article = "/api/v1/articles/ketamine-and-anorexia";

    [Fact]
    public async Task Exported_Markdown_is_imported_as_the_same_article()
    {
        var markdown = await service.OkAsync($"{Article}?format=markdown");
        Assert.Equal("text/markdown; charset=utf-8; variant=GFM", markdown.Header("Content-Type"));
        Assert.Contains("[^4]", markdown.Text, StringComparison.Ordinal);
        Assert.Contains("\n[^4]: Keeler", markdown.Text, StringComparison.Ordinal);

        var read = await service.ImportAsync(markdown.Text, "?dry_run=true&slug=ketamine-and-anorexia", "text/markdown");
        Assert.Equal(HttpStatusCode.OK, read.Status);
        var (expected, article) = ((await service.OkAsync(Article)).Json, read.Json["article"]!);
        foreach (var member
            in new[] { "slug", "title", "subtitle", "category", "language", "authors", "reviewedBy", "publishedOn", "source", "keyPoints" })
        {
            Assert.Equal(expected[member]?.ToJsonString(), article[member]?.ToJsonString());
        }

        Assert.Equal(Body(expected), Body(article));
        Assert.Equal(expected["references"]!.ToJsonString(), article["references"]!.ToJsonString());
        Assert.Subset(Claims(article), Claims(expected));
    }

    [Fact]
    public async Task JSON_LD_describes_the_article_its_references_and_its_claims_in_schema_org_terms()
    {
        var root = new Uri(service.Address, "/api/v1").AbsoluteUri;
        var (article, told) = ((await service.OkAsync(Article)).Json, (await service.OkAsync($"{Article}?format=jsonld")).Json);
        Assert.Equal(("Article", root + "/articles/ketamine-and-anorexia"), ((string)told["@type"]!, (string)told["@id"]!));
        Assert.Equal((string)article["title"]!, (string)told["headline"]!);
        Assert.Equal(
            article["references"]!.AsArray().Select(reference => $"{root}/references/{reference!["id"]}"),
            told["citation"]!.AsArray().Select(work => (string)work!["@id"]!));
        Assert.All(told["citation"]!.AsArray(), work => Assert.NotEmpty((string)work!["name"]!));
        var claims = told["hasPart"]!.AsArray();
        Assert.Equal(
            article["claims"]!.AsArray().Select(claim => (string)claim!["text"]!), claims.Select(claim => (string)claim!["text"]!));
        Assert.All(
            claims, claim => Assert.Equal(("Claim", (string)told["@id"]!), ((string)claim!["@type"]!, (string)claim["appearance"]!)));
    }

    [Fact]
    public async Task NDJSON_has_a_line_for_each_article_of_the_list()
    {
        var articles = (await service.OkAsync("/api/v1/articles")).Data;
        var lines = (await service.OkAsync("/api/v1/articles?format=ndjson")).Text.TrimEnd('\n').Split('\n');
        Assert.Equal(articles.Select(article => article!.ToJsonString()), lines.Select(line => JsonNode.Parse(line)!.ToJsonString()));
    }

    private static IEnumerable<string> Body(JsonNode article) =>
        article["sections"]!.AsArray().SelectMany(section => section!["paragraphs"]!.AsArray()
            .Select(paragraph =>
                $"{paragraph!["text"]} "
                + $"{string.Join(' ', paragraph["markers"]!.AsArray().Select(marker => $"{marker!["label"]}@{marker["at"]}"))}")
            .Prepend($"{section["id"]} {section["heading"]} {section["level"]}"));

    private static HashSet<string> Claims(JsonNode article) =>
    [
        .. article["claims"]!
            .AsArray()
            .Select(claim =>
                $"{claim!["id"]} {claim["text"]} {claim["location"]} {claim["certainty"]} "
                + $"{string.Join(' ', claim["citations"]!.AsArray().Select(citation => citation!.ToJsonString()))}"),
    ];
}
