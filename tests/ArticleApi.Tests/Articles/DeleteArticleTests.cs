using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Articles;

public sealed class DeleteArticleTests : IDisposable
{
    private const string Path = "/api/v1/articles/ketamine-and-anorexia";

    private readonly Service service = new();

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task It_needs_the_revision_that_is_to_go()
    {
        (await service.DeleteAsync(Path)).IsProblem((HttpStatusCode)428, "precondition-required");
        (await service.DeleteAsync(Path, ("If-Match", "\"r9-x\""))).IsProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        await service.OkAsync(Path);
    }

    [Fact]
    public async Task What_was_deleted_is_gone_with_its_parts_and_its_claims()
    {
        var before = await service.OkAsync(Path);
        var gone = await service.DeleteAsync(Path, ("If-Match", before.Header("ETag")!));
        Assert.Equal((HttpStatusCode.NoContent, ""), (gone.Status, gone.Text));
        Assert.True(long.Parse(gone.Header("Data-Version")!) > long.Parse(before.Header("Data-Version")!));

        foreach (var part in new[] { "", "/sections", "/sections/lead", "/key-points", "/references", "/references/1", "/claims" })
        {
            (await service.GetAsync(Path + part)).IsProblem(HttpStatusCode.Gone, "article-gone");
        }

        (await service.GetAsync($"/api/v1/claims/{before.Json["claims"]![0]!["id"]}")).IsProblem(HttpStatusCode.Gone, "claim-gone");
        (await service.DeleteAsync(Path, ("If-Match", "*"))).IsProblem(HttpStatusCode.Gone, "article-gone");
        Assert.Empty((await service.OkAsync("/api/v1/claims")).Data);
        Assert.Empty((await service.OkAsync("/api/v1/articles")).Data);
        Assert.Empty((await service.OkAsync("/api/v1/references")).Data);
        (await service.GetAsync("/api/v1/claims?article=ketamine-and-anorexia")).HasErrors(("article", "unknown-value", null));
    }

    [Fact]
    public async Task A_deleted_slug_may_be_created_again_and_counts_on()
    {
        var before = await service.OkAsync(Path);
        await service.DeleteAsync(Path, ("If-Match", "*"));
        (await service.PutAsync(Path, before.Text, ("If-Match", before.Header("ETag")!))).IsProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");

        var again = await service.PutAsync(Path, before.Text);
        Assert.Equal((HttpStatusCode.Created, 2), (again.Status, (int)again.Json["revision"]!));
        Assert.True(JsonNode.DeepEquals(before.Json["claims"], (await service.OkAsync(Path)).Json["claims"]));
        await service.OkAsync($"/api/v1/claims/{before.Json["claims"]![0]!["id"]}");
    }

    [Fact]
    public async Task What_never_was_is_not_found() =>
        (await service.DeleteAsync("/api/v1/articles/ketamine", ("If-Match", "*"))).IsProblem(HttpStatusCode.NotFound, "article-not-found");
}
