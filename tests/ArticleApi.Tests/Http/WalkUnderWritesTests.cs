using System.Text.Json.Nodes;
using CsCheck;

namespace ArticleApi.Tests.Http;

public sealed class WalkUnderWritesTests
{
    private static readonly (string Path, string Key)[] Lists =
    [
        ("/api/v1/claims", "id"),
        ("/api/v1/claims?sort=article", "id"),
        ("/api/v1/claims?sort=published", "id"),
        ("/api/v1/claims?sort=-published", "id"),
        ("/api/v1/claims?q=fact&sort=article", "id"),
        ("/api/v1/claims?q=fact*&sort=-published", "id"),
        ("/api/v1/articles", "slug"),
        ("/api/v1/articles?sort=published", "slug"),
        ("/api/v1/articles?sort=slug", "slug"),
        ("/api/v1/articles?q=fact&sort=-published", "slug"),
        ("/api/v1/references", "id"),
        ("/api/v1/references?sort=year", "id"),
        ("/api/v1/references?sort=-year", "id"),
        ("/api/v1/references?q=fact&sort=year", "id"),
    ];

    /// <summary>Some articles stay as they are while others are stored, replaced and deleted between any two pages.</summary>
    [Fact]
    public async Task Paging_during_writes_lists_each_remaining_item_once()
    {
        using var service = new Service();
        for (var i = 0; i < 8; i++)
        {
            await service.StoreAsync(Article($"stays-{i}", i));
        }

        await Gen.Select(Gen.Int[0, Lists.Length - 1], Gen.Int[1, 5], Gen.Select(Gen.Int[0, 11], Gen.Int[0, 9]).Array[12])
            .ForEachAsync(60, async run =>
            {
                var (list, limit, writes) = run;
                var (path, key) = Lists[list];
                var staying = await StayingAsync(service, path, key);
                var seen = new List<string>();
                var next = (string?)"";
                for (var page = 0; next is not null; page++)
                {
                    var answer = await service.OkAsync(path.With($"limit={limit}{(next.Length == 0 ? "" : $"&cursor={next}")}"));
                    seen.AddRange(answer.Values(key));
                    next = (string?)answer.Json["page"]!["nextCursor"];
                    if (page < writes.Length)
                    {
                        await ChangeAsync(service, writes[page].Item1, writes[page].Item2);
                    }
                }

                Assert.NotEmpty(staying);
                Assert.Equal(staying, seen.Where(staying.Contains));
            });
    }

    private static async Task<List<string>> StayingAsync(Service service, string path, string key) =>
        [.. (await service.WalkAsync(path, 100)).Where(IsOfOneThatStays).Select(item => (string)item[key]!)];

    private static bool IsOfOneThatStays(JsonNode item) =>
        ((string?)item["slug"] ?? (string?)item["article"]?["slug"] ?? (string)item["articles"]![0]!["slug"]!).StartsWith(
            "stays-", StringComparison.Ordinal);

    private static async Task ChangeAsync(Service service, int article, int state)
    {
        var slug = $"{"abz"[article % 3]}-{article}";
        if (state == 0)
        {
            await service.DeleteAsync($"/api/v1/articles/{slug}", ("If-Match", "*"));
        }
        else
        {
            await service.StoreAsync(Article(slug, state));
        }
    }

    private static AnArticle Article(string slug, int state) => new(slug)
    {
        PublishedOn = state % 4 == 0 ? null : new(2020 + (state % 3), 1, 1),
        References =
        [
            .. Enumerable.Range(0, 1 + (state % 3))
                .Select(i => AnArticle.Entry($"{i + 1}", $"{slug} {i}", 2000 + (state % 4), $"A fact of {slug}")
                    with { Year = (state + i) % 4 == 0 ? null : 2000 + ((state + i) % 4) }),
        ],
        Sentences = [.. Enumerable.Range(0, 1 + (state % 4)).Select(i => new Sentence($"Fact {i} of {slug} in {state}."))],
    };
}
