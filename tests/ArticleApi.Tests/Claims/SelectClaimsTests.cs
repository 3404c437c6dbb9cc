using System.Net;
using ArticleApi.Documents.Model;

namespace ArticleApi.Tests.Claims;

/// <summary>Many claims at once: by ids, by several articles, by what their articles are like.</summary>
public sealed class SelectClaimsTests(Library library, SelectClaimsTests.Dated dated) : IClassFixture<SelectClaimsTests.Dated>
{
    [Fact]
    public async Task Claims_are_asked_for_by_their_ids_rejected_ones_too_and_what_there_is_not_is_told()
    {
        var all = await library.OkAsync($"/api/v1/articles/{Library.Minerals}/claims?review=rejected");
        var rejected = all.Values("id").Single();
        var listed = (await library.OkAsync($"/api/v1/articles/{Library.Minerals}/claims?limit=1")).Values("id").Single();
        const string Missing = "clm_aaaaaaaaaaaaaaaa";
        var found = await library.OkAsync($"/api/v1/claims?id={rejected}&id={Missing}&id={listed}&id={listed}&id=x&count=exact");
        Assert.Equal([listed, rejected], found.Values("id"));
        Assert.Equal(2, (int)found.Json["page"]!["total"]!);
        Assert.Equal([Missing, "x"], found.Json["meta"]!["notFound"]!.AsArray().Select(id => (string)id!));

        // Another filter leaves out; it does not make what there is missing.
        var filtered = await library.OkAsync($"/api/v1/claims?id={listed}&topic=iron");
        Assert.Empty(filtered.Data);
        Assert.Empty(filtered.Json["meta"]!["notFound"]!.AsArray());
        Assert.Null((await library.OkAsync("/api/v1/claims?limit=1")).Json["meta"]!["notFound"]);
        Assert.Equal([listed], (await library.OkAsync($"/api/v1/claims?id={listed}&q=zinc")).Values("id"));
        Assert.Equal([rejected], (await library.OkAsync($"/api/v1/claims?id={listed}&id={rejected}&review=rejected")).Values("id"));
    }

    [Fact]
    public async Task Several_articles_are_any_of_them_and_within_one_only_that_one()
    {
        var two = await library.OkAsync($"/api/v1/claims?article={Library.Moods}&article={Library.Minerals}&limit=100");
        Assert.Equal(5, two.Data.Count);
        Assert.Equal(
            [Library.Minerals, Library.Moods], two.Data.Select(claim => (string)claim!["article"]!["slug"]!).Distinct());
        Assert.Equal(
            two.Values("id").Order(),
            (await library.OkAsync($"/api/v1/claims?article={Library.Moods}&article={Library.Minerals}&sort=-published&limit=100"))
                .Values("id").Order());
        Assert.Equal(
            2, (await library.OkAsync($"/api/v1/claims?article={Library.Moods}&article={Library.Minerals}&q=serotonin")).Data.Count);
        Assert.Empty((await library.OkAsync($"/api/v1/articles/{Library.Moods}/claims?article={Library.Minerals}")).Data);
        (await library.GetAsync("/api/v1/claims?article=zeta-moods&article=zeta-mods"))
            .IsProblem(HttpStatusCode.BadRequest, "unknown-value");
    }

    [Theory]
    [InlineData("category=trace-ELEMENTS", Library.Minerals)]
    [InlineData("category=moods")]
    [InlineData("topic=zinc&category=Trace+Elements", Library.Minerals)]
    [InlineData("language=de")]
    public async Task Claims_are_asked_for_by_what_their_article_is_like(string query, params string[] articles)
    {
        var claims = await library.OkAsync($"/api/v1/claims?{query}&limit=100");
        Assert.Equal(articles, claims.Data.Select(claim => (string)claim!["article"]!["slug"]!).Distinct());
    }

    [Fact]
    public async Task The_works_that_a_page_cites_come_beside_it_each_once()
    {
        var page = await library.OkAsync($"/api/v1/articles/{Library.Minerals}/claims?include=references");
        var cited = page.Data.SelectMany(claim => claim!["citations"]!.AsArray())
            .Select(citation => (string)citation!["referenceId"]!)
            .Distinct();
        var works = page.Json["references"]!.AsObject();
        Assert.Equal(cited.Order(), works.Select(work => work.Key).Order());
        Assert.All(works, work => Assert.Equal(work.Key, (string)work.Value!["id"]!));
        Assert.Equal(
            (await library.OkAsync($"/api/v1/references/{works.First().Key}")).Json.ToJsonString(), works.First().Value!.ToJsonString());
        var both = await library.OkAsync("/api/v1/claims?q=zinc&include=references&include=highlights&fields=id");
        Assert.NotNull(both.Json["references"]);
        (await library.GetAsync("/api/v1/claims?include=references&format=csv")).IsProblem(HttpStatusCode.BadRequest, "not-in-format");
    }

    [Fact]
    public async Task Facets_count_by_month_and_category()
    {
        var facets = (await library.OkAsync("/api/v1/claims?limit=1&facet=month&facet=category")).Json["facets"]!;
        Assert.Contains("2024-05", facets["month"]!["buckets"]!.AsArray().Select(bucket => (string)bucket!["value"]!));
        Assert.Contains("Trace Elements", facets["category"]!["buckets"]!.AsArray().Select(bucket => (string)bucket!["value"]!));
        Assert.Equal(2, (int)facets["category"]!["missing"]!);
    }

    [Theory]
    [InlineData("sort=-updated", "c", "b", "a")]
    [InlineData("sort=updated", "a", "b", "c")]
    [InlineData("updated_from=2026-01-02T00:00:00Z&sort=updated", "b", "c")]
    [InlineData("updated_until=2026-01-02T01:00:00%2B01:00&sort=updated", "a", "b")]
    [InlineData("updated_from=2026-01-01T00:00:00.001Z&updated_until=2026-01-02T23:59:59.9999999Z", "b")]
    [InlineData("language=PT", "b", "c")]
    [InlineData("language=pt-br", "c")]
    public async Task Articles_and_their_claims_are_asked_for_by_when_they_were_written(string query, params string[] slugs)
    {
        var claims = new List<string>();
        var path = $"/api/v1/claims?category=dated&{query}&limit=1";
        for (var next = path; next is not null;)
        {
            var page = await dated.OkAsync(next);
            claims.AddRange(page.Data.Select(claim => (string)claim!["article"]!["slug"]!));
            next = (string?)page.Json["page"]!["nextCursor"] is { } cursor ? $"{path}&cursor={cursor}" : null;
        }

        Assert.Equal(slugs, claims);
        Assert.Equal(slugs.Order(), (await dated.OkAsync($"/api/v1/articles?category=dated&{query}")).Values("slug").Order());
        var articles = await dated.OkAsync($"/api/v1/articles?category=dated&{query}&limit=1");
        if (query.Contains("sort", StringComparison.Ordinal))
        {
            Assert.Equal(slugs[0], articles.Values("slug").Single());
        }
    }

    [Theory]
    [InlineData("updated_from=2026-01-02", "invalid-value")]
    [InlineData("updated_from=2026-13-02T00:00:00Z", "invalid-value")]
    [InlineData("updated_from=yesterday", "invalid-value")]
    [InlineData("updated_from=2026-01-02T00:00:00Z&updated_until=2026-01-01T00:00:00Z", "invalid-range")]
    [InlineData("id=", "empty-value")]
    [InlineData("include=citations", "unknown-value")]
    public async Task A_wrong_value_is_refused(string query, string code) =>
        (await library.GetAsync($"/api/v1/claims?{query}")).IsProblem(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task More_than_fifty_ids_are_too_many() =>
        (await library.GetAsync("/api/v1/claims?" + string.Join('&', Enumerable.Range(0, 51).Select(i => $"id=x{i}"))))
            .IsProblem(HttpStatusCode.BadRequest, "too-many-values");

    /// <summary>Three articles of one claim each, written a day apart.</summary>
    public sealed class Dated : Service, IAsyncLifetime
    {
        public async ValueTask InitializeAsync()
        {
            foreach (var (slug, language) in new[] { ("a", "en"), ("b", "pt"), ("c", "pt-BR") })
            {
                Article article = new AnArticle(slug) { Category = "Dated" };
                await StoreAsync(article with { Language = language });
                Clock.Advance(TimeSpan.FromDays(1));
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
