using System.Globalization;
using System.Text;

namespace ArticleApi.Benchmarks.Growth;

/// <summary>Ordinary and hostile texts of each format: what a reader may take too long for, or too much memory.</summary>
internal static class HostileTexts
{
    private const string Sentence = "Zinc may help taste buds renew themselves, and low zinc dulls the sense of taste. ";

    private const string Reference = "Berg, A., & Lind, K. (2019). Zinc and the renewal of taste buds. Journal of Elements, 12, 34-41.";

    private const int LongestReference = 1400;

    // What a reader of references may try many ways to read.
    private static readonly string[] Pieces =
    [
        "A. B, ", "Smith, J., ", "Smith J, ", "(", ")", "[", "((2020) ", "\"", "“", "‘", "1", "1-", "12(3), ", "2020;", "(2020) ",
        ". ", "A. ", "In: ", " in ", "et al. ", "Aa ", "de la ", "J. ", "& ", "and ", ", ", "; ", ": ", "vol. ", "pp. ", "10.1000/",
        "10.1000/a- ", "http://", "doi:", "…", "...", "-", "–", "Eds. ", "[J]", " // ", "*", "é", "Aa, ", "Aa: Bb. ", "Press. ", "no. 1 ",
        "May 1 ", "accessed ", "www.", "李, ", "In Abc X. ", "A",
    ];

    // What makes a piece with a number in it another one each time.
    private const string Number = "{0}";

    /// <summary>All of them, format by format.</summary>
    public static IReadOnlyList<HostileText> All { get; } = [.. PlainText(), .. Markdown(), .. Html(), .. Jats()];

    private static IEnumerable<HostileText> PlainText()
    {
        const string Head = "A Title\n\nBees sleep.1\n\n";
        const string List = "\n\nReferences\n1. " + Reference + "\n2. Okafor, C. (2021). Taste. Nutrition Notes, 8, 101-109.\n";
        HostileText Repeated(string name, string piece, string head = Head, string end = List) =>
            Text("text", name, head, piece, end);

        yield return Repeated("article", Sentence + "It ends.1 " + Sentence + "\n\n");
        yield return Repeated("one paragraph", Sentence);
        yield return Repeated("one word", "a");
        yield return Repeated("short words", "a ");
        yield return Repeated("long words", new string('x', 5000) + " ");
        yield return Repeated("capitals", "A. ");
        yield return Repeated("periods", ".");
        yield return Repeated("short lines", "ab\n");
        yield return Repeated("blank lines", "\n");
        yield return Repeated(
            "wrapped lines", "Zinc helps the taste buds to renew themselves, and low zinc\ndulls the sense of taste, as was found\n");
        yield return Repeated("headings", "Zinc and Taste\n\nIt helps.\n\n");
        yield return Repeated("headings only", "Zinc and Taste\n");
        yield return Repeated("numbered headings", "{0}. Zinc and Taste\n\nIt helps.\n\n");
        yield return Repeated("list items", "- zinc helps taste\n");
        yield return Repeated("rows", "Oysters\t78\t709%\n");
        yield return Repeated("brackets", "(");
        yield return Repeated("brackets of both kinds", "([");
        yield return Repeated("brackets in brackets", "(a (b) ");
        yield return Repeated("empty brackets", "( ) ");
        yield return Repeated("quotes", "“a ");
        yield return Repeated("apostrophes", "it's ");
        yield return Repeated("markers", "bees[1] ");
        yield return Repeated("glued markers", "It helps.1 ");
        yield return Repeated("superscripts", "It helps.¹ ");
        yield return Repeated("groups of markers", "bees [1, 2-4; 1] ");
        yield return Repeated("ranges", "bees [1-99999] ");
        yield return Repeated("numbers", "12 ");
        yield return Repeated("numbers with commas", "1,");
        yield return Repeated("unknown markers", "bees[{0}] ");
        yield return Repeated("years", "(Berg & Lind, 2019) ");
        yield return Repeated("years of nobody", "Xu et al. ({0}) ");
        yield return Repeated("names before a year", "Berg, Lind, ");
        yield return Repeated("short forms", "anorexia nervosa (AN) ");
        yield return Repeated("new short forms", "Alpha Beta{0} (AB{0}) ");
        yield return Repeated("short forms without a long one", "(AN) ");
        yield return Repeated("addresses", "https://a.b/)))((( ");
        yield return Repeated("DOIs", "10.1000/ab ");
        yield return Repeated("key points", "- Zinc helps.\n", "A Title\n\nKey points\n");
        yield return Repeated("headings of references", "References\n\n");
        yield return Repeated("headings of references with entries", "References\n1. " + Reference + "\n");
        yield return Repeated("headings of notes", "Notes\nZinc helps it all.\n");
        yield return Repeated("references", "{0}. " + Reference + "\n", "A Title\n\nBees sleep.1\n\nReferences\n", "");
        yield return Repeated(
            "references of one name", "Berg, A. ({0}). Zinc. Notes, 1, 2.\n", "A Title\n\nBees (Berg, 2019).\n\nReferences\n", "");
        yield return Repeated("references without a heading", "{0}. " + Reference + "\n", "A Title\n\nBees sleep.1\n\n", "");
        yield return Repeated("references on one line", "{0}. " + Reference + " ", "A Title\n\nBees sleep.1\n\nReferences\n", "");
        yield return Repeated("one label", "1. " + Reference + "\n", "A Title\n\nBees sleep.1\n\nReferences\n", "");
        yield return Repeated("authors of one reference", "Berg, A., ", "A Title\n\nBees sleep.1\n\nReferences\n1. ", "(2019). Zinc.\n");
        yield return Repeated(
            "mentions of one name",
            "Berg (2019) found it. ",
            end: "\n\nReferences\n" + Repeat("Berg, A. (2019). Zinc {0}. Notes, 1, 2.\n", 2000));
        yield return Repeated("mentions and short forms", "World Health Organization (WHO). WHO (2019) found it. ");
        yield return Repeated("emoji", "😀");
        yield return Repeated("combining signs", "e\u0301");
        yield return Repeated("invisible signs", "\u200b");
        yield return Repeated("dashes", "-");
        foreach (var piece in Pieces)
        {
            var line = Repeat(piece, LongestReference / piece.Length);
            yield return Repeated($"references of {piece}", "{0}. Doe A. " + line + "\n", "A Title\n\nBees sleep.1\n\nReferences\n", "");
        }

        yield return Repeated("bars", "|");
        yield return Repeated("page boilerplate", "Share on Facebook\n");
        yield return Repeated("bylines", "By Dana Eriksson\n", "A Title\n\n");
        yield return Repeated(
            "hyphens at line ends", "the gluta-\nmate that bees have in their brains and else-\nwhere, as was found in\n");
    }

    private static IEnumerable<HostileText> Markdown()
    {
        const string Head = "# A Title\n\nBees sleep.[^1]\n\n";
        const string List = "\n\n## References\n\n1. " + Reference + "\n";
        const string Notes = "\n\n[^1]: " + Reference + "\n";
        HostileText Repeated(string name, string piece, string head = Head, string end = List) =>
            Text("markdown", name, head, piece, end);

        yield return Repeated("article", Sentence + "It ends.[^1] " + Sentence + "\n\n", end: Notes);
        yield return Repeated("one paragraph", Sentence);
        yield return Repeated("one word", "a");
        yield return Repeated("short lines", "ab\n");
        yield return Repeated("blank lines", "\n");
        yield return Repeated("headings", "## Zinc\n\nIt helps.\n\n");
        yield return Repeated("headings only", "## Zinc\n");
        yield return Repeated("underlined headings", "a\n==\n");
        yield return Repeated("bold headings", "**Zinc**\n\nIt helps.\n\n");
        yield return Repeated("bold lines", "**References**\n\n");
        yield return Repeated("quotes", "> Zinc helps.\n\n");
        yield return Repeated("quoted lines", "> Zinc helps.\n");
        yield return Repeated("nested quotes", ">");
        yield return Repeated("nested quotes, many lines", "> > > > > > > > > > > > > > > > > > > > a\n");
        yield return Repeated("list", "- zinc helps\n");
        yield return Repeated("loose list", "- zinc helps\n\n");
        yield return Repeated("numbered list", "{0}. zinc helps\n");
        yield return Repeated("nested lists", "- ");
        yield return Repeated("nested lists by lines", "- a\n  - b\n    - c\n      - d\n        - e\n          - f\n");
        yield return new("markdown", "ever deeper lists", length => Head + Deeper(length) + List);
        yield return Repeated("table", "| zinc | taste |\n", Head + "| a | b |\n|---|---|\n");
        yield return Repeated("tables", "| a | b |\n|---|---|\n| zinc | taste |\n\n");
        yield return Repeated("wide table", "| a ", Head + "| a | b |\n|---|---|\n");
        yield return Repeated("rule of a table", "|-", Head + "a|b\n");
        yield return Repeated("almost a table", "a|b\n:-|");
        yield return Repeated("bars", "|");
        yield return Repeated("grid table", "| a | b |\n+---+---+\n", Head + "+---+---+\n");
        yield return Repeated("dashes", "-");
        yield return Repeated("rules", "---\n\n");
        yield return Repeated("open fence", "zinc\n", Head + "```\n");
        yield return Repeated("fences", "```\na\n```\n");
        yield return Repeated("fences in a quote", "> ```\n");
        yield return Repeated("indented code", "    zinc\n");
        yield return Repeated("backticks", "`");
        yield return new("markdown", "runs of backticks", length => Head + Longer('`', length) + List);
        yield return Repeated("code spans", "`a` ");
        yield return Repeated("open brackets", "[");
        yield return Repeated("open images", "![");
        yield return Repeated("open links", "[a](");
        yield return Repeated("links", "[a](https://a.b/c) ");
        yield return Repeated("reference links", "[a][b] ", end: "\n\n[b]: https://a.b\n");
        yield return Repeated("nested brackets", "[a] [", end: "]");
        yield return Repeated("open emphasis", "*a ");
        yield return Repeated("open strong emphasis", "*a **a ");
        yield return Repeated("mixed emphasis", "_a*");
        yield return Repeated("emphasis within words", "a**bc* ");
        yield return Repeated("emphasis", "*a* **b** ");
        yield return Repeated("asterisks", "*");
        yield return Repeated("open tags", "<a ");
        yield return Repeated("open comments", "<!-- ");
        yield return Repeated("comments", "<!-- a -->\n\n");
        yield return Repeated("processing instructions", "<?");
        yield return Repeated("CDATA", "<![CDATA[");
        yield return Repeated("tags of blocks", "<div>");
        yield return Repeated("tags of blocks, many lines", "<div>\n\n");
        yield return Repeated("tables of HTML", "<table>\n\n");
        yield return Repeated("attributes", "a=b ", Head + "<div ");
        yield return Repeated("superscripts", "a^b^ ");
        yield return Repeated("tags of superscripts", "a<sup>1</sup> ");
        yield return Repeated("entities", "&amp;");
        yield return Repeated("escapes", "\\*");
        yield return Repeated("backslashes", "\\");
        yield return Repeated("formulas", "$a$ ");
        yield return Repeated("open formulas", "$a ");
        yield return Repeated("LaTeX", "\\newpage ");
        yield return Repeated("LaTeX in brackets", "\\a{b}{c}", end: "x" + List);
        yield return Repeated("shortcodes", "{{< a >}}\n\n");
        yield return Repeated("open braces", "{");
        yield return Repeated("divs", "::: {.a}\n");
        yield return Repeated("divs of references", "::: {#refs}\n");
        yield return Repeated("markers", "bees[1] ");
        yield return Repeated("markers of footnotes", "bees[^1] ", end: Notes);
        yield return Repeated("footnotes", "Zinc helps.[^{0}]\n\n[^{0}]: " + Reference + "\n\n");
        yield return Repeated("footnotes of one label", "[^1]: " + Reference + "\n\n");
        yield return Repeated("footnotes that name the one before", "[^{0}]: Ibid.\n", Head + "[^a]: " + Reference + "\n", "");
        yield return Repeated("long footnote", "    Zinc helps.\n\n", Head + "[^1]: Zinc.\n\n", "");
        yield return Repeated("footnotes in the text", "Zinc^[" + Reference + "] helps. ");
        yield return Repeated("open footnotes in the text", "^[a ");
        yield return Repeated("link definitions", "[a{0}]: https://a.b/c\n");
        yield return Repeated("link definitions of one label", "[a]: https://a.b/c\n");
        yield return Repeated("keys", "Zinc helps [@berg2019]. ");
        yield return Repeated("different keys", "Zinc helps [@berg{0}]. ");
        yield return Repeated("narrative keys", "@berg2019 found it. ");
        yield return Repeated("many keys of one citation", "@a; ", Head + "[", "]" + List);
        yield return Repeated("definition list", "a\n: b\n");
        yield return Repeated("definitions", ": b\n", Head + "a\n");
        yield return Repeated("references", "{0}. " + Reference + "\n", Head + "## References\n\n", "");
        yield return Repeated("references without numbers", "- Berg, A. ({0}). Zinc. Notes, 1, 2.\n", Head + "## References\n\n", "");
        yield return Repeated("paragraphs of one reference", "   zinc\n\n", Head + "## References\n\n1. " + Reference + "\n\n", "");
        yield return Repeated("items below one reference", "   - zinc\n", Head + "## References\n\n1. " + Reference + "\n", "");
        yield return Repeated("links of one reference", "[a](https://a.b/{0}) ", Head + "## References\n\n1. " + Reference, "");
        yield return Repeated("headings of references", "# References\n\n");
        yield return Repeated("headings of references with entries", "# References\n\n1. " + Reference + "\n\n");
        yield return Repeated("paragraphs of references", "[{0}] " + Reference + "\n\n", Head + "## References\n\n", "");
        yield return Repeated("front matter", "- a: b\n", "---\ntitle: Zinc\nlist:\n", "---\n\nZinc helps.\n");
        yield return Repeated("open front matter", "a: [{", "---\n", "");
        yield return Repeated("works of front matter", "- id: a{0}\n  title: Zinc\n", "---\nreferences:\n", "---\n\nZinc helps.[@a1]\n");
        yield return Repeated("navigation", "[a](#b) · ");
        yield return Repeated("addresses", "https://a.b/)))((( ");
        yield return Repeated("addresses in brackets", "<https://a.b/c> ");
        yield return Repeated("key points", "- Zinc helps.\n", "# A Title\n\n## Key points\n\n");
    }

    private static IEnumerable<HostileText> Html()
    {
        const string Head = "<!DOCTYPE html><html><head><title>A Title</title></head><body><article><h1>A Title</h1><p>Bees sleep.</p>";
        const string List = "<h2>References</h2><ol><li id=r1>" + Reference + "<li id=r2>Okafor, C. (2021). Taste. Notes, 8, 101.</ol>";
        HostileText Repeated(string name, string piece, string head = Head, string end = List) =>
            Text("html", name, head, piece, end);

        yield return Repeated("article", $"<p>{Sentence}It ends.<sup><a href=#r1>1</a></sup> {Sentence}</p>\n");
        yield return Repeated("one paragraph", Sentence, Head + "<p>");
        yield return Repeated("one word", "a", Head + "<p>");
        yield return Repeated("line breaks", "Zinc helps<br>");
        yield return Repeated("double line breaks", "Zinc helps<br><br>");
        yield return Repeated("paragraphs", "<p>Zinc helps.");
        yield return Repeated("headings", "<h2>Zinc</h2><p>It helps.</p>");
        yield return Repeated("headings only", "<h2>Zinc</h2>");
        yield return Repeated("headings in boxes", "<div><h2>Zinc</h2></div>");
        yield return Repeated("headings of page boilerplate", "<h2>Comments</h2><p>x");
        yield return Repeated("headings of page boilerplate in boxes", "<div><h2>Comments</h2></div>");
        yield return Repeated("headers", "<header>");
        yield return Repeated("headers with headings", "<header><h1>x</h1>");
        yield return Repeated("hidden elements deep down", "<i hidden>x</i>", Head + Repeat("<div class=a>", 500));
        yield return Repeated("classes deep down", "<i class='a b c d'>x</i>", Head + Repeat("<div class='a b c d'>", 500));
        yield return Repeated("markers deep down", "<a href=#r1>1</a>, ", Head + Repeat("<div class=a>", 500));
        yield return Repeated("nested boxes", "<div>");
        yield return Repeated("nested boxes with text", "<div>a");
        yield return Repeated("boxes", "<div>Zinc helps.</div>");
        yield return Repeated("nested lists", "<ul><li>");
        yield return Repeated("list", "<li>Zinc helps.</li>", Head + "<ul>", "</ul>" + List);
        yield return Repeated("nested tables", "<table><tr><td>");
        yield return Repeated("rows", "<tr><td>a<td>b", Head + "<table>", "</table>" + List);
        yield return Repeated("text in a table", "a<tr>", Head + "<table>");
        yield return Repeated("boxes in a table", "<div>a</div>", Head + "<table>");
        yield return Repeated("nested formatting", "<b>");
        yield return Repeated("nested formatting of many kinds", "<b><i><u>");
        yield return Repeated("formatting across paragraphs", "<b><i><p>x");
        yield return Repeated("formatting misnested", "<b><i></b>x</i>");
        yield return Repeated("formatting with attributes", "<font color=c{0}>x");
        yield return Repeated("formatting with attributes across paragraphs", "<font color=c{0}><p>x");
        yield return Repeated("misnested boxes in formatting", "<a><div>x</a>");
        yield return Repeated("end tags of nothing", "</p>");
        yield return Repeated("end tags of nothing in formatting", "</b>", Head + "<b>");
        yield return Repeated("end tags of unknown elements", "</x>");
        yield return Repeated("unknown elements", "<x>");
        yield return Repeated("different unknown elements", "<x{0}>");
        yield return Repeated("open tags", "<a ");
        yield return Repeated("angle brackets", "<");
        yield return Repeated("attributes of one element", "a{0}=b ", Head + "<p ", ">x</p>" + List);
        yield return Repeated("one attribute many times", "a=b ", Head + "<p ", ">x</p>" + List);
        yield return Repeated("attributes", "<p a=b c=d e=f g=h>x</p>");
        yield return Repeated("attributes of the body", "<body a{0}=b>");
        yield return Repeated("classes of one element", "ref-list ", Head + "<p class='", "'>x</p>" + List);
        yield return Repeated("long attribute", "x", Head + "<p class='", "'>x</p>" + List);
        yield return Repeated("comments", "<!-- a -->");
        yield return Repeated("open comments", "<!-- ");
        yield return Repeated("CDATA", "<![CDATA[a]]>");
        yield return Repeated("open CDATA", "<svg><![CDATA[");
        yield return Repeated("processing instructions", "<?a?>");
        yield return Repeated("entities", "&amp;");
        yield return Repeated("unknown entities", "&a;");
        yield return Repeated("ampersands", "&");
        yield return Repeated("scripts", "<script>a</script>");
        yield return Repeated("open scripts", "<script><!--");
        yield return Repeated("templates", "<template>");
        yield return Repeated("selections", "<select><option>");
        yield return Repeated("foreign elements", "<svg>");
        yield return Repeated("mathematics", "<math><mi>a</mi></math> ", Head + "<p>");
        yield return Repeated("nested mathematics", "<math><mrow>");
        yield return Repeated("nested links", "<a href=#r1>1 ");
        yield return Repeated("links", "<a href=#r1>1</a> ", Head + "<p>");
        yield return Repeated("links to other pages", "<a href=https://a.b/c>a</a> ", Head + "<p>");
        yield return Repeated("markers", "bees <a href=#r1>[1]</a>, ", Head + "<p>");
        yield return Repeated("superscripts", "bees.<sup>1</sup> ", Head + "<p>");
        yield return Repeated("nested superscripts", "<sup>1", Head + "<p>");
        yield return Repeated("ranges", "<a href=#r1>1</a>–<a href=#r2>2</a> ", Head + "<p>");
        yield return Repeated("ids", "<span id=a{0}>x</span> ", Head + "<p>");
        yield return Repeated("one id", "<span id=a>x</span> ", Head + "<p>");
        yield return Repeated("headings of references", "<h2>References</h2>");
        yield return Repeated("headings of references in boxes", "<div><h2>References</h2>");
        yield return Repeated("lists of references", List);
        yield return Repeated(
            "references", "<li id=s{0}>" + Reference, Head + "<p>It helps.<a href=#s1>1</a></p><h2>References</h2><ol>", "</ol>");
        yield return Repeated(
            "references in paragraphs", "<p>{0}. " + Reference + "</p>", Head + "<p>It helps.[1]</p><h2>References</h2>", "");
        yield return Repeated("references in rows", "<tr><td>{0}.<td>" + Reference, Head + "<h2>References</h2><table>", "</table>");
        yield return Repeated("references apart by line breaks", "{0}. " + Reference + "<br>", Head + "<h2>References</h2><p>", "");
        yield return Repeated(
            "references with COinS", "<li>" + Reference + "<span class=Z3988 title='rft.atitle=Zinc&amp;rft.date=2019'></span>",
            Head + "<h2>References</h2><ol>", "</ol>");
        yield return Repeated("COinS of one reference", "rft.au=Berg&amp;",
            Head + "<h2>References</h2><ol><li>" + Reference + "<span class=Z3988 title='", "'></span></ol>");
        yield return Repeated("footnotes", "<p>x<a href=#fn{0}>{0}</a></p><p id=fn{0}>{0}. note</p>");
        yield return Repeated("targets in one block", "<a href=#fn{0}>{0}</a><i id=fn{0}></i>", Head + "<ul><li>", "</ul>" + List);
        yield return Repeated("terms", "<a href=#fn{0}>{0}</a><dt id=fn{0}>{0}</dt>", Head + "<dl>", "</dl>" + List);
        yield return Repeated(
            "footnotes between lists",
            "<div class=references><p>" + Reference + "</div><p><a href=#fn{0}>{0}</a><p id=fn{0}>{0}. note</p>");
        yield return new("html", "references without labels behind those with", length =>
        {
            var count = length / 2 / Reference.Length;
            var labelled = string.Concat(Enumerable.Range(count, count).Select(i => $"<p>{i}. {Reference}</p>"));
            return $"{Head}<div class=references>{labelled}</div><h2>Literature</h2><ul>{Repeat("<li>" + Reference, count)}</ul>";
        });
        yield return Repeated("bold headings", "<p><b>References</b></p>");
        yield return Repeated("structured data", "[", "<script type=application/ld+json>", "</script>" + Head + List);
        yield return Repeated("structured data of many", "<script type=application/ld+json>{\"@type\":\"Article\"}</script>");
        yield return Repeated("metadata", "<meta name=citation_author content=Berg>", "<!DOCTYPE html><title>A Title</title>", Head + List);
        yield return Repeated("navigation", "<nav><a href=/a>a</a></nav>");
        yield return Repeated("roles", "<div role=heading aria-level=3>Zinc</div>");
        yield return Repeated("figures", "<figure><img src=a><figcaption>Zinc.</figcaption></figure>");
        yield return Repeated("frames", "<iframe>");
        yield return Repeated("plain text", "a", Head + "<plaintext>");
    }

    private static IEnumerable<HostileText> Jats()
    {
        const string Meta = "<front><article-meta><title-group><article-title>A Title</article-title></title-group></article-meta></front>";
        const string Head = "<article>" + Meta + "<body>";
        const string Ref = "<ref id=\"r1\"><label>1</label><mixed-citation>" + Reference + "</mixed-citation></ref>";
        const string Back = "</body><back><ref-list>" + Ref + "</ref-list></back></article>";
        const string End = "</p>" + Back;
        const string Start = Head + "<p>Bees sleep.</p>";
        const string Refs = Start + "</body><back><ref-list>";
        const string RefsEnd = "</ref-list></back></article>";
        HostileText Repeated(string name, string piece, string head = Start, string end = Back) =>
            Text("jats", name, head, piece, end);

        yield return Repeated("article", $"<p>{Sentence}It ends <xref ref-type=\"bibr\" rid=\"r1\">1</xref>. {Sentence}</p>\n");
        yield return Repeated("one paragraph", Sentence, Head + "<p>", End);
        yield return Repeated("one word", "a", Head + "<p>", End);
        yield return Repeated("sections", "<sec><title>Zinc</title><p>It helps.</p></sec>");
        yield return Repeated("nested sections", "<sec><title>Zinc</title><p>It helps.</p>");
        yield return new("jats", "closed nested sections", length =>
            Start + Repeat("<sec>", length / 11) + "<p>a</p>" + Repeat("</sec>", length / 11) + Back);
        yield return new("jats", "closed nested formatting", length =>
            Head + "<p>" + Repeat("<b>", length / 7) + "a" + Repeat("</b>", length / 7) + End);
        yield return Repeated("nested paragraphs", "<p>a");
        yield return Repeated("nested formatting", "<italic>a", Head + "<p>", End);
        yield return Repeated("formatting", "<italic>a</italic> ", Head + "<p>", End);
        yield return Repeated("lists", "<list><list-item><p>Zinc helps.</p></list-item></list>");
        yield return Repeated("nested lists", "<list><list-item><p>a</p>");
        yield return Repeated("rows", "<tr><td>a</td></tr>", Start + "<table-wrap><table>", "</table></table-wrap>" + Back);
        yield return Repeated("attributes of one element", "a{0}=\"b\" ", Start + "<p ", ">x</p>" + Back);
        yield return Repeated("one attribute many times", "a=\"b\" ", Start + "<p ", ">x</p>" + Back);
        yield return Repeated("long attribute", "x", Start + "<p id=\"", "\">x</p>" + Back);
        yield return Repeated("namespaces", "<p xmlns:a{0}=\"b\">x</p>");
        yield return Repeated("nested namespaces", "<p xmlns:a{0}=\"b\">x");
        yield return Repeated("namespaces of one element", "xmlns:a{0}=\"b\" ", Start + "<p ", ">x</p>" + Back);
        yield return Repeated("different elements", "<x{0}>a</x{0}>");
        yield return Repeated("CDATA", "<![CDATA[a]]>", Head + "<p>", End);
        yield return Repeated("open CDATA", "<![CDATA[", Head + "<p>", End);
        yield return Repeated("comments", "<!-- a -->");
        yield return Repeated("open comments", "<!-- ");
        yield return Repeated("processing instructions", "<?a b?>");
        yield return Repeated("entities", "&amp;", Head + "<p>", End);
        yield return Repeated("unknown entities", "&a;", Head + "<p>", End);
        yield return Repeated("ampersands", "& ", Head + "<p>", End);
        yield return Repeated("declared entities", "<!ENTITY a{0} \"b\">", "<!DOCTYPE article [", "]>" + Head + "<p>&a1;" + End);
        yield return Repeated(
            "entities of entities", "<!ENTITY b{0} \"&a;&a;\">", "<!DOCTYPE article [<!ENTITY a \"a\">", "]>" + Head + "<p>&b1;" + End);
        yield return Repeated("angle brackets", "<", Head + "<p>", End);
        yield return Repeated("end tags of nothing", "</x>");
        yield return Repeated("markers", "bees <xref ref-type=\"bibr\" rid=\"r1\">1</xref> ", Head + "<p>", End);
        yield return Repeated("markers next to each other", "<xref ref-type=\"bibr\" rid=\"r1\">1</xref>,", Head + "<p>", End);
        yield return Repeated("raised markers", "bees<sup><xref ref-type=\"bibr\" rid=\"r1\">1</xref></sup> ", Head + "<p>", End);
        yield return Repeated("ids of one marker", "r1 ", Head + "<p><xref ref-type=\"bibr\" rid=\"", "\">1</xref>" + End);
        yield return Repeated("unknown markers", "bees <xref ref-type=\"bibr\" rid=\"x{0}\">1</xref> ", Head + "<p>", End);
        yield return Repeated("typed markers", "bees [1] ", Head + "<p>", End);
        yield return Repeated("open markers", "<xref ref-type=\"bibr\" rid=\"r1\">1", Head + "<p>", End);
        yield return Repeated(
            "references", "<ref id=\"s{0}\"><label>{0}</label><mixed-citation>" + Reference + "</mixed-citation></ref>", Refs, RefsEnd);
        yield return Repeated(
            "references of elements",
            "<ref id=\"s{0}\"><element-citation><person-group><name><surname>Berg</surname><given-names>A</given-names></name>"
            + "</person-group><year>2019</year><article-title>Zinc</article-title><source>Notes</source></element-citation></ref>",
            Refs,
            RefsEnd);
        yield return Repeated("references of one id", Ref, Refs, RefsEnd);
        yield return Repeated("nested references", "<ref><mixed-citation>a", Refs, RefsEnd);
        yield return Repeated("nested lists of references", "<ref-list>" + Ref, Refs, RefsEnd);
        yield return Repeated("authors of one reference", "<name><surname>Berg</surname><given-names>A</given-names></name>",
            Refs + "<ref id=\"s1\"><element-citation><person-group>", "</person-group></element-citation></ref>" + RefsEnd);
        yield return Repeated(
            "citations of one reference", "<mixed-citation>" + Reference + "</mixed-citation>", Refs + "<ref id=\"s1\">",
            "</ref>" + RefsEnd);
        yield return Repeated(
            "text of one reference", "Berg, A., ", Refs + "<ref id=\"s1\"><mixed-citation>", "</mixed-citation></ref>" + RefsEnd);
        yield return Repeated(
            "footnotes", "<p>a<xref ref-type=\"fn\" rid=\"f{0}\">1</xref></p><fn id=\"f{0}\"><p>" + Reference + "</p></fn>");
        yield return Repeated("figures", "<fig><label>Figure 1</label><caption><p>Zinc.</p></caption></fig>");
        yield return Repeated("formulas", "<disp-formula><tex-math>a</tex-math></disp-formula>");
        yield return Repeated(
            "formulas in the text", "<inline-formula><tex-math>\\alpha{a}</tex-math></inline-formula> ", Head + "<p>", End);
        yield return Repeated(
            "abstracts", "<abstract><p>Zinc helps.</p></abstract>", "<article><front><article-meta>",
            "</article-meta></front><body><p>a</p></body></article>");
        yield return Repeated("authors", "<contrib contrib-type=\"author\"><name><surname>Berg</surname></name></contrib>",
            "<article><front><article-meta><contrib-group>", "</contrib-group></article-meta></front><body><p>a</p></body></article>");
        yield return Repeated("bodies", "<body><p>a</p></body>", "<article>", "</article>");
        yield return Repeated("articles", "<article><body><p>a</p></body></article>", "<article>", "</article>");
    }

    private static HostileText Text(string format, string name, string head, string piece, string end) => new(
        format,
        name,
        length => head + Repeat(piece, Math.Max(1, (length - head.Length - end.Length) / piece.Length)) + end);

    private static string Repeat(string piece, int times)
    {
        var parts = piece.Split(Number);
        var text = new StringBuilder(piece.Length * times);
        for (var i = 1; i <= times; i++)
        {
            text.Append(parts[0]);
            foreach (var part in parts.AsSpan(1))
            {
                text.Append(CultureInfo.InvariantCulture, $"{i}").Append(part);
            }
        }

        return text.ToString();
    }

    /// <summary>Runs of a sign, each one longer than the one before: no two close each other.</summary>
    private static string Longer(char sign, int length)
    {
        var text = new StringBuilder(length);
        for (var i = 1; text.Length < length; i++)
        {
            text.Append(sign, i).Append(" a ");
        }

        return text.ToString();
    }

    /// <summary>List items, each one level below the one before.</summary>
    private static string Deeper(int length)
    {
        var text = new StringBuilder(length);
        for (var i = 0; text.Length < length; i++)
        {
            text.Append(' ', 2 * i).Append("- a\n");
        }

        return text.ToString();
    }
}
