using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Commands;

public sealed class RetagCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Service service = new();

    private string Database => $"Database: {service.DatabasePath}\n";

    public void Dispose()
    {
        service.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Extracted_claims_become_those_of_an_import_with_the_topics_of_today()
    {
        const string Text = "A title\n\nCreatine helps the muscles. Zinc and creatine are cheap. Salt is white.\n";
        await service.ImportAsync(Text);
        await service.ImportAsync("Untouched\n\nZinc is a metal.\n");
        await service.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine" }""");
        Assert.Equal(["[\"zinc\"]"], await TopicsAsync("a-title"));

        var run = await RetagAsync();

        Assert.Equal((0, $"{Database}1 of 3 articles changed\n", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal(["[\"creatine\"]", "[\"creatine\",\"zinc\"]"], await TopicsAsync("a-title"));
        var retagged = await service.OkAsync("/api/v1/articles/a-title");
        Assert.Equal(2, (int)retagged.Json["revision"]!);
        Assert.Equal(1, (int)(await service.OkAsync("/api/v1/articles/untouched")).Json["revision"]!);

        var imported = await service.ImportAsync(Text, headers: ("If-Match", "*"));
        Assert.True(JsonNode.DeepEquals(retagged.Json, imported.Json["article"]));
        Assert.Equal($"{Database}0 of 3 articles changed\n", (await RetagAsync()).Output);
    }

    [Fact]
    public async Task Edited_and_authored_claims_keep_their_topics()
    {
        await service.ImportAsync("Edited\n\nZinc is a metal. Zinc is cheap.\n");
        var edited = (await service.OkAsync("/api/v1/articles/edited")).Json["claims"]![0]!["id"];
        await service.PatchAsync($"/api/v1/claims/{edited}", """{ "topics": [ "zinc" ] }""", ("If-Match", "*"));
        await service.PutAsync(
            "/api/v1/articles/authored",
            """{ "title": "Authored", "sections": [ { "paragraphs": [ { "text": "Zinc is a metal. Zinc is cheap." } ] } ],"""
                + """ "claims": [ { "text": "Zinc is a metal.", "topics": [ "zinc" ] } ] }""");
        await service.DeleteAsync("/api/v1/topics/zinc");

        var run = await RetagAsync("edited", "authored");

        Assert.Equal($"{Database}1 of 2 articles changed\n", run.Output);
        Assert.Equal(["[\"zinc\"]"], await TopicsAsync("edited"));
        Assert.Equal(["[\"zinc\"]"], await TopicsAsync("authored"));
    }

    [Fact]
    public async Task An_article_that_was_stored_with_an_empty_list_of_claims_gets_none()
    {
        await service.PutAsync(
            "/api/v1/articles/none",
            """{ "title": "None", "sections": [ { "paragraphs": [ { "text": "Zinc is a metal." } ] } ], "claims": [] }""");
        Assert.Equal($"{Database}0 of 1 article changed\n", (await RetagAsync("none")).Output);
        Assert.Empty(await TopicsAsync("none"));
    }

    [Fact]
    public async Task An_unknown_article_and_a_missing_database_are_refused()
    {
        var unknown = await RetagAsync("nope");
        Assert.Equal((1, "There is no article nope.\n"), (unknown.ExitCode, unknown.Error));
        var none = await ProgramRun.InProcessAsync(folder, ["retag"]);
        Assert.Equal(1, none.ExitCode);
        Assert.StartsWith("There is no database yet", none.Error, StringComparison.Ordinal);
    }

    private Task<ProgramRun> RetagAsync(params string[] slugs) =>
        ProgramRun.InProcessAsync(folder, ["retag", .. slugs], ("ConnectionStrings__Articles", $"Data Source={service.DatabasePath}"));

    private async Task<string[]> TopicsAsync(string slug) =>
    [
        .. (await service.OkAsync($"/api/v1/articles/{slug}")).Json["claims"]!.AsArray().Select(claim => claim!["topics"]!.ToJsonString()),
    ];
}
