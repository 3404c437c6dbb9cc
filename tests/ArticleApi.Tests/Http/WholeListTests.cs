using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Http;

/// <summary>A list that is asked for as a file is whole, unless it is asked for in pages.</summary>
public sealed class WholeListTests(GeneratedLibrary library) : IClassFixture<GeneratedLibrary>
{
    [Theory]
    [InlineData("claims", "csv")]
    [InlineData("claims", "ndjson")]
    [InlineData("claims?q=-zinc", "ndjson")]
    [InlineData("claims?topic=neurotransmitter&sort=-published", "csv")]
    [InlineData("articles", "csv")]
    [InlineData("articles", "ndjson")]
    [InlineData("references", "csv")]
    [InlineData("references", "ndjson")]
    [InlineData("references", "csl")]
    [InlineData("references", "bibtex")]
    [InlineData("references", "ris")]
    public async Task Without_a_limit_a_file_has_the_whole_list(string list, string format)
    {
        var path = $"/api/v1/{list}".With("count=exact");
        var total = (int)(await library.OkAsync(path)).Json["page"]!["total"]!;
        var file = await library.OkAsync($"/api/v1/{list}".With($"format={format}"));
        Assert.True(total > 7, $"{list} has {total} items only.");
        Assert.Equal(total, Count(file.Text, format));
        Assert.DoesNotContain("rel=\"next\"", file.Header("Link") ?? "", StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotModified,
            (await library.GetAsync($"/api/v1/{list}".With($"format={format}"), ("If-None-Match", file.Header("ETag")!))).Status);

        var page = await library.OkAsync($"/api/v1/{list}".With($"format={format}&limit=7"));
        Assert.Equal(7, Count(page.Text, format));
        var next = page.Header("Link")!.Split('<', '>')[1];
        var cursor = next.Split('?')[1].Split('&').Single(part => part.StartsWith("cursor=", StringComparison.Ordinal));
        var second = await library.OkAsync($"/api/v1/{list}".With($"format={format}&{cursor}"));
        Assert.Equal(Math.Min(25, total - 7), Count(second.Text, format));
    }

    [Theory]
    [InlineData("claims?fields=article,id", "id,article.slug,article.title,article.publishedOn,article.url")]
    [InlineData("claims?fields=location.prefix,topics", "topics,location.prefix")]
    [InlineData("articles?fields=source.url,title&fields=slug", "slug,title,source.url")]
    [InlineData("references?fields=authors", "authors.family,authors.given,authors.literal")]
    public async Task The_fields_of_a_table_are_chosen_by_their_names_in_JSON(string list, string header) =>
        Assert.Equal(header, (await library.OkAsync($"/api/v1/{list}&format=csv")).Text.Split("\r\n")[0]);

    [Theory]
    [InlineData("claims?fields=name&format=csv", "unknown-value")]
    [InlineData("claims?fields=id&format=ndjson", "not-in-format")]
    [InlineData("articles?facet=year&format=csv", "not-in-format")]
    public async Task What_a_file_cannot_have_is_refused(string list, string code) =>
        (await library.GetAsync($"/api/v1/{list}")).IsProblem(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task More_than_a_file_may_have_is_refused_and_can_be_paged()
    {
        using var service = new Service();
        var document = new JsonObject
        {
            ["title"] = "Many",
            ["sections"] = new JsonArray(new JsonObject { ["paragraphs"] = new JsonArray(new JsonObject { ["text"] = "Zinc helps." }) }),
            ["references"] = new JsonArray(
            [
                .. Enumerable.Range(1, 10_001)
                    .Select(i => new JsonObject { ["label"] = $"{i}", ["raw"] = $"Work {i}", ["title"] = $"{i}" }),
            ]),
        };
        await service.PutAsync("/api/v1/articles/many", document.ToJsonString());
        var refused = (await service.GetAsync("/api/v1/articles/many/references?format=csv"))
            .IsProblem(HttpStatusCode.BadRequest, "too-many-items");
        Assert.Contains("10001", (string)refused.Json["errors"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(100, Count((await service.OkAsync("/api/v1/articles/many/references?format=csv&limit=100")).Text, "csv"));
    }

    private static int Count(string file, string format) => format switch
    {
        "csv" => file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1,
        "ndjson" => file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length,
        "csl" => JsonNode.Parse(file)!.AsArray().Count,
        "bibtex" => file.Split('\n').Count(line => line.StartsWith('@')),
        _ => file.Split("\r\n").Count(line => line.StartsWith("TY", StringComparison.Ordinal)),
    };
}
