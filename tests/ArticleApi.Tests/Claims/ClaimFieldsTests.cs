using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Claims;

public sealed class ClaimFieldsTests(Library library)
{
    private static readonly string[] Lists =
    [
        "/api/v1/claims",
        "/api/v1/topics/zinc/claims",
        $"/api/v1/articles/{Library.Bundled}/claims",
        $"/api/v1/references/{Library.Review.Id}/claims",
    ];

    [Theory]
    [InlineData("id", """{"id":"clm_vrkjrrxiw6qb7mg2"}""")]
    [InlineData("text,id", """{"id":"clm_vrkjrrxiw6qb7mg2","text":"Zinc supports taste."}""")]
    [InlineData("article.slug", """{"article":{"slug":"alpha-minerals"}}""")]
    [InlineData("article.slug,article.publishedOn", """{"article":{"slug":"alpha-minerals","publishedOn":"2024-05-01"}}""")]
    [InlineData("citations.label", """{"citations":[{"label":"1"}]}""")]
    [InlineData(
        "citations.label,article.slug,citations.via",
        """{"article":{"slug":"alpha-minerals"},"citations":[{"label":"1","via":"marker"}]}""")]
    [InlineData("topics,hedges,certainty", """{"topics":["zinc"],"certainty":"asserted","hedges":[]}""")]
    [InlineData("article", """{"article":{"slug":"alpha-minerals","title":"Minerals","publishedOn":"2024-05-01","url":null}}""")]
    [InlineData(
        "article,article.slug", """{"article":{"slug":"alpha-minerals","title":"Minerals","publishedOn":"2024-05-01","url":null}}""")]
    [InlineData(
        "article.slug,article", """{"article":{"slug":"alpha-minerals","title":"Minerals","publishedOn":"2024-05-01","url":null}}""")]
    [InlineData("location.start,location.start", """{"location":{"start":0}}""")]
    [InlineData("id&fields=text,origin", """{"id":"clm_vrkjrrxiw6qb7mg2","text":"Zinc supports taste.","origin":"authored"}""")]
    public async Task A_claim_has_only_the_requested_fields(string fields, string expected)
    {
        var list = await library.OkAsync($"/api/v1/claims?article={Library.Minerals}&limit=1&fields={fields}");
        Assert.Equal(expected, list.Data.Single()!.ToJsonString());
        Assert.Equal(expected, (await library.OkAsync($"/api/v1/claims/clm_vrkjrrxiw6qb7mg2?fields={fields}")).Text);
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public async Task Any_selection_of_fields_equals_the_pruned_whole_claim()
    {
        var known = await AlwaysThereAsync();
        var random = new Random(1);
        foreach (var path in Lists)
        {
            var question = path.With("count=exact&limit=7&facet=topic&topic=zinc");
            var whole = await library.OkAsync(question);
            Assert.NotEmpty(whole.Data);
            for (var i = 0; i < Fuzzing.Count(40); i++)
            {
                var names = random.GetItems(known, random.Next(1, 6));
                var part = await library.OkAsync(question.With($"fields={string.Join(',', names)}"));
                Assert.Equal(
                    whole.Data.Select(claim => Prune(claim!, names).ToJsonString()), part.Data.Select(claim => claim!.ToJsonString()));
                foreach (var member in new[] { "meta", "facets" })
                {
                    Assert.Equal(whole.Json[member]!.ToJsonString(), part.Json[member]!.ToJsonString());
                }

                Assert.Equal((long)whole.Json["page"]!["total"]!, (long)part.Json["page"]!["total"]!);
                Assert.Equal(whole.Json.AsObject().Select(member => member.Key), part.Json.AsObject().Select(member => member.Key));
            }
        }
    }

    [Fact]
    public async Task All_fields_together_give_the_whole_claim()
    {
        var names = string.Join(',', await AlwaysThereAsync());
        var whole = await library.OkAsync("/api/v1/claims?limit=100");
        Assert.Equal(whole.Text, (await library.OkAsync($"/api/v1/claims?limit=100&fields={names}")).Text);
    }

    [Fact]
    public async Task The_allowed_fields_are_the_members_that_claims_have()
    {
        var claims = await library.WalkAsync("/api/v1/claims", 100);
        claims.AddRange(await library.WalkAsync("/api/v1/claims?q=zinc&include=highlights", 100));
        Assert.Equal(
            claims.SelectMany(claim => Names(claim, "")).Distinct().Order(StringComparer.Ordinal),
            (await KnownAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Highlights_as_a_field_need_a_search()
    {
        (await library.GetAsync("/api/v1/claims?fields=id,highlights.start")).HasErrors(("fields", "invalid-combination", null));
        Assert.NotNull((await library.OkAsync(
            "/api/v1/claims?q=zinc&include=highlights&fields=highlights.start&limit=1")).Data[0]!["highlights"]![0]!["start"]);
    }

    [Fact]
    public async Task All_pages_of_a_list_have_the_requested_fields()
    {
        var all = (await library.OkAsync("/api/v1/claims?limit=100")).Values("id");
        var pages = await library.WalkAsync("/api/v1/claims?fields=id", 3);
        Assert.Equal(all, pages.Select(claim => (string)claim["id"]!));
        Assert.All(pages, claim => Assert.Single(claim.AsObject()));
        var first = await library.OkAsync("/api/v1/claims?fields=id&limit=3");
        Assert.Contains("fields=id", first.Header("Link"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/claims")]
    [InlineData("/api/v1/claims/clm_vrkjrrxiw6qb7mg2")]
    public async Task A_response_with_other_fields_has_another_ETag(string path)
    {
        var (whole, part) = (await library.OkAsync(path), await library.OkAsync(path.With("fields=id")));
        Assert.NotEqual(whole.Header("ETag"), part.Header("ETag"));
        Assert.Equal(
            HttpStatusCode.NotModified, (await library.GetAsync(path.With("fields=id"), ("If-None-Match", part.Header("ETag")!))).Status);
        Assert.Equal(HttpStatusCode.OK, (await library.GetAsync(path.With("fields=id"), ("If-None-Match", whole.Header("ETag")!))).Status);
    }

    [Theory]
    [InlineData("txt", "unknown-value", "text")]
    [InlineData("Id", "unknown-value", "id")]
    [InlineData("id,text%20", "unknown-value", "text")]
    [InlineData("slug", "unknown-value", "article.slug")]
    [InlineData("label", "unknown-value", "citations.label")]
    [InlineData("article.slugg", "unknown-value", "article.slug")]
    [InlineData("article/slug", "unknown-value", "article.slug")]
    [InlineData("citation.label", "unknown-value", "citations.label")]
    [InlineData("article.", "unknown-value", "article")]
    [InlineData("id.value", "unknown-value", null)]
    [InlineData("page", "unknown-value", null)]
    [InlineData("*", "unknown-value", null)]
    [InlineData("id,", "empty-value", null)]
    [InlineData(",", "empty-value", null)]
    [InlineData("id,,text", "empty-value", null)]
    [InlineData("", "empty-value", null)]
    [InlineData("%20", "empty-value", null)]
    public async Task Unknown_or_empty_field_is_a_400_with_the_nearest_name(string fields, string code, string? suggestion)
    {
        foreach (var path in Lists.Append("/api/v1/claims/clm_vrkjrrxiw6qb7mg2"))
        {
            (await library.GetAsync(path.With($"fields={fields}"))).HasErrors(("fields", code, suggestion));
        }
    }

    [Fact]
    public async Task All_unknown_fields_are_reported_at_once_with_the_allowed_ones()
    {
        var answer = await library.GetAsync("/api/v1/claims?fields=id,txt,articel&fields=,sluug");
        answer.HasErrors(
            ("fields", "unknown-value", "text"),
            ("fields", "unknown-value", "article"),
            ("fields", "empty-value", null),
            ("fields", "unknown-value", null));
        Assert.StartsWith(
            "fields names 'txt', which is no field; perhaps 'text' was meant. ", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal(await KnownAsync(), answer.Json["errors"]![0]!["allowed"]!.AsArray().Select(name => (string)name!));
        (await library.GetAsync($"/api/v1/claims?fields={string.Join(',', Enumerable.Range(0, 51))}")).HasErrors(
            ("fields", "too-many-values", null));
    }

    [Fact]
    public async Task Fields_of_topics_are_a_400() =>
        (await library.GetAsync("/api/v1/topics?fields=slug")).HasErrors(("fields", "unknown-parameter", null));

    /// <summary>The names of what a claim has without a search.</summary>
    private async Task<string[]> AlwaysThereAsync() => [.. (await KnownAsync()).Where(name => name.Split('.')[0] != "highlights")];

    /// <summary>The names that the published document allows.</summary>
    private async Task<string[]> KnownAsync()
    {
        var document = JsonNode.Parse(await library.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
        return [.. document["components"]!["schemas"]!["ClaimListFields"]!["enum"]!.AsArray().Select(name => (string)name!)];
    }

    private static IEnumerable<string> Names(JsonNode? value, string prefix) => value switch
    {
        JsonObject members => members.SelectMany(member => Names(member.Value, $"{prefix}{member.Key}.").Prepend(prefix + member.Key)),
        JsonArray items => items.SelectMany(item => Names(item, prefix)),
        _ => [],
    };

    private static JsonNode Prune(JsonNode value, IReadOnlyCollection<string> names, string prefix = "") => value switch
    {
        JsonArray items => new JsonArray([.. items.Select(item => Prune(item!, names, prefix))]),
        JsonObject members => new JsonObject(members
            .Where(member =>
                names.Any(name => name == prefix + member.Key || name.StartsWith($"{prefix}{member.Key}.", StringComparison.Ordinal)))
            .Select(member => KeyValuePair.Create(
                member.Key,
                member.Value is null || names.Contains(prefix + member.Key)
                    ? member.Value?.DeepClone()
                    : Prune(member.Value, names, $"{prefix}{member.Key}.")))),
        _ => value.DeepClone(),
    };
}
