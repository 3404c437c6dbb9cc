using ArticleApi.Documents.Model;

namespace ArticleApi.Tests.References;

public sealed class ListReferencesTests(Library library, Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task Works_are_listed_by_id_each_once()
    {
        var works = await library.OkAsync("/api/v1/references?limit=100&count=exact");
        Assert.Equal(works.Values("id").Order(StringComparer.Ordinal).Distinct(), works.Values("id"));
        Assert.Equal(11, works.Data.Count);
        Assert.Equal(11, (int)works.Json["page"]!["total"]!);
    }

    [Theory]
    [InlineData("10.1016/j.pnpbp.2020.109921")]
    [InlineData("10.1016/J.PNPBP.2020.109921")]
    [InlineData("doi:10.1016/j.pnpbp.2020.109921")]
    [InlineData("doi.org/10.1016/j.pnpbp.2020.109921")]
    [InlineData("https://doi.org/10.1016/j.pnpbp.2020.109921")]
    [InlineData("http://dx.doi.org/10.1016/j.pnpbp.2020.109921")]
    [InlineData("https://doi.org/10.1016%2Fj.pnpbp.2020.109921")]
    [InlineData("10.1016/j.pnpbp.2020.109921.")]
    public async Task The_doi_filter_takes_every_spelling_of_a_DOI(string doi) =>
        Assert.Equal([Library.Option.Id], (await library.OkAsync($"/api/v1/references?doi={Uri.EscapeDataString(doi)}")).Values("id"));

    [Theory]
    [InlineData("Keel", "Keel")]
    [InlineData("keeler", "KEELER")]
    [InlineData("KEELER", "KEELER")]
    [InlineData("Boucasa", "Hermens")]
    [InlineData("bouçasa", "Hermens")]
    [InlineData("berg", "van der Bérg")]
    [InlineData("van der Berg", "van der Bérg")]
    [InlineData("der berg", "van der Bérg")]
    [InlineData("task force", "Aiger")]
    [InlineData("wfsbp", "Aiger")]
    [InlineData("chen", "Chen", "Temizer")]
    [InlineData("Keele")]
    [InlineData("eeler")]
    [InlineData("berg van")]
    [InlineData("C.J.")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("!")]
    public async Task The_author_filter_finds_whole_words_of_a_name(string author, params string[] firstAuthors)
    {
        var works = await library.OkAsync($"/api/v1/references?author={Uri.EscapeDataString(author)}");
        Assert.Equal(firstAuthors, works.Data.Select(work => (string)work!["authors"]![0]!["family"]!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("year=2011", "Aiger", "Morgan")]
    [InlineData("year=1999", "van der Bérg")]
    [InlineData("year=1998")]
    [InlineData("topic=zinc", "Hermens", "KEELER")]
    [InlineData("topic=dopamine", "KEELER", "van der Bérg")]
    [InlineData("topic=5-HT", "KEELER", "van der Bérg")]
    [InlineData("topic=drebrin&topic=copper", "Hermens", "Temizer")]
    [InlineData("topic=iron")]
    [InlineData("article=alpha-minerals", "Hermens", "KEELER")]
    [InlineData("article=zeta-moods", "van der Bérg")]
    [InlineData("article=zeta-moods&year=2021")]
    [InlineData("author=treasure&year=2011", "Aiger")]
    [InlineData("author=keeler&topic=zinc", "KEELER")]
    [InlineData("doi=10.1002/syn.22253&author=aoki&year=2022&article=ketamine-and-anorexia&topic=ketamine", "Temizer")]
    public async Task A_reference_filter_finds_exactly_these_works(string query, params string[] firstAuthors)
    {
        var works = await library.OkAsync($"/api/v1/references?count=exact&{query}");
        Assert.Equal(firstAuthors, works.Data.Select(work => (string)work!["authors"]![0]!["family"]!).Order(StringComparer.Ordinal));
        Assert.Equal(firstAuthors.Length, (int)works.Json["page"]!["total"]!);
    }

    [Theory]
    [InlineData("doi=syn.22253", "doi", "invalid-value", null)]
    [InlineData("doi=10.1/x", "doi", "invalid-value", null)]
    [InlineData("year=MMXX", "year", "invalid-value", null)]
    [InlineData("year=0", "year", "out-of-range", null)]
    [InlineData("year=10000", "year", "out-of-range", null)]
    [InlineData("year=2011&year=2012", "year", "repeated-parameter", null)]
    [InlineData("author=", "author", "empty-value", null)]
    [InlineData("topic=zink", "topic", "unknown-value", "zinc")]
    [InlineData("article=zeta-mood", "article", "unknown-value", "zeta-moods")]
    [InlineData("authors=keel", "authors", "unknown-parameter", "author")]
    public async Task An_invalid_reference_parameter_is_a_400_with_the_nearest_value(
        string query, string parameter, string code, string? suggestion) =>
        (await library.GetAsync($"/api/v1/references?{query}")).HasErrors((parameter, code, suggestion));

    [Fact]
    public async Task Entries_with_the_same_DOI_are_one_work()
    {
        var work = (await library.OkAsync($"/api/v1/references/{Library.Option.Id}")).Json;
        Assert.Equal(
            """[{"slug":"alpha-minerals","label":"2"},{"slug":"ketamine-and-anorexia","label":"5"}]""", work["articles"]!.ToJsonString());
        Assert.Equal("Another title in print", (string)work["title"]!);
    }

    [Fact]
    public async Task Entries_without_a_DOI_are_one_work_by_author_year_and_title_ignoring_case_and_diacritics()
    {
        var work = (await library.OkAsync($"/api/v1/references/{Library.Review.Id}")).Json;
        Assert.Equal(
            """[{"slug":"alpha-minerals","label":"1"},{"slug":"ketamine-and-anorexia","label":"4"}]""", work["articles"]!.ToJsonString());
        Assert.Equal(("KEELER", "Ketamine as a Treatment for Anorexía Nervosa – A Narrative Review"),
            ((string)work["authors"]![0]!["family"]!, (string)work["title"]!));
    }

    [Fact]
    public async Task An_entry_with_a_DOI_and_one_without_are_two_works()
    {
        await service.StoreAsync(new AnArticle("doi")
        {
            References = [AnArticle.Entry("1", "Poe", 2020, "Same", "10.1000/same"), AnArticle.Entry("2", "Poe", 2020, "Same")],
        });
        Assert.Equal(["1", "2"], (await service.OkAsync("/api/v1/references?author=poe")).Data
            .Select(work => (string)work!["articles"]!.AsArray().Single()!["label"]!).Order());
    }

    [Fact]
    public async Task Entries_with_another_year_first_author_or_title_are_different_works()
    {
        await service.StoreAsync(new AnArticle("years")
        {
            References =
            [
                AnArticle.Entry("1", "Doe", 2020, "Alike"), AnArticle.Entry("2", "Doe", 2021, "Alike"),
                AnArticle.Entry("3", "Roe", 2020, "Alike"), AnArticle.Entry("4", "Doe", 2020, "Other"),
            ],
        });
        Assert.Equal(4, (await service.OkAsync("/api/v1/references?article=years")).Data.Count);
    }

    [Fact]
    public async Task Entries_without_authors_are_one_work_by_their_raw_line()
    {
        Reference Bare(string raw) => AnArticle.Entry("1", "Doe", 2001, "T") with
        {
            Raw = raw,
            Authors = [],
            Id = Documents.References.WorkIdentity.IdOf(AnArticle.Entry("1", "Doe", 2001, "T") with { Raw = raw, Authors = [] }),
        };
        await service.StoreAsync(new AnArticle("a") { References = [Bare("A line.")] });
        await service.StoreAsync(new AnArticle("b") { References = [Bare("A line.")] });
        await service.StoreAsync(new AnArticle("c") { References = [Bare("Another line.")] });
        var works = await service.OkAsync("/api/v1/references?year=2001&limit=100");
        Assert.Equal(["a b", "c"], works.Data.Where(work => work!["doi"] is null)
            .Select(work => string.Join(' ', work!["articles"]!.AsArray().Select(entry => (string)entry!["slug"]!))).Order());
    }
}
