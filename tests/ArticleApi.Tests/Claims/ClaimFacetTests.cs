using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Claims;

public sealed class ClaimFacetTests(GeneratedLibrary library) : IClassFixture<GeneratedLibrary>
{
    private const int MaxBuckets = 20;

    private static readonly string[] Facets = ["topic", "article", "certainty", "year"];

    [Fact]
    [Trait("Category", "Fuzz")]
    public async Task Under_any_filters_facets_and_totals_equal_the_counted_claims()
    {
        var (claims, topics) = (await ClaimsAsync(), await NarrowerAsync());
        var random = new Random(1);
        var (full, found) = (0, 0);
        for (var i = 0; i < Fuzzing.Count(250); i++)
        {
            var (path, holds) = Question(random, claims, topics);
            var expected = claims.Where(holds).ToList();
            var answer = await library.OkAsync(path.With("limit=100&count=exact&facet=year&facet=certainty&facet=topic&facet=article"));

            Assert.Equal(expected.Count, (int)answer.Json["page"]!["total"]!);
            Assert.Equal(expected.Take(100).Select(Id), answer.Values("id"));
            foreach (var facet in Facets)
            {
                var counted = Count(expected, facet).ToJsonString();
                Assert.True(
                    counted == answer.Json["facets"]![facet]!.ToJsonString(),
                    $"{path} {facet}: expected {counted}, not {answer.Json["facets"]![facet]!.ToJsonString()}");
                full += expected.Count > 0 && answer.Json["facets"]![facet]!["other"]!.GetValue<long>() > 0 ? 1 : 0;
            }

            found += expected.Count > 0 ? 1 : 0;
        }

        Assert.True(
            found > 100 && full > 10,
            $"Of the questions {found} found claims, and {full} facets did not list all their values: too few to tell.");
    }

    [Fact]
    public async Task A_facet_lists_the_most_frequent_values_and_the_sum_of_the_others()
    {
        var facets = (await library.OkAsync("/api/v1/claims?limit=1&facet=topic&facet=article")).Json["facets"]!;
        foreach (var facet in new[] { facets["topic"]!, facets["article"]! })
        {
            Assert.Equal(MaxBuckets, facet["buckets"]!.AsArray().Count);
            Assert.True((int)facet["distinct"]! > MaxBuckets && (long)facet["other"]! > 0);
        }

        Assert.Equal(0, (int)facets["article"]!["missing"]!);
        Assert.NotEqual(0, (int)facets["topic"]!["missing"]!);
    }

    [Fact]
    public async Task The_topic_facet_does_not_count_broader_topics()
    {
        using var service = new Service();
        await service.StoreAsync(new AnArticle("a")
        {
            Sentences = [new("Zinc, copper.") { Topics = ["copper", "zinc"] }, new("Zinc.") { Topics = ["zinc"] }, new("Neither.")],
        });
        var answer = await service.OkAsync("/api/v1/claims?article=a&facet=topic&facet=certainty&facet=year");
        Assert.Equal(
            """{"topic":{"buckets":[{"value":"zinc","count":2},{"value":"copper","count":1}],"other":0,"missing":1,"distinct":2}"""
                + ""","certainty":{"buckets":[{"value":"asserted","count":3}],"other":0,"missing":0,"distinct":1},"year":{"buckets":[]"""
                + ""","other":0,"missing":3,"distinct":0}}""",
            answer.Json["facets"]!.ToJsonString());
        Assert.Equal(["data", "page", "meta", "facets"], answer.Json.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task The_facet_of_an_empty_list_has_no_buckets()
    {
        var answer = await library.OkAsync("/api/v1/claims?section=no-such-section&facet=topic");
        Assert.Equal("""{"topic":{"buckets":[],"other":0,"missing":0,"distinct":0}}""", answer.Json["facets"]!.ToJsonString());
    }

    [Fact]
    public async Task A_response_has_only_the_requested_facets()
    {
        Assert.False((await library.OkAsync("/api/v1/claims")).Json.AsObject().ContainsKey("facets"));
        Assert.Equal(["year"], (await library.OkAsync("/api/v1/claims?facet=year")).Json["facets"]!.AsObject().Select(facet => facet.Key));
    }

    [Fact]
    public async Task A_facet_requested_twice_is_given_once() => Assert.Equal(
        (await library.OkAsync("/api/v1/claims?facet=year")).Json["facets"]!.ToJsonString(),
        (await library.OkAsync("/api/v1/claims?facet=year&facet=year")).Json["facets"]!.ToJsonString());

    [Fact]
    public async Task Every_page_has_the_facets_of_the_whole_list()
    {
        const string query = "/api/v1/claims?topic=medication&facet=topic&facet=year";
        var first = await library.OkAsync(query.With("limit=5"));
        var second = await library.OkAsync(query.With($"limit=50&cursor={first.Json["page"]!["nextCursor"]}"));
        Assert.NotEqual(first.Values("id"), second.Values("id"));
        Assert.Equal(first.Json["facets"]!.ToJsonString(), second.Json["facets"]!.ToJsonString());
    }

    [Theory]
    [InlineData("topics", "topic")]
    [InlineData("Year", "year")]
    [InlineData("section", null)]
    public async Task Unknown_facet_is_a_400_with_the_allowed_values(string facet, string? suggestion)
    {
        var answer = (await library.GetAsync($"/api/v1/claims?facet=article&facet={facet}")).HasErrors(
            ("facet", "unknown-value", suggestion));
        Assert.Equal([.. Facets, "month", "category"], answer.Json["errors"]![0]!["allowed"]!.AsArray().Select(value => (string)value!));
    }

    [Fact]
    public async Task Empty_facet_is_a_400() =>
        (await library.GetAsync("/api/v1/claims?facet=")).HasErrors(("facet", "empty-value", null));

    /// <summary>
    /// A path with random filters and the condition that they stand for; about half of the values come from a stored claim.
    /// </summary>
    private static (string Path, Func<JsonNode, bool> Holds) Question(
        Random random, List<JsonNode> claims, Dictionary<string, HashSet<string>> topics)
    {
        var meant = claims[random.Next(claims.Count)];
        var (path, query) = ("/api/v1/claims", new List<string>());
        var conditions = new List<Func<JsonNode, bool>>();
        string ATopic() =>
            random.Next(2) == 0 && Topics(meant) is { Count: > 0 } own
                ? own[random.Next(own.Count)]
                : topics.Keys.ElementAt(random.Next(topics.Count));
        bool IsOn(JsonNode claim, string topic) => Topics(claim).Any(topics[topic].Contains);
        void Filter(int chance, string parameter, string value, Func<JsonNode, bool> holds)
        {
            if (random.Next(chance) == 0)
            {
                query.Add($"{parameter}={value}");
                conditions.Add(holds);
            }
        }

        switch (random.Next(6))
        {
            case 0:
                var topic = ATopic();
                path = $"/api/v1/topics/{topic}/claims";
                conditions.Add(claim => IsOn(claim, topic));
                break;
            case 1:
                path = $"/api/v1/articles/{Article(meant)}/claims";
                conditions.Add(claim => Article(claim) == Article(meant));
                break;
            case 2 when Works(meant) is [var cited, ..]:
                path = $"/api/v1/references/{cited}/claims";
                conditions.Add(claim => Works(claim).Contains(cited));
                break;
        }

        var (one, other, every, without) = (ATopic(), ATopic(), ATopic(), ATopic());
        Filter(3, "topic", $"{one}&topic={other}", claim => IsOn(claim, one) || IsOn(claim, other));
        Filter(4, "topic_all", every, claim => IsOn(claim, every));
        Filter(3, "topic_not", without, claim => !IsOn(claim, without));
        Filter(8, "article", Article(meant), claim => Article(claim) == Article(meant));
        Filter(
            5,
            "section",
            (string)meant["location"]!["sectionId"]!,
            claim => (string)claim["location"]!["sectionId"]! == (string)meant["location"]!["sectionId"]!);
        if (Works(meant) is [.., var work])
        {
            Filter(6, "reference", work, claim => Works(claim).Contains(work));
        }

        Filter(5, "cited", IsCited(meant) ? "true" : "false", claim => IsCited(claim) == IsCited(meant));
        Filter(5, "certainty", (string)meant["certainty"]!, claim => (string)claim["certainty"]! == (string)meant["certainty"]!);
        if (Published(meant) is { } day)
        {
            Filter(5, "published_from", day, claim => string.CompareOrdinal(Published(claim), day) >= 0);
            Filter(5, "published_until", day, claim => Published(claim) is { } date && string.CompareOrdinal(date, day) <= 0);
        }

        var review = random.Next(3) == 0 ? (string)meant["reviewStatus"]! : null;
        if (review is not null)
        {
            query.Add($"review={review}");
        }

        conditions.Add(claim => review is null ? (string)claim["reviewStatus"]! != "rejected" : (string)claim["reviewStatus"]! == review);
        return ($"{path}{(query.Count > 0 ? "?" : "")}{string.Join('&', query)}", claim => conditions.TrueForAll(holds => holds(claim)));
    }

    private static JsonObject Count(List<JsonNode> claims, string facet)
    {
        var values = claims.SelectMany(claim => Values(claim, facet)).GroupBy(value => value, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        return new()
        {
            ["buckets"] = new JsonArray(
                [.. values.Take(MaxBuckets).Select(group => new JsonObject { ["value"] = group.Key, ["count"] = group.Count() })]),
            ["other"] = values.Skip(MaxBuckets).Sum(group => group.Count()),
            ["missing"] = claims.Count(claim => Values(claim, facet).Count == 0),
            ["distinct"] = values.Count,
        };
    }

    private static List<string> Values(JsonNode claim, string facet) => facet switch
    {
        "topic" => Topics(claim),
        "article" => [Article(claim)],
        "certainty" => [(string)claim["certainty"]!],
        _ => Published(claim) is { } day ? [day[..4]] : [],
    };

    /// <summary>Every claim of the store, rejected ones too, in the order of lists.</summary>
    private async Task<List<JsonNode>> ClaimsAsync()
    {
        var claims = await library.WalkAsync("/api/v1/claims", 100);
        claims.AddRange(await library.WalkAsync("/api/v1/claims?review=rejected", 100));
        var places = new Dictionary<string, int>();
        foreach (var slug in claims.Select(Article).Distinct())
        {
            foreach (var (i, claim) in (await library.OkAsync($"/api/v1/articles/{slug}")).Json["claims"]!.AsArray().Index())
            {
                places.Add(Id(claim!), i);
            }
        }

        return [.. claims.OrderBy(Article, StringComparer.Ordinal).ThenBy(claim => places[Id(claim)])];
    }

    /// <summary>Each topic with itself and all below it.</summary>
    private async Task<Dictionary<string, HashSet<string>>> NarrowerAsync()
    {
        var broader = (await library.WalkAsync("/api/v1/topics", 100)).ToDictionary(
            topic => (string)topic["slug"]!, topic => (string?)topic["broader"]);
        IEnumerable<string> Up(string? topic) => topic is null ? [] : Up(broader[topic]).Prepend(topic);
        return broader.Keys.ToDictionary(topic => topic, topic => broader.Keys.Where(other => Up(other).Contains(topic)).ToHashSet());
    }

    private static string Id(JsonNode claim) => (string)claim["id"]!;

    private static string Article(JsonNode claim) => (string)claim["article"]!["slug"]!;

    private static string? Published(JsonNode claim) => (string?)claim["article"]!["publishedOn"];

    private static List<string> Topics(JsonNode claim) => [.. claim["topics"]!.AsArray().Select(topic => (string)topic!)];

    private static List<string> Works(JsonNode claim) =>
        [.. claim["citations"]!.AsArray().Select(citation => (string)citation!["referenceId"]!)];

    private static bool IsCited(JsonNode claim) =>
        claim["citations"]!.AsArray().Any(citation => (string)citation!["via"]! is "marker" or "narrative");
}
