using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Claims;

public sealed class ListClaimsTests(Library library)
{
    /// <summary>What each filter means, told by the claims that it lets through.</summary>
    private static readonly Dictionary<string, Func<JsonNode, bool>> Filters = new()
    {
        ["topic=zinc"] = claim => IsOn(claim, "zinc"),
        ["topic=serotonin&topic=dopamine"] = claim => IsOn(claim, "serotonin", "dopamine"),
        ["topic=trace-element"] = claim => IsOn(claim, "zinc", "copper", "iron", "selenium"),
        ["topic=neurotransmitter"] = claim => IsOn(claim, "serotonin", "dopamine", "glutamate"),
        ["topic=medication"] = claim => IsOn(claim, "medication", "antidepressant", "ketamine"),
        ["topic_all=anorexia&topic_all=zinc"] = claim => IsOn(claim, "anorexia-nervosa") && IsOn(claim, "zinc"),
        ["topic_all=trace-element&topic_all=ketamine"] = claim => IsOn(claim, "zinc", "copper") && IsOn(claim, "ketamine"),
        ["topic_not=ketamine"] = claim => !IsOn(claim, "ketamine"),
        ["topic_not=anesthetic&topic_not=mental-disorder"] = claim =>
            !IsOn(claim, "ketamine", "anorexia-nervosa", "anxiety", "depression", "addiction", "eating-disorder"),
        ["topic=zinc&topic_not=ketamine"] = claim => IsOn(claim, "zinc") && !IsOn(claim, "ketamine"),
        ["topic=zinc&topic=dopamine&topic_all=ketamine&topic_not=anorexia"] = claim =>
            IsOn(claim, "zinc", "dopamine") && IsOn(claim, "ketamine") && !IsOn(claim, "anorexia-nervosa"),
        ["article=alpha-minerals"] = claim => IsIn(claim, Library.Minerals),
        ["section=methods"] = claim => Section(claim) == "methods",
        ["section=lead"] = claim => Section(claim) == "lead",
        [$"reference={Library.Review.Id}"] = claim => Cites(claim, Library.Review.Id),
        [$"reference={Library.Option.Id}"] = claim => Cites(claim, Library.Option.Id),
        ["cited=true"] = IsCited,
        ["cited=false"] = claim => !IsCited(claim),
        ["certainty=hedged"] = claim => (string)claim["certainty"]! == "hedged",
        ["certainty=asserted"] = claim => (string)claim["certainty"]! == "asserted",
        ["review=accepted"] = claim => Review(claim) == "accepted",
        ["review=unreviewed"] = claim => Review(claim) == "unreviewed",
        ["published_from=2022-12-04"] = claim => Published(claim) is "2022-12-04" or "2024-05-01",
        ["published_from=2022-12-05"] = claim => Published(claim) is "2024-05-01",
        ["published_until=2022-12-04"] = claim => Published(claim) is "2022-12-04",
        ["published_until=2024-04-30"] = claim => Published(claim) is "2022-12-04",
        ["published_from=2024-05-01&published_until=2024-05-01"] = claim => Published(claim) is "2024-05-01",
        ["topic=zinc&cited=true&certainty=hedged&article=ketamine-and-anorexia"] = claim =>
            IsOn(claim, "zinc") && IsCited(claim) && (string)claim["certainty"]! == "hedged" && IsIn(claim, Library.Bundled),
    };

    public static TheoryData<string> Queries => [.. Filters.Keys];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_filter_finds_exactly_these_claims_in_order_of_article_and_text(string query)
    {
        var visible = (await ClaimsAsync()).Where(claim => Review(claim) != "rejected").ToList();
        var expected = visible.Where(Filters[query]).ToList();
        Assert.InRange(expected.Count, 1, visible.Count - 1);

        var answer = await library.OkAsync($"/api/v1/claims?limit=100&count=exact&{query}");

        Assert.Equal(expected.Select(Text), answer.Data.Select(claim => Text(claim!)));
        Assert.Equal(expected.Count, (int)answer.Json["page"]!["total"]!);
    }

    [Theory]
    [InlineData("/api/v1/articles/ketamine-and-anorexia/claims", "article=ketamine-and-anorexia")]
    [InlineData("/api/v1/topics/ketamine/claims", "topic_all=ketamine")]
    [InlineData("/api/v1/references/{review}/claims", "reference={review}")]
    public async Task Claims_of_an_article_a_topic_or_a_reference_take_the_same_filters(string path, string asFilter)
    {
        string Filled(string text) => text.Replace("{review}", Library.Review.Id, StringComparison.Ordinal);
        var parameter = asFilter[..(asFilter.IndexOf('=') + 1)];
        foreach (var query in Filters.Keys.Where(query => !query.Contains(parameter, StringComparison.Ordinal)))
        {
            var expected = await library.OkAsync($"/api/v1/claims?limit=100&{Filled(asFilter)}&{query}");
            var answer = await library.OkAsync($"{Filled(path)}?limit=100&{query}");
            Assert.Equal(expected.Values("id"), answer.Values("id"));
        }
    }

    [Theory]
    [InlineData("serotonin", 1)]
    [InlineData("dopamine", 2)]
    [InlineData("glutamate", 3)]
    [InlineData("zinc", 5)]
    public async Task The_bundled_article_has_this_many_claims_on_a_topic(string topic, int claims)
    {
        var answer = await library.OkAsync($"/api/v1/claims?topic={topic}&article={Library.Bundled}&count=exact");
        Assert.Equal(claims, answer.Data.Count);
        Assert.Equal(claims, (int)answer.Json["page"]!["total"]!);
    }

    [Theory]
    [InlineData("serotonin", "serotonin", "serotonin")]
    [InlineData("SEROTONIN", "SEROTONIN", "serotonin")]
    [InlineData("5-HT", "5-HT", "serotonin")]
    [InlineData("5ht", "5ht", "serotonin")]
    [InlineData("5-hydroxytryptamine", "5-hydroxytryptamine", "serotonin")]
    [InlineData("Zn2%2B", "Zn2+", "zinc")]
    [InlineData("zn2", "zn2", "zinc")]
    [InlineData("NMDA%20receptor", "NMDA receptor", "nmda-receptor")]
    [InlineData("nmda+receptor", "nmda receptor", "nmda-receptor")]
    [InlineData("%CE%B2-endorphin", "β-endorphin", "endorphin")]
    [InlineData("NMDA%20Receptors", "NMDA Receptors", "nmda-receptor")]
    [InlineData("SSRIs", "SSRIs", "ssri")]
    [InlineData("anxieties", "anxieties", "anxiety")]
    public async Task The_topic_filter_takes_a_slug_name_or_synonym(string written, string asked, string topic)
    {
        var answer = await library.OkAsync($"/api/v1/claims?topic={written}");
        Assert.Equal($$"""[{"asked":"{{asked}}","topic":"{{topic}}","includes":[]}]""", Resolved(answer).ToJsonString(Relaxed));
    }

    [Fact]
    public async Task Each_of_many_topic_filters_is_applied()
    {
        var each = string.Concat(Enumerable.Repeat("&topic_all=zinc", 15));
        Assert.NotEmpty((await library.OkAsync($"/api/v1/claims?limit=1{each}")).Data);
        Assert.Empty((await library.OkAsync($"/api/v1/claims?topic_all=zinc&topic_all=drebrin-a{each}")).Data);
        Assert.Empty((await library.OkAsync($"/api/v1/claims?topic_all=drebrin-a{each}")).Data);
    }

    [Fact]
    public async Task The_response_lists_the_narrower_topics_that_a_topic_includes()
    {
        var answer = await library.OkAsync("/api/v1/claims?topic=Trace%20mineral&topic_all=medication&topic_not=zinc");
        Assert.Equal(
            ["Trace mineral=trace-element:copper iron selenium zinc",
             "medication=medication:analgesic anesthetic antidepressant esketamine ketamine ssri",
             "zinc=zinc:"],
            Resolved(answer).Select(topic => $"{topic!["asked"]}={topic["topic"]}:{string.Join(' ', topic["includes"]!.AsArray())}"));
    }

    [Theory]
    [InlineData("antidepressants")]
    [InlineData("Anti-depressants")]
    public async Task The_topic_filter_takes_singular_and_plural(string asked)
    {
        var answer = await library.OkAsync($"/api/v1/claims?topic={asked}");
        Assert.Equal($$"""[{"asked":"{{asked}}","topic":"antidepressant","includes":["ssri"]}]""", Resolved(answer).ToJsonString());
        Assert.Equal((await library.OkAsync("/api/v1/claims?topic=antidepressant")).Values("id"), answer.Values("id"));
        Assert.Equal(answer.Values("id"), (await library.OkAsync($"/api/v1/topics/{asked}/claims")).Values("id"));
        Assert.NotEmpty(answer.Data);
    }

    [Fact]
    public async Task An_exact_topic_name_goes_before_a_plural()
    {
        using var service = new Service();
        foreach (var (slug, name) in new[] { ("mode", "mode"), ("fashions", "modes") })
        {
            await service.PutAsync($"/api/v1/topics/{slug}", $$"""{"name":"{{name}}"}""");
            await service.StoreAsync(new AnArticle(slug) { Sentences = [new(slug) { Topics = [slug] }] });
        }

        Assert.Equal(["fashions"], (await service.OkAsync("/api/v1/claims?topic=modes")).Values("text"));
        Assert.Equal(["mode"], (await service.OkAsync("/api/v1/claims?topic=mode")).Values("text"));
        Assert.Equal(["fashions"], (await service.OkAsync("/api/v1/claims?topic=fashion")).Values("text"));
    }

    [Fact]
    public async Task Without_a_topic_filter_resolvedTopics_is_empty() => Assert.Empty(Resolved(await library.OkAsync("/api/v1/claims")));

    [Fact]
    public async Task Rejected_claims_are_listed_only_with_review_rejected()
    {
        Assert.Empty((await library.OkAsync("/api/v1/claims?topic=iron")).Data);
        Assert.Equal(["Iron does not matter."], (await library.OkAsync("/api/v1/claims?review=rejected")).Values("text"));
        Assert.Equal(["Iron does not matter."], (await library.OkAsync("/api/v1/claims?topic=iron&review=rejected")).Values("text"));
    }

    [Fact]
    public async Task A_filter_that_no_claim_passes_gives_an_empty_list()
    {
        var answer = await library.OkAsync("/api/v1/claims?section=no-such-section&count=exact");
        Assert.Empty(answer.Data);
        Assert.Equal("""{"limit":25,"nextCursor":null,"hasMore":false,"total":0}""", answer.Json["page"]!.ToJsonString());
    }

    [Theory]
    [InlineData("topic=serotonine", "topic", "serotonin")]
    [InlineData("topic=seretonin", "topic", "serotonin")]
    [InlineData("topic=noradrenalin", "topic", "norepinephrine")]
    [InlineData("topic_all=dopamin", "topic_all", "dopamine")]
    [InlineData("topic_not=znic", "topic_not", "zinc")]
    [InlineData("topic=zn", "topic", "zinc")]
    [InlineData("topic=xy", "topic", null)]
    [InlineData("topic=quantum-chromodynamics", "topic", null)]
    [InlineData("article=ketamine-and-anorexa", "article", "ketamine-and-anorexia")]
    [InlineData("article=Ketamine-and-anorexia", "article", "ketamine-and-anorexia")]
    [InlineData("article=nothing-like-it", "article", null)]
    [InlineData("reference=4", "reference", null)]
    public async Task Unknown_topic_article_or_reference_is_a_400_with_the_nearest_one(
        string query, string parameter, string? suggestion) =>
        (await library.GetAsync($"/api/v1/claims?{query}")).HasErrors((parameter, "unknown-value", suggestion));

    [Fact]
    public async Task Mistyped_reference_is_a_400_with_the_nearest_id()
    {
        var mistyped = $"{Library.Review.Id[..^1]}!";
        (await library.GetAsync($"/api/v1/claims?reference={mistyped}")).HasErrors(("reference", "unknown-value", Library.Review.Id));
    }

    [Theory]
    [InlineData("topc=zinc", "topc", "unknown-parameter", "topic")]
    [InlineData("Topic=zinc", "Topic", "unknown-parameter", "topic")]
    [InlineData("topic_al=zinc", "topic_al", "unknown-parameter", "topic_all")]
    [InlineData("publishedFrom=2022-01-01", "publishedFrom", "unknown-parameter", "published_from")]
    [InlineData("colour=red", "colour", "unknown-parameter", null)]
    [InlineData("certainty=hedge", "certainty", "unknown-value", "hedged")]
    [InlineData("certainty=Hedged", "certainty", "unknown-value", "hedged")]
    [InlineData("certainty=1", "certainty", "unknown-value", null)]
    [InlineData("review=acepted", "review", "unknown-value", "accepted")]
    [InlineData("cited=True", "cited", "unknown-value", "true")]
    [InlineData("cited=maybe", "cited", "unknown-value", null)]
    [InlineData("published_from=2022", "published_from", "invalid-value", null)]
    [InlineData("published_from=2022-02-30", "published_from", "invalid-value", null)]
    [InlineData("published_until=04.12.2022", "published_until", "invalid-value", null)]
    [InlineData("published_until=2022-12-04T00:00:00Z", "published_until", "invalid-value", null)]
    [InlineData("published_from=2024-01-02&published_until=2024-01-01", "published_from", "invalid-range", null)]
    [InlineData("limit=%2B5", "limit", "invalid-value", null)]
    [InlineData("topic=", "topic", "empty-value", null)]
    [InlineData("topic", "topic", "empty-value", null)]
    [InlineData("topic=zinc&topic=%20", "topic", "empty-value", null)]
    [InlineData("article=", "article", "empty-value", null)]
    [InlineData("section=%09", "section", "empty-value", null)]
    [InlineData("cited=true&cited=false", "cited", "repeated-parameter", null)]
    [InlineData("section=lead&section=methods", "section", "repeated-parameter", null)]
    public async Task An_invalid_claim_parameter_is_a_400_with_the_nearest_value(
        string query, string parameter, string code, string? suggestion) =>
        (await library.GetAsync($"/api/v1/claims?{query}")).HasErrors((parameter, code, suggestion));

    [Fact]
    public async Task Unknown_certainty_or_parameter_is_a_400_with_the_allowed_values()
    {
        var certainty = await library.GetAsync("/api/v1/claims?certainty=sure");
        Assert.Equal(["asserted", "hedged"], certainty.Json["errors"]![0]!["allowed"]!.AsArray().Select(value => (string)value!));

        var parameter = await library.GetAsync("/api/v1/claims?topc=zinc");
        Assert.Equal(
            [
                "article", "category", "certainty", "cited", "count", "cursor", "facet", "fields", "format", "id", "include", "language",
                "limit", "published_from", "published_until", "q", "reference", "review", "section", "sort", "topic", "topic_all",
                "topic_not", "updated_from", "updated_until",
            ],
            parameter.Json["errors"]![0]!["allowed"]!.AsArray().Select(value => (string)value!));
    }

    [Fact]
    public async Task All_invalid_parameters_are_reported_at_once()
    {
        (await library.GetAsync("/api/v1/claims?topc=zinc&limit=0&cited=&certainty=sure&cursor=x")).HasErrors(
            ("topc", "unknown-parameter", "topic"),
            ("cited", "empty-value", null),
            ("limit", "out-of-range", null),
            ("certainty", "unknown-value", null),
            ("cursor", "invalid-cursor", null));
        (await library.GetAsync("/api/v1/claims?topic=zink&topic=dopamin&topic_not=irn&article=zeta-mods")).HasErrors(
            ("topic", "unknown-value", "zinc"),
            ("topic", "unknown-value", "dopamine"),
            ("topic_not", "unknown-value", "iron"),
            ("article", "unknown-value", Library.Moods));
    }

    [Fact]
    public async Task Equal_values_of_a_parameter_count_once()
    {
        var hundred = string.Join('&', Enumerable.Repeat("topic=zinc&facet=topic", 100));
        Assert.Equal(
            (await library.OkAsync("/api/v1/claims?topic=zinc&facet=topic")).Text,
            (await library.OkAsync($"/api/v1/claims?{hundred}")).Text);
    }

    [Fact]
    public async Task A_parameter_that_has_one_value_may_not_be_repeated_even_if_the_same_request_without_that_is_kept()
    {
        await library.OkAsync("/api/v1/claims?topic=iron&limit=7");
        (await library.GetAsync("/api/v1/claims?topic=iron&limit=7&limit=7")).HasErrors(("limit", "repeated-parameter", null));
    }

    [Theory]
    [InlineData("topic")]
    [InlineData("topic_all")]
    [InlineData("topic_not")]
    [InlineData("facet")]
    public async Task More_than_50_different_values_of_a_parameter_are_a_400(string parameter)
    {
        var answer = await library.GetAsync($"/api/v1/claims?{string.Join('&', Enumerable.Range(0, 51).Select(n => $"{parameter}=t{n}"))}");
        Assert.Equal(
            (HttpStatusCode.BadRequest, $"{parameter} may have 50 different values, not 51."),
            (answer.Status, (string)answer.Json["errors"]![0]!["detail"]!));
    }

    [Fact]
    public async Task A_search_may_be_joined_with_as_many_topics_as_a_parameter_takes()
    {
        var topics = (await library.WalkAsync("/api/v1/topics", 100))
            .OrderByDescending(topic => (int)topic["claimCount"]!)
            .Select(topic => (string)topic["slug"]!)
            .Take(50)
            .ToList();
        Assert.Equal(50, topics.Count);
        foreach (var sort in (string[])["relevance", "article", "-published"])
        {
            for (var count = 1; count <= topics.Count; count += 7)
            {
                var all = string.Join('&', topics.Take(count).Select(topic => $"topic_all={topic}"));
                await library.OkAsync($"/api/v1/claims?q=zinc&{all}&sort={sort}&cited=true&count=exact&facet=topic");
            }
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every claim of the library, rejected ones too, by article.</summary>
    private async Task<List<JsonNode>> ClaimsAsync()
    {
        var claims = new List<JsonNode>();
        foreach (var slug in new[] { Library.Minerals, Library.Bundled, Library.Moods })
        {
            claims.AddRange((await library.OkAsync($"/api/v1/articles/{slug}")).Json["claims"]!.AsArray().Select(claim => claim!));
        }

        return claims;
    }

    private static JsonArray Resolved(ApiResponse answer) => answer.Json["meta"]!["resolvedTopics"]!.AsArray();

    private static string Text(JsonNode claim) => (string)claim["text"]!;

    private static string Section(JsonNode claim) => (string)claim["location"]!["sectionId"]!;

    private static string Review(JsonNode claim) => (string)claim["reviewStatus"]!;

    private static string? Published(JsonNode claim) => (string?)claim["article"]!["publishedOn"];

    private static bool IsIn(JsonNode claim, string article) => (string)claim["article"]!["slug"]! == article;

    private static bool IsOn(JsonNode claim, params string[] topics) =>
        claim["topics"]!.AsArray().Any(topic => topics.Contains((string)topic!));

    private static bool Cites(JsonNode claim, string work) =>
        claim["citations"]!.AsArray().Any(citation => (string)citation!["referenceId"]! == work);

    private static bool IsCited(JsonNode claim) =>
        claim["citations"]!.AsArray().Any(citation => (string)citation!["via"]! is "marker" or "narrative");
}
