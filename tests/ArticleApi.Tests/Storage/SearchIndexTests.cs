using ArticleApi.Documents.Model;
using CsCheck;

namespace ArticleApi.Tests.Storage;

public sealed class SearchIndexTests
{
    private static readonly string[] Indexes =
        ["claim_stems", "claim_words", "article_stems", "article_words", "reference_stems", "reference_words"];

    [Fact]
    [Trait("Category", "Fuzz")]
    public async Task The_indexes_match_the_tables_after_every_kind_of_write()
    {
        using var service = new Service();
        await Gen.Select(Gen.Int[0, 4], Gen.Int[0, 5]).Array[6].ForEachAsync(15, async writes =>
        {
            foreach (var (article, state) in writes)
            {
                await WriteAsync(service, $"article-{article}", state);
            }

            AssertWhole(service.DatabasePath);
        });

        foreach (var slug in Enumerable.Range(0, 5).Select(i => $"article-{i}").Append(Library.Bundled))
        {
            await service.DeleteAsync($"/api/v1/articles/{slug}", ("If-Match", "*"));
        }

        AssertWhole(service.DatabasePath);
        foreach (var list in new[] { "claims", "articles", "references" })
        {
            Assert.Empty((await service.OkAsync($"/api/v1/{list}?q=-nothing")).Data);
            Assert.Empty((await service.OkAsync($"/api/v1/{list}?q=k*")).Data);
        }
    }

    [Fact]
    public async Task A_vacuum_leaves_the_indexes_whole()
    {
        using var service = new Service();
        await service.StoreAsync(new AnArticle("gone"));
        await service.DeleteAsync("/api/v1/articles/gone", ("If-Match", "*"));
        var before = (await service.OkAsync("/api/v1/references?q=anorexia")).Values("id");
        Raw.Execute(service.DatabasePath, "vacuum");
        AssertWhole(service.DatabasePath);
        Assert.NotEmpty(before);
        Assert.Equal(before, (await service.OkAsync("/api/v1/references?q=anorexia")).Values("id"));
    }

    internal static void AssertWhole(string path)
    {
        // Fails where index and content differ.
        var checks = Indexes.Select(index => $"insert into {index} ({index}, rank) values ('integrity-check', 1);");
        Raw.Execute(path, string.Concat(checks));
    }

    private static async Task WriteAsync(Service service, string slug, int state)
    {
        if (state == 0)
        {
            await service.DeleteAsync($"/api/v1/articles/{slug}", ("If-Match", "*"));
        }
        else if (state == 1
            && (await service.GetAsync($"/api/v1/articles/{slug}/claims")) is { Status: System.Net.HttpStatusCode.OK } claims)
        {
            await service.PatchAsync(
                $"/api/v1/claims/{claims.Values("id")[0]}", """{ "reviewStatus": "accepted", "topics": ["zinc"] }""", ("If-Match", "*"));
        }
        else if (state == 2)
        {
            await service.ImportAsync(
                $"Imported zinc\n\nZinc helps {slug}.1\n\nReferences\n1. Doe, J. (2001). On zinc. Nature, 1, 2-3.",
                $"?slug={slug}",
                "text/plain",
                ("If-Match", "*"));
        }
        else
        {
            await service.StoreAsync(new AnArticle(slug)
            {
                Title = $"Title {state}",
                References =
                [
                    .. Enumerable.Range(
                        0,
                        state).Select(i => AnArticle.Entry($"{i}", $"Doe {state}", 2000 + i, "Shared") with
                        {
                            Authors = [PersonName.Person("Doe", "J."), new(null, null, "WHO")],
                        }),
                ],
                Sentences = [.. Enumerable.Range(0, state).Select(i => new Sentence($"Claim {i} of {state}."))],
            });
        }
    }
}
