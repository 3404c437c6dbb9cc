using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Articles.Editing;

/// <summary>A client gets an article, changes its text, and puts it back: its evidence stays with its sentences, or it is told.</summary>
public sealed class EditArticleTests(Service service) : IClassFixture<Service>
{
    private const string Document = """
        { "title": "Zinc", "references": [ { "label": "1", "raw": "A" }, { "label": "2", "raw": "B" }, { "label": "3", "raw": "C" } ],
          "sections": [ { "paragraphs": [
            { "text": "Zinc sharpens taste. Lee (2020) found that iron does not.",
              "markers": [ { "label": "1", "at": 20, "text": "1" }, { "label": "2", "at": 31, "text": "Lee (2020)", "kept": true },
                           { "label": "3", "at": 57, "text": "[1, 3]" }, { "label": "1", "at": 57, "text": "" } ] },
            { "text": "Copper is a metal.", "markers": [ { "label": "3", "at": 18, "text": "3" } ] } ] } ] }
        """;

    [Theory]
    [InlineData("Zinc sharpens taste.", "Zinc also sharpens the taste.", 29, 40, 66, 66)]
    [InlineData("taste. Lee", "taste. Much is known. Lee", 20, 46, 72, 72)]
    [InlineData("does not", "does 🧠 so too", 20, 31, 62, 62)]
    public async Task Markers_move_with_the_text(string part, string changed, params int[] places)
    {
        var (path, document, tag) = await StoredAsync($"moved-{places[^1]}");
        var claims = (string)document["claims"]!.ToJsonString();
        Replace(document, part, changed);
        document.Remove("claims");
        var put = await service.PutAsync(path, document.ToJsonString(), ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, put.Status);
        Assert.Equal(places, Markers(put.Json).Select(marker => (int)marker!["at"]!));
        Assert.Equal(["1", "2", "3", "1"], Markers(put.Json).Select(marker => (string)marker!["label"]!));
        var lee = put.Json["claims"]!.AsArray().Single(claim => ((string)claim!["text"]!).Contains("Lee", StringComparison.Ordinal))!;
        Assert.Contains("2", lee["citations"]!.AsArray().Select(citation => (string)citation!["label"]!));
        Assert.NotEqual(claims, put.Json["claims"]!.ToJsonString());
    }

    [Fact]
    public async Task A_marker_whose_place_cannot_be_told_is_an_error_and_nothing_is_stored()
    {
        var (path, document, tag) = await StoredAsync("lost");
        Replace(document, "Zinc sharpens taste.", "Nothing of it is true.");
        Replace(document, "Lee (2020)", "Ann Lee (2021)");
        document.Remove("claims");
        var refused = (await service.PutAsync(path, document.ToJsonString(), ("If-Match", tag)))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "marker-lost");
        Assert.Equal(
            ["/sections/0/paragraphs/0/markers/0", "/sections/0/paragraphs/0/markers/1"],
            refused.Json["errors"]!.AsArray().Select(error => (string)error!["pointer"]!));
        Assert.Contains("take the marker out", (string)refused.Json["errors"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(tag, (await service.OkAsync(path)).Header("ETag"));
    }

    [Fact]
    public async Task A_marker_that_the_client_has_moved_itself_is_taken_as_sent()
    {
        var (path, document, tag) = await StoredAsync("as-sent");
        Replace(document, "Zinc sharpens taste.", "Zinc sharpens it.");
        foreach (var (marker, at) in Markers(document).Zip([17, 28, 54, 54]))
        {
            marker!["at"] = at;
        }

        document.Remove("claims");
        var put = await service.PutAsync(path, document.ToJsonString(), ("If-Match", tag));
        Assert.Equal([17, 28, 54, 54], Markers(put.Json).Select(marker => (int)marker!["at"]!));
    }

    [Fact]
    public async Task A_client_that_has_moved_equal_markers_itself_may_put_one_where_another_stood()
    {
        const string Text = "Zinc helps. Iron helps. Lead hurts.";
        const string Row = """[ { "label": "1", "at": 11, "text": "1" }, { "label": "1", "at": 23, "text": "1" } ]""";
        var document = Json(Text, Row);
        var first = await service.PutAsync("/api/v1/articles/row", document);
        Assert.Equal(HttpStatusCode.Created, first.Status);
        var put = await service.PutAsync(
            "/api/v1/articles/row",
            Json("Some say: " + Text, Row.Replace("23", "33", StringComparison.Ordinal).Replace("11", "21", StringComparison.Ordinal)),
            ("If-Match", first.Header("ETag")!));
        Assert.Equal([21, 33], Markers(put.Json).Select(marker => (int)marker!["at"]!));

        static string Json(string text, string markers) =>
            $$"""
            { "title": "T", "references": [ { "label": "1", "raw": "A" } ],
              "sections": [ { "paragraphs": [ { "text": "{{text}}", "markers": {{markers}} } ] } ] }
            """;
    }

    [Fact]
    public async Task A_paragraph_that_was_moved_and_edited_is_known_by_its_markers()
    {
        var (path, document, tag) = await StoredAsync("rearranged");
        Replace(document, "Zinc sharpens taste.", "Zinc also sharpens taste.");
        var paragraphs = document["sections"]![0]!["paragraphs"]!.AsArray();
        var edited = paragraphs[0]!;
        paragraphs.RemoveAt(0);
        paragraphs.Insert(0, new JsonObject { ["text"] = "This is new." });
        paragraphs.Add(edited);
        document.Remove("claims");
        var put = await service.PutAsync(path, document.ToJsonString(), ("If-Match", tag));
        Assert.Equal(
            [[], [18], [25, 36, 62, 62]],
            put.Json["sections"]![0]!["paragraphs"]!.AsArray()
                .Select(paragraph => paragraph!["markers"]!.AsArray().Select(marker => (int)marker!["at"]!)));
    }

    [Fact]
    public async Task A_claim_that_no_longer_fits_says_what_can_be_left_out()
    {
        var (path, document, tag) = await StoredAsync("spans");
        Replace(document, "Zinc sharpens", "Zinc also sharpens");
        var refused = (await service.PutAsync(path, document.ToJsonString(), ("If-Match", tag)))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "text-differs");
        Assert.All(
            refused.Json["errors"]!.AsArray(),
            error => Assert.Contains("leave out claims", (string)error!["detail"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reference_that_is_its_line_alone_is_read_as_an_import_reads_it()
    {
        string[] lines =
        [
            "Lee A, Roe B. Zinc and taste in adults. J Trace Elem. 2019;12(3):45-52. doi:10.1000/zinc.1",
            "Poe C. Iron in food. Nutr Lett. 2001;7:1-9.",
        ];
        var imported = (await service.ImportAsync(
            $"Zinc imported\n\nZinc sharpens taste.1 Iron does not.2\n\nReferences\n\n1. {lines[0]}\n2. {lines[1]}\n")).Json["article"]!;
        var references = new JsonArray([.. lines.Select((line, i) => new JsonObject { ["label"] = $"{i + 1}", ["raw"] = line })]);
        var document = new JsonObject
        {
            ["title"] = "Zinc put",
            ["sections"] = new JsonArray(new JsonObject { ["paragraphs"] = new JsonArray(new JsonObject { ["text"] = "Zinc helps." }) }),
            ["references"] = references,
        };
        var put = await service.PutAsync("/api/v1/articles/lines", document.ToJsonString());
        Assert.Equal(imported["references"]!.ToJsonString(), put.Json["references"]!.ToJsonString());

        references[0]!["title"] = "A title of its own";
        var given = await service.PutAsync("/api/v1/articles/lines", document.ToJsonString(), ("If-Match", "*"));
        Assert.Null(given.Json["references"]![0]!["year"]);
        Assert.Equal("A title of its own", (string)given.Json["references"]![0]!["title"]!);
    }

    private static JsonArray Markers(JsonNode document) => document["sections"]![0]!["paragraphs"]![0]!["markers"]!.AsArray();

    private static void Replace(JsonNode document, string part, string changed)
    {
        var paragraph = document["sections"]![0]!["paragraphs"]![0]!;
        var text = (string)paragraph["text"]!;
        Assert.Contains(part, text, StringComparison.Ordinal);
        paragraph["text"] = text.Replace(part, changed, StringComparison.Ordinal);
    }

    private async Task<(string Path, JsonObject Document, string Tag)> StoredAsync(string slug)
    {
        var path = $"/api/v1/articles/{slug}";
        var put = await service.PutAsync(path, Document);
        Assert.Equal(HttpStatusCode.Created, put.Status);
        return (path, put.Json.AsObject(), put.Header("ETag")!);
    }
}
