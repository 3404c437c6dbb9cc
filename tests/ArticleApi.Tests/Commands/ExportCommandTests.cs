using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Service service = new();

    public void Dispose()
    {
        service.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task An_export_is_imported_as_it_was()
    {
        const string Article = "/api/v1/articles/ketamine-and-anorexia";
        var claims = (await service.OkAsync(Article)).Json["claims"]!.AsArray();
        await service.PatchAsync($"/api/v1/claims/{claims[0]!["id"]}", """{ "reviewStatus": "rejected" }""", ("If-Match", "*"));
        await service.PatchAsync(
            $"/api/v1/claims/{claims[1]!["id"]}", """{ "topics": [ "zinc" ], "reviewStatus": "accepted" }""", ("If-Match", "*"));
        await service.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine", "synonyms": [ "creatine monohydrate" ] }""");
        await service.PutAsync("/api/v1/topics/an-acid", """{ "name": "an acid" }""");
        await service.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine", "broader": "an-acid" }""");
        await service.PutAsync("/api/v1/topics/lucid", """{ "name": "lucid" }""");
        await service.ImportAsync("Lucid\n\nLucid dreams are dreams.\n");
        await service.DeleteAsync("/api/v1/topics/lucid");
        await service.DeleteAsync("/api/v1/topics/acetylcholine");
        await service.PutAsync("/api/v1/topics/addiction", """{ "name": "addiction", "synonyms": [ "acetylcholine" ] }""");
        await service.ImportAsync(
            "A title\n\nBy Ann Doe\n\nCreatine may help (Doe, 2020). 🧠 Zinc does not.\n\nReferences\n"
            + "Doe, J. (2020). Creatine. Journal of Acids, 3(1), 1-9.\n");
        var exported = await ExportAsync();
        Assert.Equal(0, exported.ExitCode);
        await File.WriteAllTextAsync(folder.File("all.ndjson"), exported.Output, TestContext.Current.CancellationToken);

        var imported = await ProgramRun.InProcessAsync(folder, ["import", folder.File("all.ndjson")]);
        Assert.Equal((0, ""), (imported.ExitCode, imported.Error));

        var again = await ProgramRun.InProcessAsync(folder, ["export"]);
        Assert.Equal(exported.Output, again.Output);
        Assert.Equal(
            Decisions(service.DatabasePath),
            Decisions(folder.File("articles.db")));
    }

    [Fact]
    public async Task A_line_is_the_article_of_get_with_the_decisions_of_editors_and_put_takes_it()
    {
        var lines = (await ExportAsync()).Output.TrimEnd('\n').Split('\n');
        var given = await service.OkAsync("/api/v1/articles/ketamine-and-anorexia");
        Assert.Equal($"{given.Text[..^1]},\"decisions\":[]}}", lines[^1]);
        Assert.Equal(
            HttpStatusCode.OK,
            (await service.PutAsync("/api/v1/articles/ketamine-and-anorexia", lines[^1], ("If-Match", given.Header("ETag")!))).Status);
        var topics = lines[..^1].Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal((int)(await service.OkAsync("/api/v1/topics?count=exact")).Json["page"]!["total"]!, topics.Count);
        Assert.All(topics, topic => Assert.True(topic["broader"] is null
            || topics.FindIndex(other => other["slug"]!.ToString() == topic["broader"]!.ToString()) < topics.IndexOf(topic)));
    }

    [Fact]
    public async Task Some_articles_or_topics_only_are_exported_to_a_file()
    {
        await service.ImportAsync("A title\n\nZinc is a metal.\n");
        Assert.Equal(["a-title"], Slugs((await ExportAsync("a-title")).Output));
        Assert.Equal(["a-title", "ketamine-and-anorexia"], Slugs((await ExportAsync("--only", "articles")).Output));
        Assert.DoesNotContain("a-title", Slugs((await ExportAsync("--only", "topics")).Output));

        var run = await ExportAsync("a-title", "--output", folder.File("one.ndjson"));
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal(["a-title"], Slugs(await File.ReadAllTextAsync(folder.File("one.ndjson"), TestContext.Current.CancellationToken)));
        Assert.Equal(["one.ndjson"], Directory.GetFiles(folder.File("")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_unknown_article_and_a_missing_database_are_refused()
    {
        var unknown = await ExportAsync("nope", "ketamine-and-anorexia");
        Assert.Equal(
            (1, "", $"Database: {service.DatabasePath}\nThere is no article nope.\n"), (unknown.ExitCode, unknown.Output, unknown.Error));
        var none = await ProgramRun.InProcessAsync(folder, ["export"]);
        Assert.Equal((1, ""), (none.ExitCode, none.Output));
        Assert.StartsWith($"There is no database yet: {folder.File("articles.db")}. ", none.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("articles.db")));
    }

    [Fact]
    public async Task A_process_writes_data_to_its_output_and_the_database_to_its_error_output()
    {
        var run = await ProgramRun.OfAsync(
            folder, ["export", "--only", "articles"], ("ConnectionStrings__Articles", $"Data Source={service.DatabasePath}"));
        Assert.Equal((0, $"Database: {service.DatabasePath}\n"), (run.ExitCode, run.Error));
        Assert.Equal((await ExportAsync("--only", "articles")).Output, run.Output);
        Assert.Equal(["ketamine-and-anorexia"], Slugs(run.Output));
    }

    private Task<ProgramRun> ExportAsync(params string[] arguments) =>
        ProgramRun.InProcessAsync(folder, ["export", .. arguments], ("ConnectionStrings__Articles", $"Data Source={service.DatabasePath}"));

    private static IEnumerable<string> Slugs(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["slug"]!.ToString());

    private static List<string> Decisions(string path) => Storage.Raw.Query(
        path,
        """
        select d.public_id || ' ' || review_status || ' ' || decides_topics || ' ' || coalesce(t.slug, '')
        from claim_decisions d
        left join claim_decision_topics dt on dt.public_id = d.public_id
        left join topics t on t.id = dt.topic_id
        order by 1
        """);
}
