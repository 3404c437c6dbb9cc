using System.Text.Json.Nodes;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Tests.Claims;

/// <summary>Claims as CSV, lines of JSON and Web Annotations.</summary>
public sealed class ClaimFormatsTests(Service service) : IClassFixture<Service>
{
    private const string Header =
        "id,text,topics,certainty,hedges,article.slug,article.title,article.publishedOn,article.url,location.sectionId,"
        + "location.sectionHeading,location.paragraph,location.start,location.end,"
        + "citations.label,citations.referenceId,citations.short,citations.doi,origin,reviewStatus";

    [Fact]
    public async Task CSV_has_a_row_for_each_claim()
    {
        var claims = (await service.OkAsync("/api/v1/articles/ketamine-and-anorexia/claims?limit=100")).Data;
        var answer = await service.OkAsync("/api/v1/articles/ketamine-and-anorexia/claims?limit=100&format=csv");
        Assert.Equal("text/csv; charset=utf-8; header=present", answer.Header("Content-Type"));
        Assert.EndsWith("\r\n", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFEFF', answer.Text);

        var rows = Parse(answer.Text);
        Assert.Equal(Header, string.Join(',', rows[0]));
        Assert.Equal(claims.Select(claim => Row(claim!)), rows.Skip(1).Select(row => string.Join('|', row)));
    }

    [Fact]
    public async Task CSV_escapes_cells_that_a_spreadsheet_would_run_as_formulas()
    {
        string[] sentences =
        [
            "=1+1 is so.", "+zinc is so.", "-zinc is so.", "@zinc is so.", "＝zinc is so.", "Zinc, \"copper\" is so.", "'Zinc is so.",
            "Zinc =1 is so.",
        ];
        foreach (var (sentence, i) in sentences.Select((sentence, i) => (sentence, i)))
        {
            await service.StoreAsync(new AnArticle($"formula-{i}")
            {
                Title = "=cmd|' /C calc'!A0",
                Sentences = [new(sentence) { Topics = [] }],
            });
        }

        var rows = Parse((await service.OkAsync("/api/v1/claims?limit=100&format=csv")).Text)
            .Where(row => row[5].StartsWith("formula-", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(
            [
                "'=1+1 is so.", "'+zinc is so.", "'-zinc is so.", "'@zinc is so.", "'＝zinc is so.", "Zinc, \"copper\" is so.",
                "'Zinc is so.", "Zinc =1 is so.",
            ],
            rows.Select(row => row[1]));
        Assert.All(rows, row => Assert.Equal("'=cmd|' /C calc'!A0", row[6]));
    }

    [Fact]
    public async Task NDJSON_has_a_line_for_each_claim_of_the_list()
    {
        var claims = (await service.OkAsync("/api/v1/topics/zinc/claims")).Data;
        var answer = await service.OkAsync("/api/v1/topics/zinc/claims?format=ndjson");
        Assert.Equal("application/x-ndjson", answer.Header("Content-Type"));
        Assert.Equal(string.Concat(claims.Select(claim => claim!.ToJsonString(Json) + "\n")), answer.Text);
    }

    [Theory]
    [InlineData("csv", 1)]
    [InlineData("ndjson", 0)]
    public async Task An_empty_list_has_no_rows(string format, int lines) =>
        Assert.Equal(lines, (await service.OkAsync($"/api/v1/claims?section=nowhere&format={format}")).Text.Count(c => c == '\n'));

    [Fact]
    public async Task A_web_annotation_targets_the_sentence_of_its_claim()
    {
        var root = new Uri(service.Address, "/api/v1/").AbsoluteUri;
        var page = (await service.OkAsync("/api/v1/claims?format=jsonld&limit=2")).Json;
        Assert.Equal("AnnotationPage", (string)page["type"]!);
        Assert.Equal($"{root}claims?format=jsonld&limit=2", (string)page["id"]!);
        var next = await service.OkAsync((string)page["next"]!);
        Assert.Equal((string)page["partOf"]!["id"]!, (string)next.Json["partOf"]!["id"]!);
        foreach (var annotation in page["items"]!.AsArray())
        {
            var claim = (await service.OkAsync((string)annotation!["id"]!)).Json;
            var target = annotation["target"]!.AsArray().Single()!;
            var section = (await service.OkAsync((string)target["source"]!)).Json;
            var selector = target["selector"]!;
            Assert.Equal("http://tools.ietf.org/rfc/rfc6901", (string)selector["conformsTo"]!);
            var pointer = ((string)selector["value"]!).Split('/');
            var text = (string)section[pointer[1]]![int.Parse(pointer[2])]![pointer[3]]!;
            var (quote, position) = (selector["refinedBy"]![0]!, selector["refinedBy"]![1]!);
            Assert.Equal(("TextQuoteSelector", "TextPositionSelector"), ((string)quote["type"]!, (string)position["type"]!));
            Assert.Equal((string)claim["text"]!, (string)quote["exact"]!);
            Assert.Equal((string)claim["text"]!, CodePoints.Slice(text, (int)position["start"]!, (int)position["end"]!));
            Assert.Contains($"{quote["prefix"]}{quote["exact"]}{quote["suffix"]}", text, StringComparison.Ordinal);

            var bodies = annotation["body"]!.AsArray();
            foreach (var body in bodies.Where(body => (string)body!["type"]! == "SpecificResource"))
            {
                await service.OkAsync((string)body!["source"]!);
            }

            Assert.Equal(
                claim["topics"]!.AsArray().Select(topic => $"{root}topics/{topic}"),
                bodies.Where(body => (string)body!["purpose"]! == "tagging").Select(body => (string)body!["source"]!));
            Assert.Equal(
                [(string)claim["certainty"]!, (string)claim["reviewStatus"]!],
                bodies.Where(body => (string)body!["purpose"]! == "classifying").Select(body => (string)body!["value"]!));
            Assert.Equal(
                claim["citations"]!.AsArray().Select(citation => $"{root}references/{citation!["referenceId"]}"),
                bodies.Where(body => (string)body!["purpose"]! == "linking").Select(body => (string)body!["source"]!));

            var alone = (await service.OkAsync($"{annotation["id"]}?format=jsonld")).Json.AsObject();
            Assert.True(JsonNode.DeepEquals(page["@context"], alone["@context"]));
            alone.Remove("@context");
            Assert.True(JsonNode.DeepEquals(annotation, alone));
        }
    }

    [Fact]
    public async Task A_web_annotation_targets_the_published_page_by_its_words_too()
    {
        Article article = new AnArticle("published-page") { Sentences = [new("Zinc is so.")] };
        await service.StoreAsync(article with { Source = new ArticleSource { Url = "https://example.org/page" } });
        var targets = (await service.OkAsync(
            "/api/v1/articles/published-page/claims?format=jsonld")).Json["items"]![0]!["target"]!.AsArray();
        Assert.Equal(2, targets.Count);
        Assert.Equal(
            ("https://example.org/page", "Zinc is so."), ((string)targets[1]!["source"]!, (string)targets[1]!["selector"]!["exact"]!));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Row(JsonNode claim)
    {
        string List(JsonNode? list) => string.Join("; ", list!.AsArray().Select(item => $"{item}"));
        string Of(string member) =>
            claim["citations"]!.AsArray().All(citation => citation![member] is null)
                ? ""
                : string.Join("; ", claim["citations"]!.AsArray().Select(citation => $"{citation![member]}"));

        var (article, place) = (claim["article"]!, claim["location"]!);
        return string.Join('|', [
            $"{claim["id"]}", $"{claim["text"]}", List(claim["topics"]), $"{claim["certainty"]}", List(claim["hedges"]),
            $"{article["slug"]}", $"{article["title"]}", $"{article["publishedOn"]}", $"{article["url"]}", $"{place["sectionId"]}",
            $"{place["sectionHeading"]}", $"{place["paragraph"]}", $"{place["start"]}", $"{place["end"]}", Of("label"), Of("referenceId"),
            Of("short"), Of("doi"), $"{claim["origin"]}", $"{claim["reviewStatus"]}"]);
    }

    // As RFC 4180 has it.
    private static List<List<string>> Parse(string table)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        for (var at = 0; at < table.Length;)
        {
            var cell = new System.Text.StringBuilder();
            if (table[at] == '"')
            {
                for (at++; table[at] != '"' || (at + 1 < table.Length && table[at + 1] == '"'); at++)
                {
                    at += table[at] == '"' ? 1 : 0;
                    cell.Append(table[at]);
                }

                at++;
            }
            else
            {
                for (; table[at] is not (',' or '\r'); at++)
                {
                    Assert.NotEqual('"', table[at]);
                    cell.Append(table[at]);
                }
            }

            row.Add(cell.ToString());
            if (table[at++] == '\r')
            {
                Assert.Equal('\n', table[at++]);
                rows.Add(row);
                row = [];
            }
        }

        return rows;
    }
}
