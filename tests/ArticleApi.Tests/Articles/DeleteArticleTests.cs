using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Articles;

public sealed class DeleteArticleTests : IDisposable
{
    private const string Path = "/api/v1/articles/ketamine-and-anorexia";

    private readonly Service service = new();

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task Delete_without_If_Match_is_a_428_and_with_an_old_one_a_412()
    {
        (await service.DeleteAsync(Path)).IsProblem((HttpStatusCode)428, "precondition-required");
        (await service.DeleteAsync(Path, ("If-Match", "\"r9-x\""))).IsProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        await service.OkAsync(Path);
    }

    [Fact]
    public async Task A_deleted_article_its_parts_and_its_claims_are_a_410()
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
    public async Task An_article_created_again_goes_on_from_the_deleted_revision()
    {
        var before = await service.OkAsync(Path);
        await service.DeleteAsync(Path, ("If-Match", "*"));
        (await service.PutAsync(Path, before.Text, ("If-Match", before.Header("ETag")!))).IsProblem(
            HttpStatusCode.PreconditionFailed, "precondition-failed");

        var again = await service.PutAsync(Path, before.Text);
        Assert.Equal((HttpStatusCode.Created, 2), (again.Status, (int)again.Json["revision"]!));
        Assert.True(JsonNode.DeepEquals(before.Json["claims"], (await service.OkAsync(Path)).Json["claims"]));
        await service.OkAsync($"/api/v1/claims/{before.Json["claims"]![0]!["id"]}");
    }

    [Fact]
    public async Task Deleting_an_unknown_article_is_a_404() =>
        (await service.DeleteAsync("/api/v1/articles/ketamine", ("If-Match", "*"))).IsProblem(HttpStatusCode.NotFound, "article-not-found");
}
