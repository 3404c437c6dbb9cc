using ArticleApi.Benchmarks.Fuzzing;
using ArticleApi.Documents.Importing;
using CsCheck;

namespace ArticleApi.Documents.Tests.Importing.Html;

/// <summary>Anything may be sent: reading ends, in bounds, the same each time.</summary>
[Trait("Category", "Fuzz")]
public class HtmlImporterFuzzTests
{
    private const int Mutations = 30;

    private static readonly IArticleImporter Html = ArticleImporters.Find("html")!;
    private static readonly string[] Samples = ["blog", "encyclopedia", "journal", "magazine", "word"];

    [Fact]
    public void Damaged_pages_give_valid_positions_and_the_same_result_twice()
    {
        var edit = Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 9999], Gen.Int[0, 2], Gen.Int[0, FuzzPieces.Html.Length - 1]);
        Fuzzing.Run(
            Gen.Select(Gen.Int[0, Samples.Length - 1], edit.List[1, 12]),
            input => Check(input.Item2.Aggregate(TestFiles.Sample($"html/{Samples[input.Item1]}.html"), Change)),
            Mutations);
    }

    [Fact]
    public void Random_tags_give_valid_positions_and_the_same_result_twice() =>
        Fuzzing.Run(
            Gen.Int[0, FuzzPieces.Html.Length - 1].List[1, 60],
            input => Check(string.Concat(input.Select(piece => FuzzPieces.Html[piece]))),
            Mutations);

    private static readonly Dictionary<string, (int Size, Func<int, string> Page)> Pages = new(StringComparer.Ordinal)
    {
        { "nested", (25_000, n => Repeat("<div>", n) + "x") },
        { "nested lists", (12_000, n => Repeat("<ul><li>", n) + "x") },
        { "nested formatting", (25_000, n => Repeat("<b>", n) + Repeat("<p>x", n / 100)) },
        { "nested tables", (10_000, n => Repeat("<table><tr><td>", n) + "x") },
        { "one line", (100_000, n => Repeat("word ", n)) },
        { "links", (16_000, n => Repeat("<a href=#x>1</a> ", n)) },
        { "open links", (16_000, n => Repeat("<a href=#x>1 ", n)) },
        { "markers", (16_000, n => "<p>" + Repeat("w <a href=#r1>[1]</a>, ", n) + "</p>" + List(1)) },
        { "ranges", (2000, n => "<p>" + Repeat("<a href=#r1>1</a>–<a href=#r300>300</a> w ", n) + "</p>" + List(300)) },
        { "headings of references", (8000, n => "<p>x" + Repeat("<div><h2>References</h2>", n)) },
        { "bold references", (8000, n => "<p>x</p>" + Repeat("<b>References</b>", n)) },
        { "open brackets", (40_000, n => Repeat("<<<[", n)) },
        { "attributes", (16_000, n => "<p " + string.Concat(Enumerable.Range(0, n).Select(i => $"a{i} ")) + ">x") },
        { "classes", (16_000, n => "<p class='" + Repeat("ref-list ", n) + "'>x") },
        { "structured data", (50_000, n => "<script type=application/ld+json>" + Repeat("[", n) + "</script><p>x") },
        { "footnotes", (4000, n => Numbered(n, "<p>x<a href=#fn{0}>{0}</a></p>") + Numbered(n, "<p id=fn{0}>{0}. note</p>")) },
        { "foreign", (10_000, n => Repeat("<svg>", n) + Repeat("<math>", n)) },
    };

    public static TheoryData<string> Hostile => [.. Pages.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_pages_grow_no_faster_than_their_text(string page) =>
        LinearGrowth.Check(Pages[page].Size, size => Check(Html.Read(Pages[page].Page(size)), int.MaxValue));

    private static string Numbered(int count, string piece) =>
        string.Concat(Enumerable.Range(1, count).Select(i => piece.Replace("{0}", $"{i}", StringComparison.Ordinal)));

    private static string List(int count) =>
        $"<ol class=references>{Numbered(count, "<li id=r{0}>Berg A. Sleep. Naps. 2011;1:2.")}</ol>";

    private static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    private static string Change(string text, (int From, int Length, int Kind, int Piece) edit)
    {
        var from = (int)((long)edit.From * text.Length / 10_000);
        var length = Math.Min(edit.Length % 200, text.Length - from);
        return edit.Kind switch
        {
            0 => text.Remove(from, length),
            1 => text.Insert(from, FuzzPieces.Html[edit.Piece]),
            _ => text.Insert(from, text.Substring(from, length)),
        };
    }

    private static void Check(string text)
    {
        var draft = Html.Read(text);
        Check(draft, text.AsSpan().Count('\n') + text.AsSpan().Count('\r') + 1);
        Assert.Equal(Print(draft), Print(Html.Read(text)));
        ImporterFuzzTests.Holds("html", text);
    }

    private static void Check(ImportDraft draft, int lines)
    {
        foreach (var paragraph in draft.Sections.SelectMany(section => section.Paragraphs).Concat(draft.KeyPoints))
        {
            Assert.InRange(paragraph.Line ?? 1, 1, lines);
            var end = 0;
            foreach (var marker in paragraph.Markers)
            {
                Assert.InRange(marker.Start, end, paragraph.Text.Length);
                Assert.InRange(marker.End, marker.Start, paragraph.Text.Length);
                Assert.All(marker.References, index => Assert.InRange(index, 0, draft.References.Count - 1));
                end = marker.End;
            }
        }

        Assert.All(draft.Sections, section => Assert.InRange(section.Level, 2, 6));
    }

    private static string Print(ImportDraft draft) => System.Text.Json.JsonSerializer.Serialize(draft);
}
