using System.Text;
using System.Text.Json;
using ArticleApi.Contract;
using ArticleApi.Contract.Articles;
using ArticleApi.Documents.Model;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Tests.Articles;

public sealed class ArticleReaderTests(Library library)
{
    private static readonly HashSet<string> Vocabulary = ["copper", "serotonin", "zinc"];

    [Fact]
    public void A_title_and_a_section_are_the_minimum()
    {
        var article = Read("""{ "title": "Zinc & You!", "sections": [ { "paragraphs": [ { "text": "Zinc helps." } ] } ] }""");
        Assert.Equal(
            ("zinc-you", "Zinc & You!", "en", null, null),
            (article.Slug, article.Title, article.Language, article.Subtitle, article.PublishedOn));
        var section = Assert.Single(article.Sections);
        Assert.Equal(("lead", null, 2, "Zinc helps."), (section.Id, section.Heading, section.Level, section.Paragraphs.Single().Text));
        Assert.Empty(article.Claims);
    }

    [Theory]
    [InlineData("""{ "sections": [ {} ], "slug": "a" }""", "/title required")]
    [InlineData("""{ "sections": [ {} ] }""", "/title required")]
    [InlineData("""{ "title": " \u00AD ", "sections": [ {} ], "slug": "a" }""", "/title required")]
    [InlineData("""{ "title": "T" }""", "/sections required")]
    [InlineData("""{ "title": "T", "sections": [] }""", "/sections required")]
    [InlineData("""{ "title": "T", "sections": [ null ] }""", "/sections/0 required")]
    [InlineData("""{ "title": "T", "sections": [ {} ], "slug": "Not A Slug" }""", "/slug invalid-slug")]
    [InlineData("""{ "title": "T", "sections": [ {} ], "slug": "a--b" }""", "/slug invalid-slug")]
    [InlineData("""{ "title": "T", "sections": [ {} ], "slug": "" }""", "/slug invalid-slug")]
    [InlineData("""{ "title": "!?", "sections": [ {} ] }""", "/slug invalid-slug")]
    [InlineData("""{ "title": "T", "sections": [ { "id": "a" }, { "id": "a" } ] }""", "/sections/1/id duplicate-id")]
    [InlineData("""{ "title": "T", "sections": [ { "id": "A b" } ] }""", "/sections/0/id invalid-id")]
    [InlineData("""{ "title": "T", "sections": [ { "level": 1 } ] }""", "/sections/0/level out-of-range")]
    [InlineData("""{ "title": "T", "sections": [ { "level": 7 } ] }""", "/sections/0/level out-of-range")]
    [InlineData("""{ "title": "T", "sections": [ { "paragraphs": [ { "text": "" } ] } ] }""", "/sections/0/paragraphs/0/text required")]
    [InlineData("""{ "title": "T", "sections": [ { "paragraphs": [ null ] } ] }""", "/sections/0/paragraphs/0 required")]
    [InlineData("""{ "title": "T", "sections": [ {} ], "authors": [ "A", "" ] }""", "/authors/1 required")]
    [InlineData("""{ "title": "T", "sections": [ {} ], "reviewedBy": [ null ] }""", "/reviewedBy/0 required")]
    [InlineData("""{ "title": "T", "sections": [ {} ], "keyPoints": [ { "text": "K" }, {} ] }""", "/keyPoints/1/text required")]
    [InlineData("""{ "title": "T", "sections": [ {} ], "references": [ { "label": "1" } ] }""", "/references/0/raw required")]
    [InlineData("""{ "title": "T", "sections": [ {} ], "references": [ { "raw": "R" } ] }""", "/references/0/label required")]
    [InlineData(
        """{ "title": "T", "sections": [ {} ], "references": [ { "label": "1", "raw": "R" }, { "label": "1", "raw": "S" } ] }""",
        "/references/1/label duplicate-label")]
    [InlineData(
        """{ "title": "T", "sections": [ {} ], "references": [ { "label": "1", "raw": "R", "doi": "none" } ] }""",
        "/references/0/doi invalid-doi")]
    [InlineData(
        """{ "title": "T", "sections": [ {} ], "references": [ { "label": "1", "raw": "R", "type": "tweet" } ] }""",
        "/references/0/type unknown-value")]
    [InlineData(
        """{ "title": "T", "sections": [ {} ], "references": [ { "label": "1", "raw": "R", "authors": [ {} ] } ] }""",
        "/references/0/authors/0 invalid-name")]
    [InlineData(
        """{ "title": "T", "sections": [ {} ], "references": [ { "label": "1", "raw": "R", "authors": [ { "given": "G." } ] } ] }""",
        "/references/0/authors/0 invalid-name")]
    [InlineData(
        """{ "title": "T", "sections": [ {} ], "references": [ { "label": "1", "raw": "R", "authors": [ { "family": " " } ] } ] }""",
        "/references/0/authors/0 invalid-name")]
    [InlineData(
        """{ "title": "T", "sections": [ {} ], "references": [ { "label": "1", "raw": "R", "authors": [ { "family": "F", "literal":"""
            + """ "L" } ] } ] }""",
        "/references/0/authors/0 invalid-name")]
    [InlineData(
        """{ "title": "T", "sections": [ {} ], "references": [ { "label": "1", "raw": "R", "authors": [ { "given": "G.", "literal":"""
            + """ "L" } ] } ] }""",
        "/references/0/authors/0 invalid-name")]
    public void An_invalid_member_is_an_error_at_its_JSON_pointer(string article, string error) => Assert.Equal([error], Errors(article));

    [Theory]
    [InlineData("""{ "label": "2", "at": 0 }""", "/label unknown-label")]
    [InlineData("""{ "at": 0 }""", "/label unknown-label")]
    [InlineData("""{ "label": "1" }""", "/at out-of-range")]
    [InlineData("""{ "label": "1", "at": -1 }""", "/at out-of-range")]
    [InlineData("""{ "label": "1", "at": 13 }""", "/at out-of-range")]
    public void A_marker_with_an_unknown_label_or_outside_its_paragraph_is_an_error(string marker, string error) => Assert.Equal(
        [$"/sections/0/paragraphs/0/markers/0{error}"],
        Errors($$"""
            { "title": "T", "references": [ { "label": "1", "raw": "R" } ],
              "sections": [ { "paragraphs": [ { "text": "Zinc 🧠 helps", "markers": [ {{marker}} ] } ] } ] }
            """));

    [Theory]
    [InlineData("""{ "text": "Zinc helps." }""", "/topics required")]
    [InlineData(
        """{ "topics": [], "location": { "sectionId": "lead", "paragraph": 1, "start": 0, "end": 11 } }""",
        "/location text-differs",
        "/text required")]
    [InlineData("""{ "text": "Zinc hinders.", "topics": [] }""", "/text claim-not-in-text")]
    [InlineData("""{ "text": "zinc helps.", "topics": [] }""", "/text claim-not-in-text")]
    [InlineData(
        """{ "text": "Zinc helps.", "topics": [], "location": { "sectionId": "lead", "paragraph": 1, "start": 0, "end": 12 } }""",
        "/location text-differs")]
    [InlineData(
        """{ "text": "Zinc helps.", "topics": [], "location": { "sectionId": "lead", "paragraph": 1, "start": 0, "end": 99 } }""",
        "/location out-of-range")]
    [InlineData(
        """{ "text": "Zinc helps.", "topics": [], "location": { "sectionId": "lead", "paragraph": 1, "start": 11, "end": 0 } }""",
        "/location out-of-range")]
    [InlineData(
        """{ "text": "Zinc helps.", "topics": [], "location": { "sectionId": "lead", "paragraph": 0, "start": 0, "end": 11 } }""",
        "/location out-of-range")]
    [InlineData(
        """{ "text": "Zinc helps.", "topics": [], "location": { "sectionId": "lead", "paragraph": 2, "start": 0, "end": 11 } }""",
        "/location out-of-range")]
    [InlineData(
        """{ "text": "Zinc helps.", "topics": [], "location": { "sectionId": "end", "paragraph": 1, "start": 0, "end": 11 } }""",
        "/location out-of-range")]
    [InlineData("""{ "text": "Zinc helps.", "topics": [], "location": {} }""", "/location out-of-range")]
    [InlineData("""{ "text": "Zinc helps.", "topics": [], "citations": [ { "label": "2" } ] }""", "/citations/0/label unknown-label")]
    [InlineData(
        """{ "text": "Zinc helps.", "topics": [], "citations": [ { "label": "1" }, { "label": "1", "via": "paragraph" } ] }""",
        "/citations/1/label duplicate-citation")]
    [InlineData("""{ "text": "Zinc helps.", "topics": [ "zinc", "zink", null ] }""", "/topics/1 unknown-value zinc", "/topics/2 required")]
    [InlineData("""{ "text": "Zinc helps.", "topics": [ "Zinc" ] }""", "/topics/0 unknown-value zinc")]
    [InlineData("""{ "text": "Zinc helps.", "topics": [ "quantum-chromodynamics" ] }""", "/topics/0 unknown-value")]
    public void A_claim_that_does_not_fit_its_article_is_an_error(string claim, params string[] errors) => Assert.Equal(
        errors.Select(error => $"/claims/0{error}"),
        Errors($$"""
            { "title": "T", "references": [ { "label": "1", "raw": "R" } ], "claims": [ {{claim}} ],
              "sections": [ { "paragraphs": [ { "text": "Zinc helps. Often." } ] } ] }
            """));

    [Fact]
    public void Two_claims_at_the_same_location_are_an_error() => Assert.Equal(
        ["/claims/1/location duplicate-claim", "/claims/2/text claim-not-in-text"],
        Errors("""
            { "title": "T", "sections": [ { "paragraphs": [ { "text": "Zinc helps." } ] } ],
              "claims": [
                { "text": "Zinc helps.", "topics": [], "location": { "sectionId": "lead", "paragraph": 1, "start": 0, "end": 11 } },
                { "text": "Zinc helps.", "topics": [], "location": { "sectionId": "lead", "paragraph": 1, "start": 0, "end": 11 } },
                { "text": "Zinc helps.", "topics": [] } ] }
            """));

    [Fact]
    public void All_errors_are_reported_at_once() => Assert.Equal(
        [
            "/claims/0/citations/0/label unknown-label", "/claims/0/topics/0 unknown-value zinc", "/claims/1/text claim-not-in-text",
            "/keyPoints/0/text required", "/references/1/doi invalid-doi", "/references/1/label duplicate-label",
            "/sections/0/paragraphs/0/markers/0/label unknown-label", "/sections/1/id duplicate-id", "/title required",
        ],
        Errors("""
            { "slug": "a",
              "references": [ { "label": "1", "raw": "R" }, { "label": "1", "raw": "S", "doi": "x" } ],
              "sections": [
                { "id": "lead", "paragraphs": [ { "text": "Zinc helps.", "markers": [ { "label": "9", "at": 1 } ] } ] },
                { "id": "lead" } ],
              "keyPoints": [ { "text": "" } ],
              "claims": [
                { "text": "Zinc helps.", "topics": [ "zink" ], "citations": [ { "label": "9" } ] },
                { "text": "Zinc harms.", "topics": [] } ] }
            """).Order(StringComparer.Ordinal));

    [Fact]
    public void A_claim_without_a_location_gets_the_first_unused_sentence_with_its_text()
    {
        var article = Read("""
            { "title": "T", "claims": [ { "text": "Zinc helps.", "topics": [] }, { "text": "It does.", "topics": [] },
              { "text": "Zinc helps.", "topics": [] } ],
              "sections": [
                { "paragraphs": [ { "text": "🧠 It does. Zinc helps." } ] },
                { "heading": "Again", "paragraphs": [ { "text": "Really?" }, { "text": "Zinc helps." } ] } ] }
            """);
        Assert.Equal(
            [("It does.", new("lead", 1, 2, 10)), ("Zinc helps.", new("lead", 1, 11, 22)), ("Zinc helps.", new("again", 2, 0, 11))],
            article.Claims.Select(claim => (claim.Text, claim.Location)));
        Assert.Equal(3, article.Claims.Select(claim => claim.Id).Distinct().Count());
    }

    [Fact]
    public void A_claim_without_a_location_does_not_take_the_location_given_for_another()
    {
        var article = Read("""
            { "title": "T", "sections": [ { "paragraphs": [ { "text": "Zinc helps. Zinc helps." } ] } ],
              "claims": [
                { "text": "Zinc helps.", "topics": [ "copper" ] },
                { "text": "Zinc helps.", "topics": [ "zinc" ],
                  "location": { "sectionId": "lead", "paragraph": 1, "start": 0, "end": 11 } } ] }
            """);
        Assert.Equal([("zinc", 0), ("copper", 12)], article.Claims.Select(claim => (claim.Topics.Single(), claim.Location.Start)));
    }

    [Fact]
    public void Members_left_out_of_a_claim_get_defaults()
    {
        var article = Read("""
            { "title": "T", "references": [ { "label": "1", "raw": "R" } ],
              "sections": [ { "paragraphs": [ { "text": "Zinc may possibly help. Zinc may harm. It does." } ] } ],
              "claims": [
                { "text": "Zinc may possibly help.", "topics": [ "zinc", "copper", "zinc" ], "citations": [ { "label": "1" } ] },
                { "text": "Zinc may harm.", "topics": [], "certainty": "asserted", "origin": "extracted", "reviewStatus": "rejected" },
                { "text": "It does.", "topics": [], "certainty": "hedged" } ] }
            """);
        Assert.Equal(
            [
                "Hedged may,possibly Authored Unreviewed copper,zinc 1:Marker",
                "Asserted  Extracted Rejected  ",
                "Hedged  Authored Unreviewed  ",
            ],
            article.Claims.Select(claim =>
                $"{claim.Certainty} {string.Join(',', claim.Hedges)} {claim.Origin} {claim.ReviewStatus} {string.Join(',', claim.Topics)} "
                + $"{string.Join(',', claim.Citations.Select(c => $"{c.Label}:{c.Via}"))}"));
    }

    [Fact]
    public void White_space_is_collapsed_and_invisible_characters_are_removed()
    {
        var article = Read("""
            { "title": " A\u00A0 title\n", "subtitle": " \t ", "category": "zi\u00ADnc\u200B",
              "references": [ { "label": " 1 ", "raw": "Doe\u00A0(2020)", "doi": "https://doi.org/10.1000/ABC", "title": "" } ],
              "sections": [ { "heading": "What  we don\u2019t know",
                "paragraphs": [ { "text": " Zinc\u00A0\u2009helps\r\n the  brain. " } ] } ],
              "claims": [ { "text": "Zinc helps  the brain.", "topics": [] } ] }
            """);
        Assert.Equal(("A title", null, "zinc"), (article.Title, article.Subtitle, article.Category));
        Assert.Equal(
            ("1", "Doe (2020)", "10.1000/abc", null),
            (article.References[0].Label, article.References[0].Raw, article.References[0].Doi, article.References[0].Title));
        Assert.Equal(("what-we-dont-know", "Zinc helps the brain."), (article.Sections[0].Id, article.Sections[0].Paragraphs[0].Text));
        Assert.Equal(new("what-we-dont-know", 1, 0, 21), article.Claims.Single().Location);
    }

    [Fact]
    public void A_generated_section_id_avoids_given_ones() => Assert.Equal(
        ["aims-2", "aims"],
        Read("""{ "title": "T", "sections": [ { "heading": "Aims" }, { "id": "aims" } ] }""").Sections.Select(section => section.Id));

    [Fact]
    public void Section_ids_are_made_from_headings_and_are_unique() => Assert.Equal(
        ["lead", "results", "results-2", "section", "lead-2"],
        Read("""
            { "title": "T", "sections": [ {}, { "heading": "Results" }, { "heading": "RESULTS!" },
              { "heading": "???" }, { "heading": "Lead" } ] }
            """).Sections.Select(section => section.Id));

    [Theory]
    [InlineData(Library.Bundled)]
    [InlineData(Library.Minerals)]
    [InlineData(Library.Moods)]
    public async Task The_JSON_of_a_stored_article_is_read_back_unchanged(string slug)
    {
        using var snapshot = library.Database.ReadAll(CancellationToken.None);
        var stored = (await ArticleStore.FindAsync(snapshot, slug, TestContext.Current.CancellationToken))!.Article;
        var vocabulary = (await library.WalkAsync("/api/v1/topics", 100)).Select(topic => (string)topic["slug"]!).ToHashSet();
        var given = JsonInput.Read<ArticleInput>(Encoding.UTF8.GetBytes((await library.OkAsync($"/api/v1/articles/{slug}")).Text));

        var (article, errors) = ArticleReader.Read(given, vocabulary);

        Assert.Empty(errors);
        Assert.Equal(JsonSerializer.Serialize(stored), JsonSerializer.Serialize(article));
    }

    private static Article Read(string json)
    {
        var (article, errors) = ArticleReader.Read(JsonInput.Read<ArticleInput>(Encoding.UTF8.GetBytes(json)), Vocabulary);
        Assert.Empty(errors.Select(error => $"{error.Pointer} {error.Code}"));
        return article!;
    }

    /// <summary>Pointer, code and suggestion of each error.</summary>
    private static IEnumerable<string> Errors(string json)
    {
        var (article, errors) = ArticleReader.Read(JsonInput.Read<ArticleInput>(Encoding.UTF8.GetBytes(json)), Vocabulary);
        Assert.Null(article);
        Assert.All(errors, error => Assert.NotEmpty(error.Detail));
        return errors.Select(error => $"{error.Pointer} {error.Code}{(error.Suggestion is null ? "" : $" {error.Suggestion}")}");
    }
}
