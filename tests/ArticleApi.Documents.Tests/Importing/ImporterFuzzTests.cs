using System.Text;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Text;
using CsCheck;

namespace ArticleApi.Documents.Tests.Importing;

[Trait("Category", "Fuzz")]
public class ImporterFuzzTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "\r\n", " ", "    ", "\t", "\0", "\ud800", "\udc00", "\u00a0", "\u200b", "😀", "a", "Zinc helps.", "# ",
        "## References\n", "**References**\n\n", "A Title\n===\n", "- ", "1. ", "> ", "[", "]", "(", ")", "![", "](", "](#a)",
        "](https://example.org/a)", "[^1]", "[^1]: ", "[^a]: Berg A. Sleep. Naps. 2020;1:2.\n", "^[", "[@a]", "@a", "[-@a; @b, p. 5]",
        "::: {#refs}\n", "::: {#ref-a}\n", ":::\n", "[1]", "[1, 2–4]", "[1]: https://example.org/a \"b\"\n", "^1^", "<sup>", "</sup>",
        "<a id=\"1\">", "</a>", "<a href=\"#1\">", "<table>", "</table>", "<!--", "-->", "<h2>", "</h2>", "<li>", "<script>", "<br>", "*",
        "**", "_", "~~", "==", "`", "```\n", "$", "$$\n", "\\", "\\cite{a}", "{cite}`a`", "{% cite a %}", "{#a .b}", "|", "|---|---|\n",
        "+---+\n", "---\n", "+++\n", "title: a\n", "references:\n- id: a\n  title: b\n", "Key points\n", "By Dana Eriksson\n",
        "May 4, 2021", "Berg, A. (2020). Sleep. Naps, 1, 2.", "Berg (2020)", "(Berg, 2020)", ".3", "http://a.b", "&amp;", "&#0;",
        "&#xd800;", ": ", "\\begin{a}", "{{< a >}}", "[[a|b]]",
    ];

    private const int Few = 40;

    private static readonly string[] Tags =
    [
        "<sec>", "</sec>", "<title>", "</title>", "<p>", "</p>", "<xref ref-type=\"bibr\" rid=\"r1 r2\">", "<xref rid=\"", "</xref>",
        "<ref id=\"r1\">", "</ref>", "<ref-list>", "<fn><p>", "<mixed-citation>", "</article>", "<article>", "<label>.</label>", "<year>",
        "<name>", "<surname>", "<?x ?>", "<![CDATA[", "]]>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&", "<", ">", "\"", "=",
        "<?xml version=\"1.0\"?>",
    ];

    [Fact]
    public void Random_Markdown_gives_a_valid_article_or_an_error() => Fuzzing.Run(Fuzzing.Texts(Pieces), text => Holds("markdown", text));

    [Theory]
    [InlineData("markdown/pandoc.md")]
    [InlineData("markdown/footnotes.md")]
    [InlineData("markdown/readme.md")]
    public void Damaged_Markdown_gives_a_valid_article_or_an_error(string sample) =>
        Fuzzing.Run(Fuzzing.Broken(TestFiles.Sample(sample), Pieces), text => Holds("markdown", text));

    [Fact]
    public void Random_plain_text_gives_a_valid_article_or_an_error() => Fuzzing.Run(Fuzzing.Texts(Pieces), text => Holds("text", text));

    [Theory]
    [InlineData("text/magazine.txt")]
    [InlineData("text/journal.txt")]
    public void Damaged_plain_text_gives_a_valid_article_or_an_error(string sample) =>
        Fuzzing.Run(Fuzzing.Broken(TestFiles.Sample(sample), Pieces), text => Holds("text", text));

    [Theory]
    [InlineData("jats", "jats/numbered.xml")]
    [InlineData("jats", "jats/author-year.xml")]
    [InlineData("jats", "html/journal.html")]
    [InlineData("markdown", "html/encyclopedia.html")]
    [InlineData("markdown", "jats/numbered.xml")]
    [InlineData("text", "markdown/pandoc.md")]
    [InlineData("html", "markdown/footnotes.md")]
    public void Damaged_XML_and_text_of_another_format_give_a_valid_article_or_an_error(string format, string sample) =>
        Fuzzing.Run(Fuzzing.Broken(TestFiles.Sample(sample), [.. Pieces, .. Tags]), text => Holds(format, text), Few);

    [Theory]
    [InlineData("html", "<script type='application/ld+json'>\ud800</script><p>Zinc helps.</p>")]
    [InlineData("html", "<script type='application/ld+json'>{\"@type\":\"Article\",\"name\":\"\\ud800\"}</script><p>Zinc helps.</p>")]
    [InlineData(
        "jats",
        "<article><body><p>Zinc helps.</p></body><back><ref-list><ref><element-citation><article-title>.</article-title><source>.</source>"
        + "<issue>()</issue></element-citation></ref></ref-list></back></article>")]
    [InlineData(
        "jats", "<article><body><p>Zinc helps.</p></body><back><ref-list><ref/><ref><label>2</label></ref></ref-list></back></article>")]
    [InlineData("jats", "a\n<article><body><p>Zinc helps.</p></body></article>\n\u0000<\n")]
    [InlineData("markdown", "Zinc [@a; @\nb] helps.\n\n[@a]: b\n\n![a\nb](c)\n")]
    public void Inputs_that_once_failed_give_a_valid_article_or_an_error(string format, string text) => Holds(format, text);

    [Fact]
    public void Random_bytes_decode_to_text_or_to_an_error_code() =>
        Fuzzing.Run(
            Gen.Select(
                Gen.Frequency(
                    (1, Gen.Byte.Array[0, 60]),
                    (2, Gen.Select(
                            Gen.OneOf<byte[]>(
                                [],
                                [0xFF, 0xFE],
                                [0xFE, 0xFF],
                                [0xEF, 0xBB, 0xBF],
                                [0xFF, 0xFE, 0, 0],
                                [0, 0, 0xFE, 0xFF],
                                [.. "<?xml version='1.0' encoding='"u8],
                                [.. "<meta charset="u8]),
                            Gen.OneOf("utf-8", "iso-8859-1", "shift_jis", "utf-7", "'?>ü", "\0", "x"),
                            Gen.Byte.Array[0, 30])
                        .Select((start, middle, end) => (byte[])[.. start, .. Encoding.Latin1.GetBytes(middle), .. end]))),
                Gen.OneOf<string?>(
                    null, "", "utf-8", "utf-16", "utf-16be", "utf-7", "latin1", "gb18030", "big5", "iso-2022-jp", "euc-jp", "shift_jis",
                    "\0")),
            input =>
            {
                var decoded = TextDecoding.Decode(input.Item1, input.Item2);
                Assert.Equal(decoded.Text is null, decoded.Code is not null);
                Assert.DoesNotContain('\0', decoded.Text ?? "");
            });

    [Fact]
    public void Random_text_always_has_a_format() =>
        Fuzzing.Run(
            Fuzzing.Texts([.. Pieces, "<?xml", "?>", "<!DOCTYPE ", "html", "article", "<front>"]),
            text => Assert.NotNull(FormatDetector.Detect(text, null)));

    internal static void Holds(string format, string text)
    {
        var (article, report) = ArticleImport.Run(text, ArticleImporters.Find(format)!, Vocabulary.Tagger);

        Assert.All(report.Notes, note => Assert.DoesNotContain('\n', note.Message));
        Assert.All(report.Notes, note => Assert.True(note.Line is null or > 0));
        Assert.Equal(article is null, report.Notes.Any(note => note.Severity == NoteSeverity.Error));
        if (article is null)
        {
            return;
        }

        var labels = article.References.Select(reference => reference.Label).ToList();
        Assert.Equal(labels.Distinct(), labels);
        Assert.All(article.References, reference => Assert.NotEmpty(reference.Raw));
        Assert.All(article.References, reference => Assert.DoesNotContain(
            "",
            (string?[])[
                reference.Title, reference.ContainerTitle, reference.Volume, reference.Issue, reference.Pages, reference.Doi, reference.Url,
            ]));
        foreach (var section in article.Sections)
        {
            Assert.InRange(section.Level, 2, 6);
            Assert.NotEqual("", section.Heading);
            foreach (var paragraph in section.Paragraphs)
            {
                Assert.True(paragraph.Text.Length > 0 || paragraph.Markers.Count > 0);
                Assert.Equal(CleanText.Of(paragraph.Text), paragraph.Text);
                Assert.All(paragraph.Markers, marker => Assert.InRange(marker.At, 0, CodePoints.Count(paragraph.Text)));
                Assert.All(paragraph.Markers, marker => Assert.Contains(marker.Label, labels));
            }
        }

        foreach (var claim in article.Claims)
        {
            var paragraph = article.Sections.Single(
                section => section.Id == claim.Location.SectionId).Paragraphs[claim.Location.Paragraph - 1];
            Assert.Equal(claim.Text, CodePoints.Slice(paragraph.Text, claim.Location.Start, claim.Location.End));
        }
    }
}
