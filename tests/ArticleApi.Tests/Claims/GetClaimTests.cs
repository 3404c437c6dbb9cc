using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Claims;

public sealed class GetClaimTests(Library library, Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task A_claim_has_its_location_topics_certainty_and_citations()
    {
        var id = (await library.OkAsync("/api/v1/claims?topic=serotonin&article=ketamine-and-anorexia")).Values("id").Single();

        var claim = (await library.OkAsync($"/api/v1/claims/{id}")).Json;

        Assert.Equal(
            "Ketamine may change the serotonin system, as antidepressants do, and so lift mood and steady appetite.",
            (string)claim["text"]!);
        Assert.Equal(["antidepressant", "ketamine", "serotonin"], claim["topics"]!.AsArray().Select(topic => (string)topic!));
        Assert.Equal("hedged", (string)claim["certainty"]!);
        Assert.Equal(["may"], claim["hedges"]!.AsArray().Select(hedge => (string)hedge!));
        Assert.Equal(
            """{"slug":"ketamine-and-anorexia","title":"Using Ketamine to Treat Anorexia","publishedOn":"2022-12-04","url":null}""",
            claim["article"]!.ToJsonString());
        Assert.Equal(
            """{"sectionId":"ketamine-and-anorexia-treatment","sectionHeading":"Ketamine and Anorexia"""
                + """ Treatment","paragraph":2,"start":68,"end":170,"prefix":"anorexia is not yet understood."""
                + """ ","suffix":" Perhaps ketamine also mends dam"}""",
            claim["location"]!.ToJsonString());
        var citation = Assert.Single(claim["citations"]!.AsArray())!;
        Assert.Equal(
            ("4", "Keeler et al., 2021", "marker"), ((string)citation["label"]!, (string)citation["short"]!, (string)citation["via"]!));
        Assert.Equal(Library.Review.Id, (string)citation["referenceId"]!);
    }

    [Theory]
    [InlineData("1", "Aiger et al., 2011")]
    [InlineData("2", "Morgan & Curran, 2011")]
    [InlineData("8", "Frank, 2016")]
    public async Task The_short_form_of_a_citation_names_its_authors_and_year(string label, string expected)
    {
        var claims = await library.OkAsync($"/api/v1/articles/{Library.Bundled}/claims?limit=100");
        var citations = claims.Data
            .SelectMany(claim => claim!["citations"]!.AsArray())
            .Where(citation => (string)citation!["label"]! == label);
        Assert.All(citations, citation => Assert.Equal(expected, (string)citation!["short"]!));
        Assert.NotEmpty(citations);
    }

    [Fact]
    public async Task Every_claim_of_a_list_is_the_same_under_its_id()
    {
        foreach (var claim in await library.WalkAsync("/api/v1/claims", 100))
        {
            Assert.Equal(claim.ToJsonString(), (await library.OkAsync($"/api/v1/claims/{claim["id"]}")).Json.ToJsonString());
        }
    }

    [Fact]
    public async Task A_claim_id_follows_from_slug_text_and_number()
    {
        // The base32 form of SHA-256 over "alpha-minerals\nZinc supports taste.\n1", begun.
        var claim = await library.OkAsync("/api/v1/claims/clm_vrkjrrxiw6qb7mg2");
        Assert.Equal("Zinc supports taste.", (string)claim.Json["text"]!);
    }

    [Theory]
    [InlineData(Library.Bundled)]
    [InlineData(Library.Minerals)]
    public async Task Offsets_prefix_and_suffix_match_the_paragraph(string slug)
    {
        var article = (await library.OkAsync($"/api/v1/articles/{slug}")).Json;
        Assert.NotEmpty(article["claims"]!.AsArray());
        Assert.All(article["claims"]!.AsArray(), claim => AssertCutOut(claim!, article));
    }

    [Fact]
    public async Task Offsets_count_code_points_not_code_units()
    {
        await service.StoreAsync(new AnArticle("emoji")
        {
            Sentences =
            [
                new("🧠🧪🧬 are three signs, and 𝛂 is a fourth.") { IsClaim = false },
                new("👩‍🔬 measured zinc in 𝟚 mice.") { Topics = ["zinc"] },
                new(string.Concat(Enumerable.Repeat("🐁", 40))) { IsClaim = false },
            ],
        });
        var article = (await service.OkAsync("/api/v1/articles/emoji")).Json;
        var claim = Assert.Single((await service.OkAsync("/api/v1/articles/emoji/claims")).Data)!;

        AssertCutOut(claim, article);
        var place = claim["location"]!;
        Assert.Equal((40, 68), ((int)place["start"]!, (int)place["end"]!));
        Assert.Equal("are three signs, and 𝛂 is a fourth. "[^33..], (string)place["prefix"]!);
        Assert.Equal(" " + string.Concat(Enumerable.Repeat("🐁", 31)), (string)place["suffix"]!);
    }

    [Theory]
    [InlineData("clm_aaaaaaaaaaaaaaaa")]
    [InlineData("nonsense")]
    [InlineData("CLM_VRKJRRXIW6QB7MG2")]
    [InlineData("%27%20or%201%3D1")]
    public async Task Unknown_claim_is_a_404(string id) =>
        (await library.GetAsync($"/api/v1/claims/{id}")).IsProblem(HttpStatusCode.NotFound, "claim-not-found");

    [Fact]
    public async Task A_claim_whose_sentence_is_removed_is_a_410_until_the_sentence_is_back()
    {
        AnArticle first = new("zinc-today")
        {
            Sentences = [new("Zinc helps.") { Topics = ["zinc"] }, new("Zinc stays.") { Topics = ["zinc"] }],
        };
        await service.StoreAsync(first);
        var ids = (await service.OkAsync("/api/v1/articles/zinc-today/claims")).Values("id");

        await service.StoreAsync(first with { Sentences = [new("Zinc hardly helps.") { Topics = ["zinc"] }, first.Sentences[1]] });
        (await service.GetAsync($"/api/v1/claims/{ids[0]}")).IsProblem(HttpStatusCode.Gone, "claim-gone");
        Assert.Equal("Zinc stays.", (string)(await service.OkAsync($"/api/v1/claims/{ids[1]}")).Json["text"]!);

        await service.StoreAsync(first);
        Assert.Equal("Zinc helps.", (string)(await service.OkAsync($"/api/v1/claims/{ids[0]}")).Json["text"]!);
    }

    [Fact]
    public async Task A_removed_claim_is_still_a_410_after_later_writes()
    {
        AnArticle article = new("zinc-later") { Sentences = [new("Zinc helps.")] };
        await service.StoreAsync(article);
        var id = (await service.OkAsync("/api/v1/articles/zinc-later/claims")).Values("id").Single();
        await service.StoreAsync(article with { Sentences = [new("Zinc harms.")] });
        await service.StoreAsync(article with { Sentences = [new("Zinc does nothing.")] });
        (await service.GetAsync($"/api/v1/claims/{id}")).IsProblem(HttpStatusCode.Gone, "claim-gone");
    }

    private static void AssertCutOut(JsonNode claim, JsonNode article)
    {
        var place = claim["location"]!;
        var section = article["sections"]!.AsArray().Single(section => (string)section!["id"]! == (string)place["sectionId"]!)!;
        var text = ((string)section["paragraphs"]![(int)place["paragraph"]! - 1]!["text"]!).EnumerateRunes().ToList();
        var (start, end) = ((int)place["start"]!, (int)place["end"]!);
        string Cut(int from, int until) => string.Concat(text[from..until]);
        Assert.Equal((string)claim["text"]!, Cut(start, end));
        Assert.Equal((string)place["prefix"]!, Cut(Math.Max(0, start - 32), start));
        Assert.Equal((string)place["suffix"]!, Cut(end, Math.Min(text.Count, end + 32)));
        Assert.Equal((string?)section["heading"], (string?)place["sectionHeading"]);
    }
}
