using ArticleApi.Documents.Importing;
using CsCheck;

namespace ArticleApi.Documents.Tests.Importing.Html;

/// <summary>Anything may be sent: reading ends, in bounds, the same each time.</summary>
public class HtmlImporterFuzzTests
{
    private const int Mutations = 50;

    private static readonly IArticleImporter Html = ArticleImporters.Find("html")!;
    private static readonly string[] Samples = ["blog", "encyclopedia", "journal", "magazine", "word"];

    private static readonly string[] Pieces =
    [
        "<", ">", "</", "</p>", "<p>", "<table>", "<tr>", "</table>", "<a href=\"#\">", "<a href=\"#cite_note-2\">[2]</a>", "<sup>", "</sup>", "<sup>1</sup>", "</a>", "<li>", "</ol>", "<h2>References</h2>",
        "<h2>Key points</h2>", "<script>", "<!--", "-->", "<![CDATA[", "<svg>", "<math>", "</math>", "<template>", "<head>", "<title>", "<body>", "<select>", "<br><br>", "&#0;", "&#xD800;", "&amp", "\uD800", "\0",
        "\u00A0", "\"", "'", "=", "[1]", "(2)", "–", "<h6>", "<header>", "<span class=\"Z3988\" title=\"rft.atitle=x&rft.date=%ZZ\">", "<div role=\"heading\" aria-level=\"9\">", "<ol start=\"999999999999\">",
    ];

    [Fact]
    public void Damaged_pages_give_valid_positions_and_the_same_result_twice()
    {
        var edit = Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 9999], Gen.Int[0, 2], Gen.Int[0, Pieces.Length - 1]);
        Fuzzing.Run(Gen.Select(Gen.Int[0, Samples.Length - 1], edit.List[1, 12]), input => Check(input.Item2.Aggregate(TestFiles.Sample($"html/{Samples[input.Item1]}.html"), Change)), Mutations);
    }

    [Fact]
    public void Random_tags_give_valid_positions_and_the_same_result_twice() =>
        Fuzzing.Run(Gen.Int[0, Pieces.Length - 1].List[1, 60], input => Check(string.Concat(input.Select(piece => Pieces[piece]))), Mutations);

    private static readonly Dictionary<string, Func<string>> Pages = new(StringComparer.Ordinal)
    {
        { "nested", () => Repeat("<div>", 100_000) + "x" },
        { "nested lists", () => Repeat("<ul><li>", 50_000) + "x" },
        { "nested formatting", () => Repeat("<b>", 100_000) + Repeat("<p>x", 1000) },
        { "nested tables", () => Repeat("<table><tr><td>", 20_000) + "x" },
        { "one line", () => Repeat("word ", 400_000) },
        { "links", () => Repeat("<a href=#x>1</a> ", 60_000) },
        { "open links", () => Repeat("<a href=#x>1 ", 60_000) },
        { "markers", () => "<p>" + Repeat("w <a href=#r1>[1]</a>, ", 60_000) + "</p><ol class=references><li id=r1>Berg A. Sleep. Naps. 2011;1:2.</ol>" },
        { "ranges", () => "<p>" + Repeat("<a href=#r1>1</a>–<a href=#r300>300</a> w ", 5_000) + "</p><ol class=references>" + string.Concat(Enumerable.Range(1, 300).Select(i => $"<li id=r{i}>Berg A. Sleep. Naps. 2011;1:2.")) + "</ol>" },
        { "headings of references", () => "<p>x" + Repeat("<div><h2>References</h2>", 20_000) },
        { "bold references", () => "<p>x</p>" + Repeat("<b>References</b>", 20_000) },
        { "open brackets", () => Repeat("<", 300_000) + Repeat("[", 100_000) },
        { "attributes", () => "<p " + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i} ")) + ">x" },
        { "classes", () => "<p class='" + Repeat("ref-list ", 50_000) + "'>x" },
        { "structured data", () => "<script type=application/ld+json>" + Repeat("[", 200_000) + "</script><p>x" },
        { "footnotes", () => string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<p>x<a href=#fn{i}>{i}</a></p>")) + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<p id=fn{i}>{i}. note</p>")) },
        { "foreign", () => Repeat("<svg>", 20_000) + Repeat("<math>", 20_000) },
    };

    public static TheoryData<string> Hostile => [.. Pages.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_pages_are_read_to_the_end(string page) => Check(Html.Read(Pages[page]()), int.MaxValue);

    private static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    private static string Change(string text, (int From, int Length, int Kind, int Piece) edit)
    {
        var from = (int)((long)edit.From * text.Length / 10_000);
        var length = Math.Min(edit.Length % 200, text.Length - from);
        return edit.Kind switch
        {
            0 => text.Remove(from, length),
            1 => text.Insert(from, Pieces[edit.Piece]),
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
