using System.Text.Json.Nodes;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using ArticleApi.Storage.Sqlite.Search;
using CsCheck;

namespace ArticleApi.Tests.Claims;

public sealed class SearchClaimsTests(SearchClaimsTests.ClaimTexts service) : IClassFixture<SearchClaimsTests.ClaimTexts>
{
    private static readonly string[] Lists = ["claims", "articles", "references"], Beginnings = ["", "t", "f", "se", "wor"];

    [Theory]
    [InlineData("5-HT", "The 5-HT system responds.")]
    [InlineData("5HT", "A 5HT receptor.")]
    [InlineData("GABA/glutamate", "The GABA/glutamate balance shifts.")]
    [InlineData("don't", "Patients don’t always respond.")]
    [InlineData("zn2+", "Zn2+ binds.")]
    [InlineData("deficiency depression", "Zinc deficiency is linked to depression.")]
    [InlineData("DEPRESSION linked", "Zinc deficiency is linked to depression.")]
    [InlineData("\"zinc deficiency\"", "Zinc deficiency is linked to depression.")]
    [InlineData("\"deficiency zinc\"")]
    [InlineData("\"zinc deficiencies\"", "Zinc deficiency is linked to depression.")]
    [InlineData("anorexia", "Anorexía ends.", "Anorexi\u0301a begins.")]
    [InlineData("anorexía", "Anorexía ends.", "Anorexi\u0301a begins.")]
    [InlineData("depressi*", "Zinc deficiency is linked to depression.", "The depressive phase passes.")]
    [InlineData("depressed", "Zinc deficiency is linked to depression.", "The depressive phase passes.")]
    [InlineData("medica*", "Medications help.")]
    [InlineData("medication", "Medications help.")]
    [InlineData("zin* deficien*", "Zinc deficiency is linked to depression.")]
    [InlineData("zinc depressi*", "Zinc deficiency is linked to depression.")]
    [InlineData("zinc -depressi*", "Zinc supports 😀 taste.", "Zinc and copper compete; zinc wins.")]
    [InlineData("zinc -deficient -taste", "Zinc and copper compete; zinc wins.")]
    [InlineData("zin* -copper -\"zinc deficiency\"", "Zinc supports 😀 taste.")]
    [InlineData("5-H*", "The 5-HT system responds.")]
    [InlineData("zinc & copper", "Zinc and copper compete; zinc wins.")]
    [InlineData("zinc 😀", "Zinc supports 😀 taste.", "Zinc and copper compete; zinc wins.", "Zinc deficiency is linked to depression.")]
    [InlineData("copper OR taste")]
    [InlineData("zinc AND taste")]
    [InlineData("zinc and copper", "Zinc and copper compete; zinc wins.")]
    [InlineData("NEAR(zinc copper)")]
    [InlineData("text:zinc")]
    [InlineData("^zinc -taste -copper", "Zinc deficiency is linked to depression.")]
    [InlineData("\"zinc copper", "Zinc and copper compete; zinc wins.")]
    [InlineData("\"zinc supports", "Zinc supports 😀 taste.")]
    [InlineData("{zinc} (taste)", "Zinc supports 😀 taste.")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("*")]
    [InlineData("-")]
    [InlineData("😀")]
    [InlineData("-😀")]
    [InlineData("rejected")]
    [InlineData("zi\0nc taste", "Zinc supports 😀 taste.")]
    [InlineData("𞤀")]
    public async Task A_search_finds_exactly_these_claims(string q, params string[] texts)
    {
        var answer = await service.OkAsync($"/api/v1/claims?limit=100&count=exact&article={ClaimTexts.Slug}&q={Uri.EscapeDataString(q)}");
        Assert.Equal(texts.Order(StringComparer.Ordinal), answer.Values("text").Order(StringComparer.Ordinal));
        Assert.Equal(texts.Length, (int)answer.Json["page"]!["total"]!);
    }

    [Fact]
    public async Task A_search_with_only_excluded_words_finds_all_other_claims()
    {
        var all = await service.WalkAsync("/api/v1/claims", 100);
        var without = await service.WalkAsync("/api/v1/claims?q=-zinc+-medica*&sort=article", 100);
        Assert.Equal(
            all.Select(Text)
                .Where(text =>
                    !text.Contains("zinc", StringComparison.OrdinalIgnoreCase)
                    && !text.Contains("Medica", StringComparison.OrdinalIgnoreCase)),
            without.Select(Text));
        static string Id(JsonNode claim) => (string)claim["id"]!;
        var byRelevance = (await service.WalkAsync("/api/v1/claims?q=-zinc+-medica*", 3)).Select(Id).ToList();
        Assert.Equal(without.Select(Id).Order(StringComparer.Ordinal), byRelevance.Order(StringComparer.Ordinal));
        Assert.Equal(byRelevance.Take(RankedList.MaxRanked).Order(StringComparer.Ordinal), byRelevance.Take(RankedList.MaxRanked));
    }

    [Fact]
    public async Task The_claim_with_the_most_matches_comes_first()
    {
        var answer = await service.OkAsync($"/api/v1/claims?q=zinc&article={ClaimTexts.Slug}");
        Assert.Equal("Zinc and copper compete; zinc wins.", answer.Values("text")[0]);
        Assert.Equal(
            answer.Values("id"), (await service.OkAsync($"/api/v1/claims?q=zinc&article={ClaimTexts.Slug}&sort=relevance")).Values("id"));
        Assert.Equal(
            ["Zinc supports 😀 taste.", "Zinc deficiency is linked to depression.", "Zinc and copper compete; zinc wins."],
            (await service.OkAsync($"/api/v1/claims?q=zinc&article={ClaimTexts.Slug}&sort=article")).Values("text"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sort=relevance")]
    [InlineData("sort=published")]
    [InlineData("sort=-published")]
    [InlineData("sort=article")]
    public async Task Pages_list_all_hits_in_order(string sort)
    {
        foreach (var q in new[] { "word", "wor*", "word -seven", "-seven", "wo* eight" })
        {
            var path = $"/api/v1/claims?q={q}&{sort}".TrimEnd('&');
            var all = (await service.WalkAsync(path, 100)).Select(claim => claim.ToJsonString()).ToList();
            Assert.NotEmpty(all);
            Assert.Equal(all, all.Distinct());
            Assert.Equal(all, (await service.WalkAsync(path, 7)).Select(claim => claim.ToJsonString()));
            Assert.Equal(all.Count, (int)(await service.OkAsync(path.With("count=exact&limit=1"))).Json["page"]!["total"]!);
        }
    }

    [Theory]
    [InlineData("published", false)]
    [InlineData("-published", true)]
    public async Task Sorted_by_publication_date_undated_claims_come_last(string sort, bool falling)
    {
        static string Id(JsonNode claim) => (string)claim["id"]!;
        static string? Day(JsonNode claim) => (string?)claim["article"]!["publishedOn"];
        foreach (var q in new[] { "", "&q=word" })
        {
            var claims = await service.WalkAsync($"/api/v1/claims?sort={sort}{q}", 3);
            var dated = claims.Where(claim => Day(claim) is not null);
            dated = falling
                ? dated.OrderByDescending(Day, StringComparer.Ordinal).ThenBy(Id, StringComparer.Ordinal)
                : dated.OrderBy(Day, StringComparer.Ordinal).ThenBy(Id, StringComparer.Ordinal);
            var undated = claims.Where(claim => Day(claim) is null).OrderBy(Id, StringComparer.Ordinal);
            Assert.NotEmpty(undated);
            Assert.Equal(dated.Concat(undated).Select(Id), claims.Select(Id));
        }
    }

    [Fact]
    public async Task A_search_is_combined_with_all_filters_on_all_lists_of_claims()
    {
        Assert.Equal(
            ["Zinc supports 😀 taste."],
            (await service.OkAsync(
                $"/api/v1/claims?q=zinc&topic=zinc&certainty=asserted&cited=false&section=lead&article={ClaimTexts.Slug}")).Values("text"));
        Assert.Equal(
            ["Zinc supports 😀 taste."],
            (await service.OkAsync($"/api/v1/topics/zinc/claims?q=taste&article={ClaimTexts.Slug}")).Values("text"));
        Assert.Equal(
            ["Medications help."], (await service.OkAsync($"/api/v1/articles/{ClaimTexts.Slug}/claims?q=medication")).Values("text"));
        var cited = (await service.OkAsync("/api/v1/references")).Values("id")[0];
        var citing = (await service.WalkAsync($"/api/v1/references/{cited}/claims", 100)).Select(Text).ToList();
        Assert.Equal(
            citing.Count(text => text.Contains("ketamine", StringComparison.OrdinalIgnoreCase)),
            (await service.WalkAsync($"/api/v1/references/{cited}/claims?q=ketamine", 100)).Count);
        Assert.Equal(["Rejected words."], (await service.OkAsync("/api/v1/claims?q=rejected&review=rejected")).Values("text"));
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public async Task A_search_finds_the_claims_that_a_plain_scan_finds()
    {
        var all = await service.WalkAsync("/api/v1/claims?sort=article", 100);
        static HashSet<string> Words(JsonNode claim) => [.. Folding.Words(Text(claim)).Split(' ')];
        var one = Gen.Int[0, ClaimTexts.Words.Length - 1].Select(i => ClaimTexts.Words[i]);
        await Gen.Select(one.Array[1, 3], one.Array[0, 2], Gen.Int[0, 4].Select(i => Beginnings[i])).ForEachAsync(60, async query =>
        {
            var (with, without, prefix) = query;
            var q = string.Join('+', with.Concat(without.Select(word => $"-{word}")).Concat(prefix.Length == 0 ? [] : [$"{prefix}*"]));
            var expected = all.Where(claim => Words(claim) is var words
                && with.All(words.Contains)
                && !without.Any(words.Contains)
                && words.Any(word => word.StartsWith(prefix, StringComparison.Ordinal)))
                    .Select(Text);
            Assert.Equal(expected, (await service.WalkAsync($"/api/v1/claims?sort=article&q={q}", 100)).Select(Text));
        });
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public async Task No_search_text_makes_the_service_fail() =>
        await Gen.String[Gen.OneOf(Gen.Char["\"-*:^(){}+'\0\u0001\n ab5😀"], Gen.Char), 1, 30]
            .Where(q => !string.IsNullOrWhiteSpace(q)).ForEachAsync(200, async q =>
            {
                foreach (var list in Lists)
                {
                    await service.OkAsync($"/api/v1/{list}?q={Uri.EscapeDataString(q)}");
                }
            });

    [Theory]
    [InlineData("zinc", "Zinc")]
    [InlineData("compete wins", "compete", "wins")]
    [InlineData("\"zinc wins\"", "zinc wins")]
    [InlineData("win*", "wins")]
    [InlineData("zin* \"copper compete\"", "Zinc", "copper compete", "zinc")]
    [InlineData("competing", "compete")]
    [InlineData("copper -taste", "copper")]
    public async Task Highlights_are_the_matching_words_of_the_text(string q, params string[] places)
    {
        var answer = await service.OkAsync($"/api/v1/claims?article={ClaimTexts.Slug}&include=highlights&q={Uri.EscapeDataString(q)}");
        var claim = answer.Data.Single(claim => Text(claim!) == "Zinc and copper compete; zinc wins.")!;
        Assert.Equal(q == "zinc" ? ["Zinc", "zinc"] : places, Places(claim));
    }

    [Theory]
    [InlineData("taste", "😀😀 Zinc supports 😀 taste.", "taste")]
    [InlineData("anorexia", "Anorexi\u0301a begins.", "Anorexi\u0301a")]
    [InlineData("anorexia begin", "Anorexi\u0301a begins.", "Anorexi\u0301a", "begins")]
    [InlineData("5-ht", "The 5-HT system responds.", "5-HT")]
    [InlineData("depressi*", "The depressive phase passes.", "depressive")]
    [InlineData("phases depressi* depression", "The depressive phase passes.", "depressive", "phase")]
    [InlineData("-zinc", "Medications help.")]
    public async Task Highlights_count_code_points(string q, string text, params string[] places)
    {
        var claims = await service.WalkAsync(
            $"/api/v1/claims?article={ClaimTexts.Slug}&include=highlights&q={Uri.EscapeDataString(q)}", 100);
        Assert.Equal(places, Places(claims.Single(claim => Text(claim) == text.Replace("😀😀 ", "", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Highlights_are_included_only_on_request()
    {
        Assert.All(
            (await service.OkAsync("/api/v1/claims?q=word")).Data, claim => Assert.False(claim!.AsObject().ContainsKey("highlights")));
        Assert.All(
            (await service.OkAsync("/api/v1/claims?q=word&include=highlights&sort=published")).Data,
            claim => Assert.NotEmpty(claim!["highlights"]!.AsArray()));
        (await service.GetAsync("/api/v1/claims?include=highlights")).HasErrors(("include", "invalid-combination", null));
        (await service.GetAsync("/api/v1/claims?q=zinc&include=highlight")).HasErrors(("include", "unknown-value", "highlights"));
    }

    [Fact]
    public async Task An_invalid_search_or_sort_is_a_400()
    {
        (await service.GetAsync("/api/v1/claims?sort=relevance")).HasErrors(("sort", "invalid-combination", null));
        (await service.GetAsync("/api/v1/claims?sort=relevanc&q=zinc")).HasErrors(("sort", "unknown-value", "relevance"));
        (await service.GetAsync("/api/v1/claims?sort=date")).HasErrors(("sort", "unknown-value", null));
        (await service.GetAsync("/api/v1/claims?q=")).HasErrors(("q", "empty-value", null));
        (await service.GetAsync($"/api/v1/claims?q={new string('a', 10_000)}")).HasErrors(("q", "too-long", null));
        (await service.GetAsync($"/api/v1/claims?q={string.Join('+', Enumerable.Range(0, 65))}")).HasErrors(("q", "too-many-words", null));
        await service.OkAsync($"/api/v1/claims?q={string.Join('+', Enumerable.Range(0, 64))}");
        await service.OkAsync($"/api/v1/claims?q={Uri.EscapeDataString(string.Concat(Enumerable.Repeat("😀", 500)))}");
        await service.OkAsync($"/api/v1/claims?q={Uri.EscapeDataString(string.Join('-', Enumerable.Repeat("a", 250)))}");
    }

    [Fact]
    public async Task A_cursor_of_another_search_or_order_is_a_400()
    {
        var cursor = (string)(await service.OkAsync("/api/v1/claims?q=word&limit=1")).Json["page"]!["nextCursor"]!;
        foreach (var query in new[] { "q=words", "q=word&sort=relevance", "q=word&sort=article", "sort=article" })
        {
            (await service.GetAsync($"/api/v1/claims?{query}&cursor={cursor}")).HasErrors(("cursor", "invalid-cursor", null));
        }

        // What is told beside the claims does not change which they are.
        await service.OkAsync($"/api/v1/claims?q=word&include=highlights&facet=year&fields=id&cursor={cursor}");
    }

    private static string Text(JsonNode claim) => (string)claim["text"]!;

    private static IEnumerable<string> Places(JsonNode claim) => claim["highlights"]!.AsArray().Select(place =>
        CodePoints.Slice(Text(claim), (int)place!["start"]!, (int)place["end"]!)!);

    /// <summary>A service with an article of texts to search, and generated ones.</summary>
    public sealed class ClaimTexts : Service, IAsyncLifetime
    {
        public const string Slug = "texts";

        public static readonly string[] Words = ["nine", "two", "three", "four", "five", "six", "seven", "eight", "word"];

        public async ValueTask InitializeAsync()
        {
            await StoreAsync(new AnArticle(Slug)
            {
                PublishedOn = new(2024, 5, 1),
                Sentences =
                [
                    new("Zinc supports 😀 taste.") { Topics = ["zinc"] },
                    new("Zinc and copper compete; zinc wins.") { Section = "metals" },
                    new("Zinc deficiency is linked to depression."),
                    new("The depressive phase passes."),
                    new("The 5-HT system responds."),
                    new("A 5HT receptor."),
                    new("The GABA/glutamate balance shifts."),
                    new("Patients don’t always respond."),
                    new("Zn2+ binds."),
                    new("Anorexía ends."),
                    new("Anorexi\u0301a begins."),
                    new("Medications help."),
                    new("Rejected words.") { Review = ReviewStatus.Rejected },
                ],
            });
            for (var i = 0; i < 30; i++)
            {
                await StoreAsync(new AnArticle($"generated-{i:00}")
                {
                    PublishedOn = i % 3 == 0 ? null : new(2020, 1 + (i % 4), 1),
                    Sentences = [.. Enumerable.Range(0, 4).Select(n => new Sentence($"{Sample(i, n)} word {i} {n}.".Trim()))],
                });
            }
        }

        private static string Sample(int i, int n) =>
            string.Join(' ', Enumerable.Range(0, 1 + ((i + n) % 5)).Select(k => Words[((i * 7) + (n * 5) + (k * 3)) % 8]));

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
