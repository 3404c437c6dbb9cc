using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;

namespace ArticleApi.Tests.Articles;

public sealed class PutArticleTests(Service service) : IClassFixture<Service>
{
    private const string Minimal = """{ "title": "Zinc", "sections": [ { "paragraphs": [ { "text": "Zinc may sharpen taste." } ] } ] }""";

    [Fact]
    public async Task A_new_article_is_a_201_with_the_response_that_GET_gives()
    {
        service.Clock.Advance(TimeSpan.FromTicks(1234567));
        var put = await service.PutAsync("/api/v1/articles/new", Minimal);
        Assert.Equal((HttpStatusCode.Created, "/api/v1/articles/new"), (put.Status, put.Header("Location")));

        var get = await service.OkAsync("/api/v1/articles/new");
        Assert.Equal(get.Text, put.Text);
        Assert.Equal((get.Header("ETag"), get.Header("Data-Version")), (put.Header("ETag"), put.Header("Data-Version")));
        Assert.Equal(1, (int)get.Json["revision"]!);
    }

    [Fact]
    public async Task A_slug_beyond_ASCII_is_percent_encoded_in_Location()
    {
        const string Path = "/api/v1/articles/%D1%81%D0%BE%D0%BD";
        var put = await service.PutAsync(Path, Minimal);
        Assert.Equal((HttpStatusCode.Created, Path), (put.Status, put.Header("Location")));
        Assert.Equal((await service.OkAsync(Path)).Header("ETag"), put.Header("ETag"));
        var imported = await service.ImportAsync("Цинк\n\nZinc is a metal.\n");
        Assert.Equal((await service.OkAsync(imported.Header("Location")!)).Header("ETag"), imported.Header("ETag"));
        var topic = await service.PutAsync("/api/v1/topics/%D1%81%D0%BE%D0%BD", """{ "name": "сон" }""");
        Assert.Equal((HttpStatusCode.Created, "/api/v1/topics/%D1%81%D0%BE%D0%BD"), (topic.Status, topic.Header("Location")));
    }

    [Fact]
    public async Task A_quoted_charset_is_accepted() => Assert.Equal(
        HttpStatusCode.Created,
        (await service.WriteAsync(
            HttpMethod.Put, "/api/v1/articles/quoted", Service.Body(Minimal, "application/json; charset=\"UTF-8\""))).Status);

    [Fact]
    public async Task Claims_are_extracted_unless_a_list_is_given_be_it_empty()
    {
        var extracted = (await service.PutAsync("/api/v1/articles/extracted", Minimal)).Json["claims"]!.AsArray();
        Assert.Equal(
            ("extracted", "zinc", "hedged"),
            (
                (string)extracted.Single()!["origin"]!,
                (string)extracted[0]!["topics"]!.AsArray().Single()!,
                (string)extracted[0]!["certainty"]!));
        Assert.Empty((await service.PutAsync(
            "/api/v1/articles/none", Changed(Minimal, document => document["claims"] = new JsonArray()))).Json["claims"]!.AsArray());
    }

    [Fact]
    public async Task Putting_back_the_article_that_GET_gave_changes_nothing()
    {
        var get = await service.OkAsync("/api/v1/articles/ketamine-and-anorexia");
        var put = await service.PutAsync("/api/v1/articles/ketamine-and-anorexia", get.Text, ("If-Match", get.Header("ETag")!));
        Assert.Equal((HttpStatusCode.OK, get.Text, get.Header("ETag")), (put.Status, put.Text, put.Header("ETag")));
        Assert.Null(put.Header("Location"));
    }

    [Fact]
    public async Task A_replacement_needs_the_current_revision_and_raises_it()
    {
        const string Path = "/api/v1/articles/replaced";
        var first = (await service.PutAsync(Path, Minimal)).Header("ETag")!;
        var changed = Changed(Minimal, document => document["subtitle"] = "A metal");

        Assert.Contains(
            "revision 1",
            (string)(await service.PutAsync(Path, changed)).IsProblem((HttpStatusCode)428, "precondition-required").Json["detail"]!,
            StringComparison.Ordinal);
        (await service.PutAsync(Path, changed, ("If-None-Match", "*"))).IsProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        (await service.PutAsync(Path, changed, ("If-None-Match", "\"other\""))).IsProblem((HttpStatusCode)428, "precondition-required");
        (await service.DeleteAsync(Path, ("If-None-Match", "\"other\""))).IsProblem((HttpStatusCode)428, "precondition-required");
        var second = await service.PutAsync(Path, changed, ("If-Match", first));
        Assert.Equal((HttpStatusCode.OK, 2), (second.Status, (int)second.Json["revision"]!));
        (await service.PutAsync(Path, Minimal, ("If-Match", first))).IsProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        Assert.Equal(
            3, (int)(await service.PutAsync(Path, Minimal, ("If-Match", $"\"other\", {second.Header("ETag")}"))).Json["revision"]!);
        Assert.Equal(4, (int)(await service.PutAsync(Path, changed, ("If-Match", "*"))).Json["revision"]!);
        Assert.Equal(4, (int)(await service.OkAsync(Path)).Json["revision"]!);
    }

    [Fact]
    public async Task The_ETag_of_a_section_is_enough_and_stays_valid_when_another_article_is_written()
    {
        const string Path = "/api/v1/articles/elsewhere";
        await service.PutAsync(Path, Minimal);
        var part = (await service.OkAsync($"{Path}/sections/lead")).Header("ETag")!;
        await service.PutAsync("/api/v1/articles/elsewhere-too", Minimal);
        Assert.Equal(
            HttpStatusCode.OK,
            (await service.PutAsync(Path, Changed(Minimal, document => document["title"] = "Tin"), ("If-Match", part))).Status);
    }

    [Theory]
    [InlineData("If-Match", "W/*")]
    [InlineData("If-Match", "r1")]
    [InlineData("If-None-Match", "\"a")]
    public async Task A_malformed_condition_is_a_400(string header, string value) =>
        (await service.PutAsync("/api/v1/articles/malformed", Minimal, (header, value))).IsProblem(
            HttpStatusCode.BadRequest, "invalid-header");

    [Fact]
    public async Task If_Match_and_If_None_Match_compare_as_RFC_9110_says()
    {
        const string Path = "/api/v1/articles/conditions";
        (await service.PutAsync(Path, Minimal, ("If-Match", "*"))).IsProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        var tag = (await service.PutAsync(Path, Minimal, ("If-None-Match", "*"))).Header("ETag")!;
        (await service.PutAsync(Path, Minimal, ("If-Match", $"W/{tag}"))).IsProblem(
            HttpStatusCode.PreconditionFailed, "precondition-failed");
        (await service.PutAsync(Path, Minimal, ("If-None-Match", tag))).IsProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        var other = (await service.OkAsync("/api/v1/articles/ketamine-and-anorexia")).Header("ETag")!;
        (await service.PutAsync(Path, Minimal, ("If-Match", other))).IsProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
    }

    [Fact]
    public async Task All_errors_of_an_article_come_at_once_with_their_JSON_pointers()
    {
        const string Document = """
            {
              "slug": "another", "title": 5, "titel": "Zinc", "publishedOn": "2022-13-01", "language": "not a tag",
              "sections": [ { "id": "lead", "level": 9,
                "paragraphs": [ { "text": "Zinc is a metal.", "markers": [ { "label": "2", "at": 99 } ] }, null ] },
                { "id": "lead", "paragraphs": {} } ],
              "references": [ { "label": "1", "raw": "Doe." }, { "label": "1", "raw": "Poe.", "doi": "x", "year": "2020" } ],
              "claims": [
                { "text": "Zinc is a metal.", "topics": [ "zink" ],
                  "location": { "sectionId": "lead", "paragraph": 1, "start": 1, "end": 5 } },
                { "text": "Tin is a metal.", "topics": [], "citations": [ { "label": "9" } ], "certainty": "hedgd" }
              ]
            }
            """;
        var answer = (await service.PutAsync("/api/v1/articles/wrong", Document)).IsProblem(
            HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Equal(
            [
                "/claims/0/location text-differs",
                "/claims/0/topics/0 unknown-value",
                "/claims/1/certainty unknown-value",
                "/claims/1/citations/0/label unknown-label",
                "/claims/1/text claim-not-in-text",
                "/language invalid-value",
                "/publishedOn invalid-value",
                "/references/1/doi invalid-doi",
                "/references/1/label duplicate-label",
                "/references/1/year invalid-type",
                "/sections/0/level out-of-range",
                "/sections/0/paragraphs/0/markers/0/at out-of-range",
                "/sections/0/paragraphs/0/markers/0/label unknown-label",
                "/sections/0/paragraphs/1 required",
                "/sections/1/id duplicate-id",
                "/sections/1/paragraphs invalid-type",
                "/slug slug-differs",
                "/titel unknown-member",
                "/title invalid-type",
            ],
            answer.Json["errors"]!.AsArray().Select(error => $"{error!["pointer"]} {error["code"]}").Order(StringComparer.Ordinal));
        Assert.Equal(
            "title", (string)answer.Json["errors"]!.AsArray().Single(error => (string)error!["code"]! == "unknown-member")!["suggestion"]!);
        (await service.GetAsync("/api/v1/articles/wrong")).IsProblem(HttpStatusCode.NotFound, "article-not-found");
    }

    [Fact]
    public async Task A_single_error_gives_the_problem_its_code()
    {
        var document = Changed(Minimal, it => it["claims"] = JsonNode.Parse("""[ { "text": "Tin is a metal.", "topics": [] } ]"""));
        (await service.PutAsync("/api/v1/articles/not-in-text", document)).IsProblem(
            HttpStatusCode.UnprocessableEntity, "claim-not-in-text");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("{")]
    [InlineData("{ 'title': 1 }")]
    [InlineData("title=Zinc")]
    [InlineData("{ \"title\": \"a\", }")]
    public async Task A_body_that_is_not_JSON_is_a_400(string body) =>
        (await service.PutAsync("/api/v1/articles/no-json", body)).IsProblem(HttpStatusCode.BadRequest, "invalid-json");

    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_a_400()
    {
        var body = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes("""{ "title": "Schlaf für alle", "sections": [ {} ] }"""));
        body.Headers.ContentType = new("application/json");
        (await service.WriteAsync(HttpMethod.Put, "/api/v1/articles/no-json", body)).IsProblem(HttpStatusCode.BadRequest, "invalid-json");
    }

    [Fact]
    public async Task A_body_that_is_nested_too_deep_is_a_400() =>
        (await service.PutAsync("/api/v1/articles/deep", string.Concat(Enumerable.Repeat("[", 100_000)))).IsProblem(
            HttpStatusCode.BadRequest, "invalid-json");

    [Theory]
    [InlineData("null", "required")]
    [InlineData("[]", "invalid-type")]
    [InlineData("5", "invalid-type")]
    [InlineData("{}", "required")]
    [InlineData("{ \"title\": \"a\", \"title\": \"b\", \"sections\": [ {} ] }", "duplicate-member")]
    [InlineData("{ \"title\": \"\\ud800\", \"sections\": [ {} ] }", "invalid-text")]
    [InlineData("{ \"title\": \"a\", \"sections\": [ {} ], \"\\ud800\": 1 }", "unknown-member")]
    public async Task JSON_that_is_not_an_article_is_a_422(string body, string code) =>
        (await service.PutAsync("/api/v1/articles/none-at-all", body)).IsProblem(HttpStatusCode.UnprocessableEntity, code);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task An_article_in_another_media_type_is_a_415_with_the_accepted_ones(string type)
    {
        var answer = await service.WriteAsync(HttpMethod.Put, "/api/v1/articles/typed", Service.Body(Minimal, type));
        answer.IsProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        Assert.Equal("application/json", answer.Header("Accept"));
    }

    [Fact]
    public async Task A_compressed_body_is_a_415()
    {
        var body = Service.Body(Minimal, "application/json");
        body.Headers.ContentEncoding.Add("gzip");
        (await service.WriteAsync(HttpMethod.Put, "/api/v1/articles/packed", body)).IsProblem(
            HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_a_413()
    {
        using var limited = new SmallBodyLimit();
        (await limited.PutAsync("/api/v1/articles/large", Changed(Minimal, document => document["subtitle"] = new string('x', 3000))))
            .IsProblem(HttpStatusCode.RequestEntityTooLarge, "content-too-large");
        Assert.Equal(HttpStatusCode.Created, (await limited.PutAsync("/api/v1/articles/small", Minimal)).Status);
    }

    [Theory]
    [InlineData("Zinc")]
    [InlineData("zinc--tin")]
    [InlineData("zinc%20")]
    [InlineData("%F0%9F%A7%A0")]
    public async Task An_invalid_slug_is_a_400(string slug) =>
        (await service.PutAsync($"/api/v1/articles/{slug}", Minimal)).IsProblem(HttpStatusCode.BadRequest, "invalid-slug");

    [Fact]
    public async Task Of_concurrent_creations_one_wins_and_the_others_are_a_412()
    {
        const string Path = "/api/v1/articles/raced";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            service.PutAsync(Path, Changed(Minimal, document => document["subtitle"] = $"Number {i}"), ("If-None-Match", "*"))));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed));
    }

    private static string Changed(string json, Action<JsonNode> change)
    {
        var document = JsonNode.Parse(json)!;
        change(document);
        return document.ToJsonString();
    }

    private sealed class SmallBodyLimit : Service
    {
        protected override void Configure(IWebHostBuilder builder) =>
            builder.UseSetting("Limits:MaxBodyBytes", "2000");
    }
}
