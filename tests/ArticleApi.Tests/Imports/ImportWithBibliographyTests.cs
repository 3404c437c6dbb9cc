using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ArticleApi.Tests.Readmes;

namespace ArticleApi.Tests.Imports;

/// <summary>An article and its bibliography as <c>multipart/form-data</c>.</summary>
public sealed class ImportWithBibliographyTests(Service service) : IClassFixture<Service>
{
    private const string Article = "# Salts and Naps\n\n@lund2019 found that salt helps [@hill2001, p. 3].\n";
    private const string BibTeX =
        "@article{lund2019, author = {Lund, Ann}, title = {Salt}, journal = {Naps}, year = 2019}\n"
        + "@book{hill2001, author = {Hill, Bo}, title = {Water}, year = 2001}\n";

    private const string CslJson =
        """
        [{"id": "lund2019", "title": "Salt", "author": [{"family": "Lund", "given": "Ann"}], "issued": {"date-parts": [[2019]]}},
         {"id": "hill2001", "title": "Water", "author": [{"family": "Hill", "given": "Bo"}], "issued": {"date-parts": [[2001]]}}]
        """;

    /// <summary>The type and the file name of each part.</summary>
    public static TheoryData<string?, string?, string, string?, string?> Types => new()
    {
        { "text/markdown", null, BibTeX, "application/x-bibtex", null },
        { "text/markdown; charset=utf-8", "any.bin", BibTeX, "text/x-bibtex", "any.json" },
        { null, "paper.md", BibTeX, null, "paper.bib" },
        { "application/octet-stream", "paper.md", BibTeX, "application/octet-stream", "paper.bib" },
        { "text/markdown", null, BibTeX, "text/plain", null },
        { "text/markdown", null, CslJson, "application/vnd.citationstyles.csl+json", null },
        { "text/markdown", null, CslJson, "application/json", "a.bib" },
        { "text/markdown", null, CslJson, null, "a.json" },
        { "text/markdown", null, CslJson, null, null },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Keys_point_into_the_bibliography(
        string? type, string? name, string text, string? bibliographyType, string? bibliographyName)
    {
        var article = Part("article", Article, type, name);
        var bibliography = Part("bibliography", text, bibliographyType, bibliographyName);
        foreach (var parts in new[] { new[] { article, bibliography }, [bibliography, article] })
        {
            var answer = await ImportAsync(parts);

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal("markdown", (string)answer.Json["report"]!["format"]!);
            Assert.Equal(
                "Lund (2019) found that salt helps.", (string)answer.Json["article"]!["sections"]![0]!["paragraphs"]![0]!["text"]!);
            Assert.Equal(["lund2019", "hill2001"], answer.Json["article"]!["references"]!.AsArray().Select(it => (string)it!["label"]!));
            Assert.Empty(answer.Json["report"]!["unresolvedMarkers"]!.AsArray());
        }
    }

    [Fact]
    public async Task An_article_with_a_bibliography_is_stored_and_its_Markdown_gives_it_again()
    {
        var created = await ImportAsync([Part("article", Article, "text/markdown"), Part("bibliography", BibTeX)], "?slug=salty");
        Assert.Equal((HttpStatusCode.Created, "/api/v1/articles/salty"), (created.Status, created.Header("Location")));

        var markdown = await service.OkAsync("/api/v1/articles/salty?format=markdown");
        Assert.Contains("slug: \"salty\"", markdown.Text, StringComparison.Ordinal);
        var again = await service.ImportAsync(markdown.Text, "", "text/markdown", ("If-Match", created.Header("ETag")!));

        Assert.Equal((HttpStatusCode.OK, "salty"), (again.Status, (string)again.Json["article"]!["slug"]!));
        Assert.Equal(
            created.Json["article"]!["claims"]!.AsArray().Select(claim => (string)claim!["id"]!),
            again.Json["article"]!["claims"]!.AsArray().Select(claim => (string)claim!["id"]!));
    }

    [Fact]
    public async Task The_bibliography_may_come_in_several_parts()
    {
        var answer = await ImportAsync(
            [
                Part("bibliography", BibTeX.Split('\n')[0]),
                Part("article", Article, "text/markdown"),
                Part("bibliography", BibTeX.Split('\n')[1]),
            ]);
        Assert.Equal(2, answer.Json["article"]!["references"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_example_of_the_document_works()
    {
        var example = File.ReadAllText(Path.Combine(ReadmeFile.Root, "openapi", "examples", "ImportArticle.json"));
        var parts = JsonNode.Parse(example)!["parts"]!;
        var answer = await ImportAsync(
            [Part("article", (string)parts["article"]!, "text/markdown"), Part("bibliography", (string)parts["bibliography"]!)]);
        Assert.Equal(
            ((int)answer.Json["report"]!["counts"]!["markers"]!, 2),
            ((int)answer.Json["report"]!["counts"]!["resolvedMarkers"]!, answer.Json["article"]!["references"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_missing_part_is_a_422_that_names_it()
    {
        var withoutBibliography = await ImportAsync([Part("article", Article, "text/markdown")]);
        withoutBibliography.IsProblem(HttpStatusCode.UnprocessableEntity, "missing-part");
        Assert.Contains("'bibliography'", (string)withoutBibliography.Json["detail"]!, StringComparison.Ordinal);

        var withoutArticle = await ImportAsync([Part("bibliography", BibTeX)]);
        withoutArticle.IsProblem(HttpStatusCode.UnprocessableEntity, "missing-part");
        Assert.Contains("'article'", (string)withoutArticle.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_part_and_a_second_article_are_422s()
    {
        var unknown = await ImportAsync([Part("article", Article, "text/markdown"), Part("bibliographie", BibTeX)]);
        unknown.IsProblem(HttpStatusCode.UnprocessableEntity, "unknown-part");
        Assert.Contains("'bibliographie'", (string)unknown.Json["detail"]!, StringComparison.Ordinal);

        (await ImportAsync([Part("article", Article, "text/markdown"), Part("article", Article), Part("bibliography", BibTeX)]))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "repeated-part");
    }

    [Theory]
    [InlineData("application/pdf", null, "'article'")]
    [InlineData("text/markdown", "application/pdf", "'bibliography'")]
    [InlineData("text/markdown", "nonsense", "'bibliography'")]
    public async Task A_part_of_another_type_is_a_415_that_names_it(string type, string? bibliographyType, string named)
    {
        var answer = await ImportAsync([Part("article", Article, type), Part("bibliography", BibTeX, bibliographyType)]);
        answer.IsProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        Assert.Contains(named, (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "--x\r\n\r\n--x--\r\n", 400, "invalid-multipart")]
    [InlineData("; boundary=x", "--x\r\nContent-Disposition: form-data; name=article\r\n\r\na", 400, "invalid-multipart")]
    [InlineData("; boundary=x", "--x\r\nbroken\r\n\r\na\r\n--x--\r\n", 400, "invalid-multipart")]
    [InlineData("; boundary=x", "", 400, "invalid-multipart")]
    [InlineData("; boundary=x", "--x--\r\n", 422, "missing-part")]
    [InlineData("; boundary=x", "--x\r\n\r\na\r\n--x--\r\n", 422, "unknown-part")]
    public async Task A_malformed_body_is_a_problem(string parameter, string body, int status, string code) =>
        (await service.ImportAsync(body, "?dry_run=true", $"multipart/form-data{parameter}")).IsProblem((HttpStatusCode)status, code);

    [Fact]
    public async Task A_bibliography_that_is_no_text_is_a_422() =>
        (await ImportAsync([Part("article", Article, "text/markdown"), Part("bibliography", "a\0b")]))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "unreadable-part");

    [Fact]
    public async Task The_body_may_be_no_larger_than_any()
    {
        var large = Part("bibliography", new string(' ', 11 << 20) + BibTeX);
        var body = new MultipartFormDataContent();
        Part("article", Article, "text/markdown")(body);
        large(body);
        (await service.WriteAsync(HttpMethod.Post, "/api/v1/imports?dry_run=true", body, ("Expect", "100-continue"))).IsProblem(
            HttpStatusCode.RequestEntityTooLarge, "content-too-large");
    }

    [Fact]
    public async Task A_bibliography_that_is_named_and_not_sent_is_noted()
    {
        var answer = await service.ImportAsync($"---\nbibliography: paper.bib\n---\n\n{Article}", "?dry_run=true", "text/markdown");
        Assert.Contains(
            answer.Json["report"]!["notes"]!.AsArray(),
            note => (string)note!["code"]! == "bibliography-missing" && (int)note["line"]! == 2);
    }

    private Task<ApiResponse> ImportAsync(Func<MultipartFormDataContent, HttpContent>[] parts, string query = "?dry_run=true")
    {
        var body = new MultipartFormDataContent();
        foreach (var part in parts)
        {
            part(body);
        }

        return service.WriteAsync(HttpMethod.Post, $"/api/v1/imports{query}", body);
    }

    private static Func<MultipartFormDataContent, HttpContent> Part(
        string name, string text, string? type = null, string? file = null) => body =>
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        if (file is null)
        {
            body.Add(content, name);
        }
        else
        {
            body.Add(content, name, file);
        }

        return content;
    };
}
