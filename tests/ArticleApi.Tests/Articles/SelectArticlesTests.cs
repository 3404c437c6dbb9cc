using System.Net;

namespace ArticleApi.Tests.Articles;

/// <summary>Articles by slugs and by what they cite; their facets and fields.</summary>
public sealed class SelectArticlesTests(Library library)
{
    [Fact]
    public async Task Articles_are_asked_for_by_their_slugs_and_what_there_is_not_is_told()
    {
        var found = await library.OkAsync($"/api/v1/articles?slug={Library.Moods}&slug=nothing&slug={Library.Minerals}&slug=nothing");
        Assert.Equal([Library.Minerals, Library.Moods], found.Values("slug"));
        Assert.Equal(["nothing"], found.Json["meta"]!["notFound"]!.AsArray().Select(slug => (string)slug!));
        Assert.Equal([Library.Moods], (await library.OkAsync($"/api/v1/articles?slug={Library.Moods}&q=serotonin")).Values("slug"));
    }

    [Fact]
    public async Task Articles_are_asked_for_by_a_work_that_they_cite()
    {
        var work = Library.Moodiness.Id;
        Assert.Equal([Library.Moods], (await library.OkAsync($"/api/v1/articles?cites={work}")).Values("slug"));
        (await library.GetAsync("/api/v1/articles?cites=ref_nothing")).IsProblem(HttpStatusCode.BadRequest, "unknown-value");
    }

    [Fact]
    public async Task Only_the_fields_that_are_named_come()
    {
        var page = await library.OkAsync("/api/v1/articles?fields=slug,source.publisher&facet=category&limit=1");
        Assert.Equal(["slug", "source"], page.Data[0]!.AsObject().Select(member => member.Key));
        Assert.NotNull(page.Json["facets"]);
        (await library.GetAsync("/api/v1/articles?fields=publisher"))
            .HasErrors(("fields", "unknown-value", "source.publisher"));
    }

    [Fact]
    public async Task Facets_count_all_articles()
    {
        var facets = (await library.OkAsync(
            "/api/v1/articles?limit=1&facet=topic&facet=category&facet=language&facet=year&facet=month")).Json["facets"]!;
        Assert.Equal(3, Count(facets["language"]!, "en"));
        Assert.Equal(1, Count(facets["category"]!, "Trace Elements"));
        Assert.Equal(1, (int)facets["category"]!["missing"]!);
        Assert.Equal((1, 1), (Count(facets["year"]!, "2024"), Count(facets["month"]!, "2024-05")));
        Assert.Equal(3, Count(facets["topic"]!, "serotonin"));
        Assert.Equal(0, Count(facets["topic"]!, "iron")); // Its only claim is rejected.
        var none = (await library.OkAsync("/api/v1/articles?facet=topic&q=nothing")).Json["facets"]!["topic"]!;
        Assert.Equal((0, 0), ((int)none["distinct"]!, (int)none["missing"]!));

        static int Count(System.Text.Json.Nodes.JsonNode facet, string value) => (int)(facet["buckets"]!.AsArray()
            .SingleOrDefault(bucket => (string)bucket!["value"]! == value)?["count"] ?? 0);
    }
}
