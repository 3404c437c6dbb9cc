using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Importing.Bibliographies;

namespace ArticleApi.Documents.Tests.Importing.Bibliographies;

public class CslJsonTests
{
    private const string Item = """
        {"id": "lund", "type": "article-journal", "title": "The <i>salt</i> of CO<sub>2</sub> &amp; sleep",
         "author": [{"family": "Berg", "given": "Lu", "non-dropping-particle": "van den"},
                    {"family": "King", "given": "M.", "suffix": "Jr."}, {"literal": "Salt Board"}],
         "issued": {"date-parts": [["2019", 5]]}, "container-title": "Naps", "volume": 3, "issue": "1", "page": "10–19",
         "DOI": "10.1000/AB"}
        """;

    [Theory]
    [InlineData("[ITEM]")]
    [InlineData("ITEM")]
    [InlineData("{\"items\": [ITEM]}")]
    [InlineData("{\"name\": \"x\", \"references\": [ITEM], \"more\": 1}")]
    [InlineData("\uFEFF [ITEM,]")]
    public void The_items_are_read_wherever_they_stand(string text)
    {
        var work = Read(text.Replace("ITEM", Item, StringComparison.Ordinal), out var notes, "lund")!.Fields!;

        Assert.Equal(
            ("article-journal", "The salt of CO2 & sleep", 2019, "Naps", "3", "1", "10-19", "10.1000/ab"),
            (work.Type, work.Title, work.Year, work.ContainerTitle, work.Volume, work.Issue, work.Pages, work.Doi));
        Assert.Equal(
            ["van den Berg|Lu|", "King|M., Jr.|", "||Salt Board"],
            work.Authors.Select(name => $"{name.Family}|{name.Given}|{name.Literal}"));
        Assert.Empty(notes);
    }

    [Fact]
    public void Faults_are_told_with_their_line_and_what_stands_before_is_read()
    {
        var text = $"[{Item},\n{{\"id\": \"x\"}},\n{{\"id\": \"hill\", \"title\": \"Hills\"}},\n{{\"id\": oops}}]";

        Assert.Equal("Hills", Read(text, out var notes, "hill")!.Fields!.Title);
        Assert.Equal(["some.json, line 6:", "some.json, line 8:"], notes.Select(note => note.Message[..18]).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[1, \"a\"]")]
    [InlineData("{\"a\": 1}")]
    public void A_bibliography_without_entries_is_noted(string text)
    {
        Assert.Null(Read(text, out var notes, "lund"));
        Assert.Equal("empty-bibliography", notes[^1].Code);
    }

    [Theory]
    [InlineData("[", 40_000)]
    [InlineData("{\"a\":", 10_000)]
    [InlineData("[{\"id\": 1, \"title\": \"a\"},", 4_000)]
    public void A_hostile_file_takes_no_more_than_its_length(string sign, int times) => LinearGrowth.Check(
        times, size => Bibliography.Read([new("x.json", string.Concat(Enumerable.Repeat(sign, size)))], [], CancellationToken.None));

    private static DraftReference? Read(string json, out List<ImportNote> notes, string key)
    {
        notes = [];
        return Bibliography.Read([new("some.json", json)], notes, TestContext.Current.CancellationToken).ByKey(key)?.ToReference();
    }
}
