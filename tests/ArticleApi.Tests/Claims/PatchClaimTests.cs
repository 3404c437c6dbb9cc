using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Claims;

public sealed class PatchClaimTests(Service service) : IClassFixture<Service>
{
    private const string Text = "Zinc and taste\n\nZinc may sharpen taste. Copper hinders zinc.\n";

    [Fact]
    public async Task A_decision_changes_the_claim_and_raises_the_revision_of_its_article()
    {
        var (path, _) = await ClaimAsync("decides");
        var before = await service.OkAsync(path);
        var patched = await service.PatchAsync(
            path, """{ "reviewStatus": "accepted", "topics": [ "zinc", "copper" ] }""", ("If-Match", before.Header("ETag")!));
        Assert.Equal(
            (HttpStatusCode.OK, "accepted", """["copper","zinc"]"""),
            (patched.Status, (string)patched.Json["reviewStatus"]!, patched.Json["topics"]!.ToJsonString()));

        var after = await service.OkAsync(path);
        Assert.Equal((after.Text, after.Header("ETag")), (patched.Text, patched.Header("ETag")));
        Assert.Equal(2, (int)(await service.OkAsync("/api/v1/articles/decides")).Json["revision"]!);
        Assert.Contains(path.Split('/')[^1], (await service.OkAsync("/api/v1/claims?topic=copper&review=accepted")).Values("id"));
    }

    [Fact]
    public async Task A_decision_outlives_later_imports_of_the_same_sentence()
    {
        var (path, _) = await ClaimAsync("later");
        await service.PatchAsync(path, """{ "reviewStatus": "rejected", "topics": [] }""", ("If-Match", "*"));

        await service.ImportAsync(Text.Replace("Copper", "Tin", StringComparison.Ordinal), "?slug=later", headers: ("If-Match", "*"));
        var kept = (await service.OkAsync(path)).Json;
        Assert.Equal(("rejected", "[]"), ((string)kept["reviewStatus"]!, kept["topics"]!.ToJsonString()));

        await service.ImportAsync("Zinc and taste\n\nZinc is another matter.\n", "?slug=later", headers: ("If-Match", "*"));
        (await service.GetAsync(path)).IsProblem(HttpStatusCode.Gone, "claim-gone");
        await service.ImportAsync(Text, "?slug=later", headers: ("If-Match", "*"));
        Assert.Equal("rejected", (string)(await service.OkAsync(path)).Json["reviewStatus"]!);
    }

    [Fact]
    public async Task Null_removes_a_decision()
    {
        var (path, _) = await ClaimAsync("undone");
        await service.PatchAsync(path, """{ "reviewStatus": "rejected", "topics": [ "copper" ] }""", ("If-Match", "*"));
        var undone = (await service.PatchAsync(path, """{ "reviewStatus": null, "topics": null }""", ("If-Match", "*"))).Json;
        Assert.Equal(("unreviewed", """["zinc"]"""), ((string)undone["reviewStatus"]!, undone["topics"]!.ToJsonString()));
        Assert.Empty(Storage.Raw.Query(service.DatabasePath, "select public_id from claim_decisions where article_slug = 'undone'"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "reviewStatus": "unreviewed" }""")]
    [InlineData("""{ "topics": [ "zinc" ] }""")]
    [InlineData("""{ "topics": null, "reviewStatus": null }""")]
    public async Task A_patch_that_changes_nothing_keeps_the_revision(string patch)
    {
        var (path, tag) = await ClaimAsync($"same-{patch.Length}");
        var patched = await service.PatchAsync(path, patch, ("If-Match", tag));
        Assert.Equal((HttpStatusCode.OK, tag), (patched.Status, patched.Header("ETag")));
    }

    [Fact]
    public async Task Deciding_on_the_extracted_topics_keeps_them_as_a_decision()
    {
        var (path, _) = await ClaimAsync("frozen");
        await service.PatchAsync(path, """{ "topics": [ "zinc" ] }""", ("If-Match", "*"));
        Assert.Single(Storage.Raw.Query(
            service.DatabasePath, "select public_id from claim_decisions where article_slug = 'frozen' and decides_topics"));
    }

    [Theory]
    [InlineData(
        """{ "text": "Tin.", "reviewStatus": "acepted", "topics": [ "zink", "zinc", 5 ] }""",
        "/text unknown-member , /reviewStatus unknown-value accepted, /topics/2 invalid-type , /topics/0 unknown-value zinc")]
    [InlineData("""{ "topics": [ null, "zinc" ] }""", "/topics/0 required ")]
    [InlineData("[]", " invalid-type ")]
    [InlineData("null", " required ")]
    public async Task All_errors_of_a_patch_come_at_once_with_the_nearest_values(string patch, string errors)
    {
        var (path, tag) = await ClaimAsync($"wrong-{errors.Length}");
        var answer = await service.PatchAsync(path, patch, ("If-Match", tag));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(
            errors,
            string.Join(
                ", ", answer.Json["errors"]!.AsArray().Select(error => $"{error!["pointer"]} {error["code"]} {error["suggestion"]}")));
    }

    [Fact]
    public async Task A_patch_without_If_Match_is_a_428_and_with_an_old_one_a_412()
    {
        var (path, tag) = await ClaimAsync("conditional");
        const string Patch = """{ "reviewStatus": "accepted" }""";
        (await service.PatchAsync(path, Patch)).IsProblem((HttpStatusCode)428, "precondition-required");
        var article = (await service.OkAsync("/api/v1/articles/conditional")).Header("ETag")!;
        Assert.Equal(HttpStatusCode.OK, (await service.PatchAsync(path, Patch, ("If-Match", article))).Status);
        (await service.PatchAsync(path, """{ "reviewStatus": "rejected" }""", ("If-Match", tag))).IsProblem(
            HttpStatusCode.PreconditionFailed, "precondition-failed");
    }

    [Fact]
    public async Task A_patch_in_another_media_type_is_a_415_with_the_accepted_ones()
    {
        var (path, _) = await ClaimAsync("typed");
        var answer = await service.WriteAsync(HttpMethod.Patch, path, Service.Body("{}", "application/json-patch+json"), ("If-Match", "*"));
        answer.IsProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        Assert.Equal("application/merge-patch+json, application/json", answer.Header("Accept-Patch"));
    }

    [Fact]
    public async Task Null_topics_of_an_authored_claim_are_a_422()
    {
        var put = await service.PutAsync(
            "/api/v1/articles/by-hand",
            """{ "title": "By hand", "sections": [ { "paragraphs": [ { "text": "Zinc is a metal." } ] } ], "claims": [ { "text":"""
                + """ "Zinc is a metal.", "topics": [ "zinc" ] } ] }""");
        (await service.PatchAsync($"/api/v1/claims/{put.Json["claims"]![0]!["id"]}", """{ "topics": null }""", ("If-Match", "*")))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "required");
    }

    [Fact]
    public async Task Patching_an_unknown_claim_is_a_404() =>
        (await service.PatchAsync("/api/v1/claims/clm_aaaaaaaaaaaaaaaa", "{}", ("If-Match", "*"))).IsProblem(
            HttpStatusCode.NotFound, "claim-not-found");

    [Fact]
    public async Task A_claim_changed_by_PUT_of_its_article_is_a_decision()
    {
        var (path, tag) = await ClaimAsync("put-decides");
        var document = (await service.OkAsync("/api/v1/articles/put-decides")).Json;
        document["claims"]![0]!["topics"] = new JsonArray("copper");
        document["claims"]![1]!["reviewStatus"] = "accepted";
        await service.PutAsync("/api/v1/articles/put-decides", document.ToJsonString(), ("If-Match", tag));

        await service.ImportAsync($"{Text} More on zinc.", "?slug=put-decides", headers: ("If-Match", "*"));
        Assert.Equal("""["copper"]""", (await service.OkAsync(path)).Json["topics"]!.ToJsonString());
        Assert.Equal(
            ["unreviewed", "accepted", "unreviewed"],
            (await service.OkAsync("/api/v1/articles/put-decides")).Json["claims"]!
                .AsArray()
                .Select(claim => (string)claim!["reviewStatus"]!));
    }

    /// <summary>Imports an article and gives the path of its first claim with its tag.</summary>
    private async Task<(string Path, string Tag)> ClaimAsync(string slug)
    {
        var imported = await service.ImportAsync(Text, $"?slug={slug}");
        var path = $"/api/v1/claims/{imported.Json["article"]!["claims"]![0]!["id"]}";
        return (path, (await service.OkAsync(path)).Header("ETag")!);
    }
}
