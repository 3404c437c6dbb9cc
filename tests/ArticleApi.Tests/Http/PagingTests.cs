using System.Buffers.Text;
using System.Text.Json.Nodes;
using ArticleApi.Http.Queries;
using CsCheck;
using Microsoft.AspNetCore.Http;

namespace ArticleApi.Tests.Http;

public sealed class PagingTests(Library library)
{
    [Theory]
    [MemberData(nameof(Routes.Lists), MemberType = typeof(Routes))]
    public async Task A_page_has_25_items_by_default(string path)
    {
        var all = await library.OkAsync(path.With("limit=100"));
        var page = await library.OkAsync(path);
        Assert.Equal(["data", "page", "meta"], page.Json.AsObject().Select(member => member.Key));
        Assert.Equal(25, (int)page.Json["page"]!["limit"]!);
        Assert.Equal(all.Data.Take(25).Select(item => item!.ToJsonString()), page.Data.Select(item => item!.ToJsonString()));
        Assert.Equal(all.Data.Count > 25, (bool)page.Json["page"]!["hasMore"]!);
        Assert.Equal(100, (int)all.Json["page"]!["limit"]!);
    }

    [Theory]
    [MemberData(nameof(Routes.Lists), MemberType = typeof(Routes))]
    public async Task Pages_of_any_size_list_each_item_once_in_order(string path)
    {
        var all = (await library.OkAsync(path.With("limit=100"))).Data.Select(item => item!.ToJsonString()).ToList();
        foreach (var limit in new[] { 1, 2, 7 })
        {
            Assert.Equal(all, (await library.WalkAsync(path, limit)).Select(item => item.ToJsonString()));
        }
    }

    [Theory]
    [MemberData(nameof(Routes.Lists), MemberType = typeof(Routes))]
    public async Task The_total_is_present_only_with_count_exact(string path)
    {
        Assert.False((await library.OkAsync(path)).Json["page"]!.AsObject().ContainsKey("total"));
        var (first, whole) = (await library.OkAsync(path.With("limit=1&count=exact")), await library.WalkAsync(path, 100));
        Assert.Equal(whole.Count, (int)first.Json["page"]!["total"]!);
        if ((string?)first.Json["page"]!["nextCursor"] is { } cursor)
        {
            Assert.Equal(whole.Count, (int)(await library.OkAsync(path.With($"count=exact&cursor={cursor}"))).Json["page"]!["total"]!);
        }
    }

    [Theory]
    [MemberData(nameof(Routes.Lists), MemberType = typeof(Routes))]
    public async Task The_link_header_leads_to_the_same_pages_as_the_cursor(string path)
    {
        var (all, seen) = (await library.WalkAsync(path, 100), new List<JsonNode?>());
        for (string? next = path.With("limit=3&count=exact"); next is not null;)
        {
            var page = await library.OkAsync(next);
            seen.AddRange(page.Data);
            next = Next(page);
            var cursor = (string?)page.Json["page"]!["nextCursor"];
            Assert.Equal(cursor is not null, next is not null);
            Assert.True(cursor is null || next!.EndsWith($"cursor={cursor}", StringComparison.Ordinal), next);
            Assert.Equal(all.Count, (int)page.Json["page"]!["total"]!);
        }

        Assert.Equal(all.Select(item => item.ToJsonString()), seen.Select(item => item!.ToJsonString()));
    }

    [Fact]
    public async Task The_link_header_keeps_the_query()
    {
        var page = await library.OkAsync("/api/v1/topics/Zn2+/claims?limit=1&topic=zinc&topic=chemical%20messenger&certainty=hedged");
        Assert.StartsWith(
            "/api/v1/topics/Zn2+/claims?certainty=hedged&limit=1&topic=zinc&topic=chemical%20messenger&cursor=",
            Next(page),
            StringComparison.Ordinal);
        Assert.NotEqual(page.Values("id"), (await library.OkAsync(Next(page)!)).Values("id"));
    }

    [Theory]
    [InlineData("0", "out-of-range")]
    [InlineData("101", "out-of-range")]
    [InlineData("-1", "out-of-range")]
    [InlineData("x", "invalid-value")]
    [InlineData("1.5", "invalid-value")]
    [InlineData("1e1", "invalid-value")]
    [InlineData("0x10", "invalid-value")]
    [InlineData("99999999999999999999", "invalid-value")]
    [InlineData("", "empty-value")]
    [InlineData("%20", "empty-value")]
    [InlineData("1&limit=2", "repeated-parameter")]
    public async Task A_limit_is_a_whole_number_from_1_to_100(string limit, string code)
    {
        foreach (var path in Routes.Lists)
        {
            var answer = (await library.GetAsync(path.Data.With($"limit={limit}"))).HasErrors(("limit", code, null));
            Assert.StartsWith("limit ", (string)answer.Json["errors"]![0]!["detail"]!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Routes.Lists), MemberType = typeof(Routes))]
    public async Task A_count_is_exact_or_none(string path)
    {
        var answer = (await library.GetAsync(path.With("count=true"))).HasErrors(("count", "unknown-value", null));
        Assert.Equal("""["exact"]""", answer.Json["errors"]![0]!["allowed"]!.ToJsonString());
        (await library.GetAsync(path.With("count=exakt"))).HasErrors(("count", "unknown-value", "exact"));
        (await library.GetAsync(path.With("count="))).HasErrors(("count", "empty-value", null));
    }

    [Theory]
    [MemberData(nameof(Routes.Lists), MemberType = typeof(Routes))]
    public async Task A_parameter_that_no_list_has_is_refused(string path) =>
        (await library.GetAsync(path.With("limt=5&offset=10"))).HasErrors(
            ("limt", "unknown-parameter", "limit"), ("offset", "unknown-parameter", null));

    [Fact]
    public async Task A_route_that_is_no_list_has_no_paging_parameters()
    {
        foreach (var path in Routes.Read.Select(row => row.Data).Except(Routes.Lists.Select(row => row.Data)))
        {
            (await library.GetAsync(path.With("limit=5"))).HasErrors(("limit", "unknown-parameter", null));
        }
    }

    [Theory]
    [MemberData(nameof(Routes.Lists), MemberType = typeof(Routes))]
    public async Task A_cursor_of_another_query_is_refused(string path)
    {
        var foreign = await CursorAsync("/api/v1/claims?certainty=hedged");
        (await library.GetAsync(path.With($"cursor={foreign}"))).HasErrors(("cursor", "invalid-cursor", null));
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_filters()
    {
        var cursor = await CursorAsync("/api/v1/claims?topic=zinc&certainty=hedged");
        foreach (var query in new[]
        {
            "topic=zinc",
            "topic=zinc&certainty=asserted",
            "topic=Zinc&certainty=hedged",
            "topic=zinc&certainty=hedged&cited=true",
            "certainty=hedged",
        })
        {
            (await library.GetAsync($"/api/v1/claims?{query}&cursor={cursor}")).HasErrors(("cursor", "invalid-cursor", null));
        }

        await library.OkAsync($"/api/v1/claims?certainty=hedged&cursor={cursor}&topic=zinc&count=exact&limit=50");
    }

    [Fact]
    public async Task The_limit_may_change_from_page_to_page()
    {
        var all = (await library.OkAsync("/api/v1/claims?limit=100")).Values("id");
        var second = await library.OkAsync($"/api/v1/claims?limit=3&cursor={await CursorAsync("/api/v1/claims")}");
        var third = await library.OkAsync($"/api/v1/claims?limit=100&cursor={second.Json["page"]!["nextCursor"]}");
        Assert.Equal(all, second.Values("id").Prepend(all[0]).Concat(third.Values("id")));
    }

    [Fact]
    public async Task A_cursor_that_was_tampered_with_is_refused()
    {
        var cursor = await CursorAsync("/api/v1/claims");
        var changes = Enumerable.Range(0, cursor.Length - 1).Select(i => cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..])
            .Concat(Enumerable.Range(1, cursor.Length - 1).Select(length => cursor[..length]))
            .Append(cursor + "AAAA").Append("AAAA" + cursor).Append(cursor + cursor);
        foreach (var changed in changes)
        {
            (await library.GetAsync($"/api/v1/claims?cursor={changed}")).HasErrors(("cursor", "invalid-cursor", null));
        }
    }

    [Fact]
    public async Task A_cursor_that_was_made_up_is_refused() =>
        await Gen.String[Gen.Char["AZaz09-_=+/ .%\0é"], 1, 60].Where(
            cursor => !string.IsNullOrWhiteSpace(cursor)).ForEachAsync(200, async cursor =>
            (await library.GetAsync($"/api/v1/claims?cursor={Uri.EscapeDataString(cursor)}")).HasErrors(
                ("cursor", "invalid-cursor", null)));

    [Theory]
    [InlineData("/api/v1/topics")]
    [InlineData("/api/v1/topics", "a", "b")]
    [InlineData("/api/v1/claims")]
    [InlineData("/api/v1/claims", "a")]
    [InlineData("/api/v1/claims", "a", "b")]
    [InlineData("/api/v1/claims", "a", "b", "c")]
    [InlineData("/api/v1/claims", "a", "", "c")]
    [InlineData("/api/v1/claims?sort=published", "a", "1", "c")]
    [InlineData("/api/v1/claims?q=zinc", "a", "b")]
    [InlineData("/api/v1/claims?q=zinc", "-1.5", "b")]
    [InlineData("/api/v1/claims?q=zinc", "ranked", "-1.5")]
    [InlineData("/api/v1/claims?q=zinc", "ranked", "NaN", "b")]
    [InlineData("/api/v1/claims?q=zinc", "ranked", "-1e999", "b")]
    [InlineData("/api/v1/claims?q=zinc", "unranked", "b")]
    [InlineData("/api/v1/claims?q=zinc", "unranked", "9223372036854775808")]
    [InlineData("/api/v1/claims?q=zinc", "unranked", "1.5")]
    [InlineData("/api/v1/articles?q=zinc", "-1.5", "b")]
    [InlineData("/api/v1/references?q=zinc", "unranked", "1", "b")]
    [InlineData("/api/v1/claims?q=zinc&sort=article", "-1.5", "b")]
    [InlineData("/api/v1/articles?q=zinc", "b")]
    [InlineData("/api/v1/references?sort=year", "x", "b")]
    [InlineData("/api/v1/references?sort=-year", "b")]
    [InlineData("/api/v1/articles", "2022-12-04")]
    [InlineData("/api/v1/articles/ketamine-and-anorexia/sections", "x")]
    [InlineData("/api/v1/references")]
    public async Task A_cursor_with_another_kind_of_key_is_refused(string path, params string[] key)
    {
        var (route, query) = path.Split('?') is [var before, var after] ? (before, $"?{after}") : (path, "");
        var request = new DefaultHttpContext { Request = { Path = route, QueryString = new(query) } }.Request;
        (await library.GetAsync(path.With($"cursor={Cursor.Write(request, key)}"))).HasErrors(("cursor", "invalid-cursor", null));
    }

    /// <summary>Whoever makes a key of the right shape gets a page, wherever it stands.</summary>
    [Theory]
    [InlineData("ranked", "-1.5", "b")]
    [InlineData("ranked", "1e300", "")]
    [InlineData("unranked", "-9223372036854775808")]
    [InlineData("unranked", "9223372036854775807")]
    [InlineData("unranked", "0")]
    public async Task A_cursor_by_relevance_may_hold_any_position(params string[] key)
    {
        foreach (var list in new[] { "claims", "articles", "references" })
        {
            foreach (var q in new[] { "zinc", "-zinc", "z*", "-z*", "zinc d*" })
            {
                var query = $"?q={Uri.EscapeDataString(q)}";
                var request = new DefaultHttpContext { Request = { Path = $"/api/v1/{list}", QueryString = new(query) } }.Request;
                await library.OkAsync($"/api/v1/{list}{query}&cursor={Cursor.Write(request, key)}");
            }
        }
    }

    [Fact]
    public async Task A_cursor_is_opaque_base64url()
    {
        var cursor = await CursorAsync("/api/v1/claims");
        Assert.True(Base64Url.IsValid(cursor));
        Assert.Matches("^[A-Za-z0-9_-]+$", cursor);
    }

    [Fact]
    public async Task A_write_between_two_pages_neither_repeats_nor_skips_what_stays()
    {
        using var service = new Service();
        await service.StoreAsync(new AnArticle("b") { Sentences = [new("One."), new("Two.")] });
        await service.StoreAsync(new AnArticle("y") { Sentences = [new("Three.")] });
        foreach (var (path, key) in new[]
        {
            ("/api/v1/claims", "id"),
            ("/api/v1/articles", "slug"),
            ("/api/v1/topics", "slug"),
            ("/api/v1/references", "id"),
        })
        {
            var old = (await service.WalkAsync(path, 100)).Select(item => (string)item[key]!).ToList();
            var first = await service.OkAsync(path.With("limit=2"));
            foreach (var slug in new[] { "a", "c", "z" })
            {
                await service.StoreAsync(new AnArticle($"{slug}-{path.Length}")
                {
                    PublishedOn = slug == "a" ? new(2030, 1, 1) : null,
                    References = [AnArticle.Entry("1", slug, path.Length, "New")],
                    Sentences = [new($"New {slug}.")],
                });
            }

            var seen = first.Values(key).ToList();
            for (var next = Next(first); next is not null;)
            {
                var page = await service.OkAsync(next);
                seen.AddRange(page.Values(key));
                next = Next(page);
            }

            Assert.Equal(seen.Distinct(), seen);
            Assert.Equal(old, seen.Intersect(old));
        }
    }

    [Theory]
    [InlineData("/api/v1/articles/b/claims", "id")]
    [InlineData("/api/v1/claims?article=b", "id")]
    [InlineData("/api/v1/articles/b/sections", "id")]
    [InlineData("/api/v1/articles/b/references", "label")]
    public async Task A_part_added_in_front_repeats_nothing_on_the_next_page(string path, string key)
    {
        using var service = new Service();
        AnArticle article = new("b")
        {
            References = [AnArticle.Entry("2", "Doe", 2002, "Two"), AnArticle.Entry("3", "Doe", 2003, "Three")],
            Sentences = [new("Two.") { Section = "two" }, new("Three.") { Section = "three" }],
        };
        await service.StoreAsync(article);
        var all = (await service.WalkAsync(path, 100)).Select(item => (string)item[key]!).ToList();
        var first = await service.OkAsync(path.With("limit=1"));
        await service.StoreAsync(article with
        {
            References = [AnArticle.Entry("1", "Doe", 2001, "One"), .. article.References],
            Sentences = [new("One.") { Section = "one" }, .. article.Sentences],
        });
        Assert.Equal(all, first.Values(key).Concat((await service.OkAsync(Next(first)!)).Values(key)));
    }

    [Fact]
    public async Task A_cursor_works_when_its_item_was_deleted()
    {
        using var service = new Service();
        AnArticle article = new("b") { Sentences = [new("One."), new("Two."), new("Three.")] };
        await service.StoreAsync(article);
        var first = await service.OkAsync("/api/v1/articles/b/claims?limit=1");
        await service.StoreAsync(article with { Sentences = [new("Another."), .. article.Sentences.Skip(1)] });
        Assert.Equal(["Two."], (await service.OkAsync(Next(first)!)).Values("text"));
    }

    [Fact]
    public async Task Items_sort_by_code_point_not_by_culture()
    {
        using var service = new Service();
        foreach (var slug in new[] { "b10", "b-1", "b1", "b9", "ba" })
        {
            await service.StoreAsync(new AnArticle(slug));
        }

        Assert.Equal(
            ["ketamine-and-anorexia", "b-1", "b1", "b10", "b9", "ba"],
            (await service.WalkAsync("/api/v1/articles", 1)).Select(article => (string)article["slug"]!));
    }

    private static string? Next(ApiResponse page) =>
        System.Text.RegularExpressions.Regex.Match(page.Header("Link") ?? "", "<([^>]+)>; rel=\"next\"") is { Success: true } link
            ? link.Groups[1].Value
            : null;

    private async Task<string> CursorAsync(string path) =>
        (string)(await library.OkAsync(path.With("limit=1"))).Json["page"]!["nextCursor"]!;
}
