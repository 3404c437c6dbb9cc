using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Imports;

public sealed class ImportArticleTests(Service service) : IClassFixture<Service>
{
    private const string Text =
        "Zinc and taste\n\nZinc may sharpen taste.1 Copper hinders zinc.7\n\nReferences\n"
        + "1. Doe, J. (2020). Taste. Journal of Tasting, 3(1), 1-9.\n2. Poe, E. (2021). Smell. Noses, 2, 3-4.\n";

    [Fact]
    public async Task An_imported_article_is_stored_and_the_response_has_a_report()
    {
        var answer = await service.ImportAsync(Text);
        Assert.Equal((HttpStatusCode.Created, "/api/v1/articles/zinc-and-taste"), (answer.Status, answer.Header("Location")));
        var get = await service.OkAsync("/api/v1/articles/zinc-and-taste");
        Assert.True(JsonNode.DeepEquals(get.Json, answer.Json["article"]));
        Assert.Equal((get.Header("ETag"), get.Header("Data-Version")), (answer.Header("ETag"), answer.Header("Data-Version")));

        var report = answer.Json["report"]!;
        Assert.Equal(
            ("text", """["2"]""", """["7"]"""),
            ((string)report["format"]!, report["uncitedReferences"]!.ToJsonString(), report["unresolvedMarkers"]!.ToJsonString()));
        Assert.Equal(
            (2, 1, 2),
            ((int)report["counts"]!["markers"]!, (int)report["counts"]!["resolvedMarkers"]!, (int)report["counts"]!["references"]!));
        Assert.Equal(3, (int)report["notes"]!.AsArray().Single(note => (string)note!["code"]! == "unknown-label")!["line"]!);
    }

    [Fact]
    public async Task A_dry_run_gives_the_same_response_and_stores_nothing()
    {
        var version = (await service.OkAsync("/api/v1/articles")).Header("Data-Version");
        var dry = await service.ImportAsync(Text, "?slug=dry&dry_run=true");
        Assert.Equal((HttpStatusCode.OK, null, version), (dry.Status, dry.Header("Location"), dry.Header("Data-Version")));
        (await service.GetAsync("/api/v1/articles/dry")).IsProblem(HttpStatusCode.NotFound, "article-not-found");

        var real = await service.ImportAsync(Text, "?slug=dry&dry_run=false");
        Assert.Equal((HttpStatusCode.Created, dry.Text), (real.Status, real.Text));
        Assert.Equal(real.Text, (await service.ImportAsync(Text, "?slug=dry&dry_run=true")).Text);
    }

    [Fact]
    public async Task Importing_over_an_existing_article_needs_the_conditions_of_PUT()
    {
        var first = (await service.ImportAsync(Text, "?slug=onto")).Header("ETag")!;
        (await service.ImportAsync(Text, "?slug=onto")).IsProblem((HttpStatusCode)428, "precondition-required");
        (await service.ImportAsync(Text, "?slug=onto", headers: ("If-None-Match", "*"))).IsProblem(
            HttpStatusCode.PreconditionFailed, "precondition-failed");
        var same = await service.ImportAsync(Text, "?slug=onto", headers: ("If-Match", first));
        Assert.Equal((HttpStatusCode.OK, first, 1), (same.Status, same.Header("ETag"), (int)same.Json["article"]!["revision"]!));
        Assert.Equal(
            2,
            (int)(await service.ImportAsync(
                $"{Text}\n", "?slug=onto", "text/plain; charset=utf-8", ("If-Match", first))).Json["article"]!["revision"]!
            + 1);
        Assert.Equal(
            2,
            (int)(await service.ImportAsync(
                Text.Replace("hinders", "helps", StringComparison.Ordinal),
                "?slug=onto",
                headers: ("If-Match", first))).Json["article"]!["revision"]!);
        (await service.ImportAsync(Text, "?slug=onto&dry_run=true", headers: ("If-Match", first))).IsProblem(
            HttpStatusCode.PreconditionFailed, "precondition-failed");
    }

    [Fact]
    public async Task An_authored_claim_stays_while_its_text_does_and_its_loss_is_reported()
    {
        var document = (await service.ImportAsync(Text, "?slug=authored")).Json["article"]!;
        document["claims"]!
            .AsArray()
            .Add(JsonNode.Parse("""{ "text": "may sharpen", "topics": [ "copper" ], "citations": [ { "label": "2" } ] }"""));
        await service.PutAsync("/api/v1/articles/authored", document.ToJsonString(), ("If-Match", "*"));

        var kept = await service.ImportAsync($"Intro on tin.\n\n{Text}", "?slug=authored", headers: ("If-Match", "*"));
        var claim = kept.Json["article"]!["claims"]!.AsArray().Single(it => (string)it!["origin"]! == "authored")!;
        Assert.Equal(
            ("may sharpen", """["copper"]""", "2"),
            ((string)claim["text"]!, claim["topics"]!.ToJsonString(), (string)claim["citations"]![0]!["label"]!));

        var lost = await service.ImportAsync(
            Text.Replace("may sharpen", "sharpens", StringComparison.Ordinal), "?slug=authored", headers: ("If-Match", "*"));
        Assert.DoesNotContain(lost.Json["article"]!["claims"]!.AsArray(), it => (string)it!["origin"]! == "authored");
        Assert.Contains(lost.Json["report"]!["notes"]!.AsArray(), note => (string)note!["code"]! == "authored-claim-left-out");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/pdf")]
    [InlineData("multipart/mixed; boundary=x")]
    [InlineData("")]
    public async Task An_import_in_another_media_type_is_a_415_with_the_accepted_ones(string type)
    {
        var answer = await service.ImportAsync(Text, type: type);
        answer.IsProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        Assert.StartsWith("text/plain, ", answer.Header("Accept"), StringComparison.Ordinal);
        Assert.Contains(answer.Header("Accept")!, (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n ", "empty")]
    [InlineData("Only a title", "no-body")]
    [InlineData("a\0b", "binary")]
    public async Task A_text_without_an_article_is_a_422(string text, string code) =>
        (await service.ImportAsync(text)).IsProblem(HttpStatusCode.UnprocessableEntity, code);

    [Fact]
    public async Task The_charset_is_used_and_an_unknown_one_is_a_422()
    {
        var latin = new ByteArrayContent(Encoding.Latin1.GetBytes("Zink für Ärzte\n\nZinc is für alle.\n"));
        latin.Headers.TryAddWithoutValidation("Content-Type", "text/plain; charset=iso-8859-1");
        Assert.Equal(
            "Zink für Ärzte",
            (string)(await service.WriteAsync(HttpMethod.Post, "/api/v1/imports?slug=latin", latin)).Json["article"]!["title"]!);
        (await service.ImportAsync(Text, type: "text/plain; charset=nonsense")).IsProblem(
            HttpStatusCode.UnprocessableEntity, "unknown-charset");
    }

    [Theory]
    [InlineData("?slug=Zinc", "slug", "invalid-slug", null)]
    [InlineData("?slug=", "slug", "empty-value", null)]
    [InlineData("?dry_run=yes", "dry_run", "unknown-value", null)]
    [InlineData("?dryrun=true", "dryrun", "unknown-parameter", "dry_run")]
    public async Task An_invalid_import_parameter_is_a_400(string query, string parameter, string code, string? suggestion) =>
        (await service.ImportAsync(Text, query)).HasErrors((parameter, code, suggestion));

    [Theory]
    [InlineData(WordFile.MediaType, "copper-one")]
    [InlineData("application/octet-stream", "copper-two")]
    public async Task A_document_of_Word_is_imported(string type, string slug)
    {
        var answer = await SendAsync(WordFile.Of("Copper and taste"), type, slug);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var article = answer.Json["article"]!;
        Assert.Equal(
            ("word", "Copper and taste", "Copper may dull the sense of taste."),
            (
                (string)answer.Json["report"]!["format"]!,
                (string)article["title"]!,
                (string)article["sections"]![0]!["paragraphs"]![0]!["text"]!));
        Assert.Equal("1", (string)article["claims"]![0]!["citations"]![0]!["label"]!);
    }

    [Theory]
    [InlineData(WordFile.MediaType, new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0 }, "old-word")]
    [InlineData("application/octet-stream", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0 }, "old-word")]
    [InlineData(WordFile.MediaType, new byte[] { (byte)'T', (byte)'e', (byte)'a' }, "no-word-document")]
    public async Task What_is_no_document_of_Word_is_a_422_that_says_why(string type, byte[] bytes, string code) =>
        (await SendAsync(bytes, type, "copper")).IsProblem(HttpStatusCode.UnprocessableEntity, code);

    private Task<ApiResponse> SendAsync(byte[] bytes, string type, string slug)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return service.WriteAsync(HttpMethod.Post, $"/api/v1/imports?slug={slug}", content);
    }
}
