using System.Net;

namespace ArticleApi.Tests.Claims;

/// <summary>Claims in a language whose hedging words the service does not know.</summary>
public sealed class CertaintyTests(Service service) : IClassFixture<Service>
{
    private const string Spanish =
        "---\nlang: es\n---\n# El zinc\n\nEl zinc podría ayudar a los adultos.[^1] También ayuda el zinc.\n\n"
        + "[^1]: Roe A. Zinc. J Zinc. 2001;1:1-2.\n";

    [Fact]
    public async Task It_is_null_in_every_representation()
    {
        var made = await service.ImportAsync(Spanish, "?slug=el-zinc", "text/markdown");
        Assert.Equal(HttpStatusCode.Created, made.Status);

        var list = await service.OkAsync("/api/v1/articles/el-zinc/claims?facet=certainty");
        Assert.Equal(2, list.Json["data"]!.AsArray().Count);
        Assert.All(list.Json["data"]!.AsArray(), claim =>
        {
            Assert.Null(claim!["certainty"]);
            Assert.True(claim.AsObject().ContainsKey("certainty"));
            Assert.Empty(claim["hedges"]!.AsArray());
        });
        Assert.Equal((0, 2), (
            list.Json["facets"]!["certainty"]!["buckets"]!.AsArray().Count, (int)list.Json["facets"]!["certainty"]!["missing"]!));
        Assert.Empty((await service.OkAsync("/api/v1/articles/el-zinc/claims?certainty=asserted")).Json["data"]!.AsArray());
        Assert.Empty((await service.OkAsync("/api/v1/articles/el-zinc/claims?certainty=hedged")).Json["data"]!.AsArray());

        var csv = await service.OkAsync("/api/v1/articles/el-zinc/claims?format=csv");
        Assert.DoesNotContain("asserted", csv.Text, StringComparison.Ordinal);
        var annotations = await service.OkAsync("/api/v1/articles/el-zinc/claims?format=jsonld");
        Assert.DoesNotContain("asserted", annotations.Text, StringComparison.Ordinal);
        Assert.Contains("unreviewed", annotations.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_sent_back_as_it_came()
    {
        var made = await service.ImportAsync(Spanish, "?slug=otro-zinc", "text/markdown");
        var article = made.Json["article"]!;

        var put = await service.PutAsync("/api/v1/articles/otro-zinc", article.ToJsonString(), ("If-Match", made.Header("ETag")!));

        Assert.Equal((HttpStatusCode.OK, 1), (put.Status, (int)put.Json["revision"]!));
        Assert.Null(put.Json["claims"]![0]!["certainty"]);
    }

    [Fact]
    public async Task An_editors_decision_follows_a_sentence_that_is_only_written_otherwise()
    {
        const string Before = "# Doses of Zinc\n\nA dose of 103 mg of zinc heals.\n";
        const string Now = "# Doses of Zinc\n\nA dose of 10³ mg of zinc heals.\n";
        var made = await service.ImportAsync(Before, "?slug=doses", "text/markdown");
        var id = (string)made.Json["article"]!["claims"]![0]!["id"]!;
        var decided = await service.PatchAsync($"/api/v1/claims/{id}", """{ "reviewStatus": "accepted" }""", ("If-Match", "*"));
        Assert.Equal(HttpStatusCode.OK, decided.Status);

        for (var i = 0; i < 2; i++)
        {
            var again = await service.ImportAsync(Now, "?slug=doses", "text/markdown", ("If-Match", "*"));
            var claim = Assert.Single(again.Json["article"]!["claims"]!.AsArray())!;
            Assert.Equal(("A dose of 10³ mg of zinc heals.", "accepted"), ((string)claim["text"]!, (string)claim["reviewStatus"]!));
        }
    }
}
