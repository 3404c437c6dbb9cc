using System.Text.Json.Nodes;
using ArticleApi.Documents.Model;
using ArticleApi.Storage.Sqlite.Search;
using ArticleApi.Tests.Storage;

namespace ArticleApi.Tests.Claims;

/// <summary>Searches with more hits than are ranked.</summary>
public sealed class RankedListTests(RankedListTests.ManyTexts service) : IClassFixture<RankedListTests.ManyTexts>
{
    // The ranked hits end where a page of 32 ends, and within one of 13 or 99.
    private static readonly int[] Limits = [1, 13, 32, 99];

    [Theory]
    [InlineData("claims?q=zinc")]
    [InlineData("claims?q=zinc&certainty=hedged")]
    [InlineData("claims?q=zinc&published_from=2020-01-01&section=second")]
    [InlineData("claims?q=zinc+-even")]
    [InlineData("claims?q=zin*")]
    [InlineData("claims?q=zinc+cop*")]
    [InlineData("claims?q=zinc+-cop*")]
    [InlineData("claims?q=zin*+-even")]
    [InlineData("claims?q=-even")]
    [InlineData("claims?q=-cop*+-even&certainty=asserted")]
    [InlineData("claims?q=zinc&topic=zinc")]
    [InlineData("topics/zinc/claims?q=zinc")]
    [InlineData("claims?q=zinc+-odd&topic=copper")]
    [InlineData("claims?q=zinc&topic=copper")]
    [InlineData("claims?q=zinc+may&topic_all=copper&topic_all=zinc")]
    [InlineData("claims?q=zin*&topic=copper")]
    [InlineData("claims?q=zinc+ma*&topic=copper")]
    [InlineData("claims?q=-nothing&topic=copper")]
    [InlineData("claims?q=zinc&reference={work}")]
    [InlineData("references/{work}/claims?q=zinc+-copper")]
    [InlineData("articles?q=zinc")]
    [InlineData("articles?q=zinc+cop*")]
    [InlineData("articles?q=-nothing")]
    [InlineData("references?q=review")]
    [InlineData("references?q=review+-nothing*")]
    [InlineData("references?q=rev*+doe")]
    [InlineData("references?q=-nothing")]
    [InlineData("references?q=review&year=2000")]
    public async Task Pages_of_any_length_list_each_hit_once(string query)
    {
        var path = $"/api/v1/{query.Replace("{work}", ManyTexts.Cited, StringComparison.Ordinal)}";
        var all = await Ids(path, 100);
        Assert.NotEmpty(all);
        var first = await service.OkAsync(path.With("count=exact&limit=1"));
        Assert.Equal(all.Count, all.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(all.Count, (int)first.Json["page"]!["total"]!);
        foreach (var limit in Limits.Where(limit => limit > 1 || all.Count < 160))
        {
            Assert.Equal(all, await Ids(path, limit));
        }

        foreach (var sort in path.Contains("claims", StringComparison.Ordinal)
            ? ["article", "published"]
            : path.Contains("articles", StringComparison.Ordinal) ? ["slug"] : new[] { "id", "-year" })
        {
            Assert.Equal(all.Order(StringComparer.Ordinal), (await Ids(path.With($"sort={sort}"), 100)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task The_first_hits_are_ranked_and_the_others_follow_in_row_order()
    {
        var found = await service.WalkAsync("/api/v1/claims?q=zinc", 100);
        const string Hits =
            "claim_stems f join claims c on c.id = f.rowid where claim_stems match 'zinc' and c.review_status "
            + "<> 'rejected' order by f.rowid";
        var rows = service.Rows($"select c.public_id from {Hits}");
        var best = service.Rows(
            $"select public_id from (select c.public_id, bm25(claim_stems) as rank from {Hits} limit "
            + $"{RankedList.MaxRanked}) order by rank, public_id");
        Assert.True(rows.Count > 2 * RankedList.MaxRanked);
        Assert.Equal(rows.Order(StringComparer.Ordinal), found.Select(Id).Order(StringComparer.Ordinal));
        Assert.Equal(rows.Skip(RankedList.MaxRanked), found.Skip(RankedList.MaxRanked).Select(Id));
        Assert.Equal(best, found.Take(RankedList.MaxRanked).Select(Id));
    }

    [Fact]
    public async Task Every_page_says_how_many_hits_are_ranked()
    {
        for (var (path, pages) = ("/api/v1/claims?q=zinc&limit=60", 0); path.Length > 0; pages++)
        {
            var page = await service.OkAsync(path);
            Assert.Equal(RankedList.MaxRanked, Ranked(page));
            path = (string?)page.Json["page"]!["nextCursor"] is { } next ? $"/api/v1/claims?q=zinc&limit=60&cursor={next}" : "";
            Assert.True(pages < 20);
        }

        var one = await service.OkAsync($"/api/v1/claims?q=zinc&article={ManyTexts.Last}&count=exact");
        Assert.Equal((int)one.Json["page"]!["total"]!, Ranked(one));
        Assert.Equal(0, Ranked(await service.OkAsync("/api/v1/claims?q=absent")));
        Assert.Equal(0, Ranked(await service.OkAsync("/api/v1/claims?q=%22")));
        Assert.Equal(RankedList.MaxRanked, Ranked(await service.OkAsync("/api/v1/claims?q=-nothing")));
        foreach (var path
            in new[] { "claims", "claims?q=zinc&sort=article", "articles?q=zinc&sort=slug", "references?q=review&sort=id", "references" })
        {
            Assert.False((await service.OkAsync($"/api/v1/{path}")).Json["meta"]!.AsObject().ContainsKey("ranked"));
        }
    }

    [Fact]
    public async Task Totals_and_facets_count_unranked_hits_too()
    {
        var list = await service.OkAsync("/api/v1/claims?q=zinc&count=exact&facet=certainty&limit=1");
        var total = (int)list.Json["page"]!["total"]!;
        Assert.True(total > RankedList.MaxRanked);
        Assert.Equal(total, list.Json["facets"]!["certainty"]!["buckets"]!.AsArray().Sum(bucket => (int)bucket!["count"]!));
    }

    [Fact]
    public async Task Filters_are_applied_before_the_best_are_chosen()
    {
        var hedged = await service.OkAsync("/api/v1/claims?q=zinc&certainty=hedged&limit=100");
        Assert.Equal(RankedList.MaxRanked, Ranked(hedged));
        var last = await service.OkAsync($"/api/v1/claims?q=zinc&article={ManyTexts.Last}&limit=100");
        Assert.Equal(last.Data.Count, Ranked(last));
        Assert.NotEmpty(last.Data);
    }

    /// <summary>Most entries name a few works, so fewer works than entries are ranked.</summary>
    [Fact]
    public async Task A_work_is_listed_once_however_many_of_its_entries_are_found()
    {
        var works = await service.WalkAsync("/api/v1/references?q=review", 30);
        var list = await service.OkAsync("/api/v1/references?q=review&limit=100");
        var ranked = Ranked(list);
        Assert.InRange(ranked, 1, RankedList.MaxRanked - 1);
        var rows = service.Rows(
            """
            select r.work_id
            from article_references r
            where (r.article_id << 32) + r.position in (select rowid from reference_stems where reference_stems match 'review')
            group by r.work_id
            order by min((r.article_id << 32) + r.position)
            """);
        Assert.True(rows.Count > ranked);
        Assert.Equal(rows.Take(ranked).Order(StringComparer.Ordinal), works.Take(ranked).Select(Id).Order(StringComparer.Ordinal));
        Assert.Equal(rows.Skip(ranked), works.Skip(ranked).Select(Id));
    }

    [Fact]
    public async Task Unranked_hits_have_highlights_too()
    {
        var claims = await service.WalkAsync("/api/v1/claims?q=zinc&include=highlights", 70);
        Assert.All(claims, claim => Assert.NotEmpty(claim["highlights"]!.AsArray()));
    }

    [Fact]
    public void The_OpenAPI_document_says_how_many_hits_are_ranked() => Assert.Contains(
        $"first {RankedList.MaxRanked} texts",
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "article-api.v1.json")),
        StringComparison.Ordinal);

    private static string Id(JsonNode item) => (string)(item["id"] ?? item["slug"])!;

    private static int Ranked(ApiResponse answer) => (int)answer.Json["meta"]!["ranked"]!;

    private async Task<List<string>> Ids(string path, int limit) => [.. (await service.WalkAsync(path, limit)).Select(Id)];

    /// <summary>A service with more texts than are ranked.</summary>
    public sealed class ManyTexts : Service, IAsyncLifetime
    {
        private const int Articles = 110;

        /// <summary>A work that a third of the articles cites.</summary>
        public static readonly string Cited = Review(1).Id;

        /// <summary>The article that is stored last.</summary>
        public const string Last = "texts-073";

        public async ValueTask InitializeAsync()
        {
            for (var i = 0; i < Articles; i++)
            {
                // Not in the order of the slugs, so that rows and slugs differ.
                var n = i * 37 % Articles;
                await StoreAsync(new AnArticle($"texts-{n:000}")
                {
                    PublishedOn = i % 3 == 0 ? null : new(2018 + (i % 5), 1, 1),
                    References =
                    [
                        Review(i % 3),
                        AnArticle.Entry("2", "Roe", 2001, i % 2 == 0 ? $"Review of its own {i}" : $"Other {i}"),
                    ],
                    Sentences =
                    [
                        new($"Zinc {(i % 2 == 0 ? "even" : "odd")} {string.Concat(Enumerable.Repeat("and zinc ", i % 4))}number {i}.")
                        {
                            Topics = ["zinc"],
                            Citations = [new("1", CitationVia.Marker)],
                        },
                        new($"Zinc may help copper {i}.") { Section = "second", Topics = i % 9 == 0 ? ["copper", "zinc"] : [] },
                        new($"Nothing of it {i}."),
                        new($"Rejected zinc {i}.") { Review = i % 5 == 0 ? ReviewStatus.Rejected : ReviewStatus.Accepted },
                    ],
                });
            }
        }

        private static Reference Review(int number) => AnArticle.Entry("1", "Doe", 2000, $"A review {number}");

        public IReadOnlyList<string> Rows(string sql) => Raw.Query(DatabasePath, sql);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
