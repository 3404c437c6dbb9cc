using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using CsCheck;

namespace ArticleApi.Documents.Tests.Importing.Jats;

public class JatsImporterTests
{
    [Fact]
    public void An_article_with_numbered_references_is_imported_whole()
    {
        var (article, report) = Import(TestFiles.Sample("jats/numbered.xml"));

        Assert.Equal(
            ("Zinc and the sleeping brain", "What mice tell", "Review", "en"),
            (article!.Title, article.Subtitle, article.Category, article.Language));
        Assert.Equal(["Anna Berg", "Sato Ken", "Rest Group"], article.Authors);
        Assert.Equal(["Dora Dahl", "Emil Frank"], article.ReviewedBy);
        Assert.Equal(new DateOnly(2020, 5, 4), article.PublishedOn);
        Assert.Equal(
            new ArticleSource
            {
                Publisher = "Quiet Press",
                Url = "https://doi.org/10.1000/rest.2020.7",
                License = "https://creativecommons.org/licenses/by/4.0/",
            },
            article.Source);
        Assert.Equal(["Zinc may calm.", "Mice are no people."], article.KeyPoints.Select(point => point.Text));
        Assert.Equal(
            [
                "abstract 2", "background 3: Zinc calms mice.", "results 3: They slept 20 % longer — at most.", "lead 2: Everybody sleeps.",
                "1-introduction 2: Zinc is a metal. Serotonin needs it (Figure 1).",
                "1-1-how-much 3: There are three doses: / none, / some x=2, / too much. / The last kills, as shows. / "
                + "Sleep is best. / 5-HT: serotonin",
                "a-box 4: Zinc was found long ago.",
                "conclusion 2: Zinc could help at &house;.", "acknowledgments 2: We thank the mice.", "appendix-a 2: More on doses.",
            ],
            article.Sections.Select(Show));
        Assert.Equal(
            "1 1 2 3 3",
            string.Join(
                ' ',
                article.Sections
                    .SelectMany(section => section.Paragraphs)
                    .SelectMany(paragraph => paragraph.Markers)
                    .Select(marker => marker.Label)));
        Assert.Equal(["1", "2", "3"], article.References.Select(reference => reference.Label));
        Assert.Equal(["Naps", "Rest", "Bees"], article.References.Select(reference => reference.Title));
        Assert.Equal(
            [
                ("details-of-the-front-matter-left-out", 6),
                ("teasers-and-graphical-abstracts-left-out", 37), ("translated-abstracts-left-out", 39), ("lists-of-keywords-left-out", 40),
                ("figures-left-out", 48), ("signs-of-footnotes-left-out", 48), ("citations-in-headings-left-out", 51),
                ("labels-left-out", 54), ("display-formulas-left-out", 59), ("tables-left-out", 62), ("unknown-entity", 66),
                ("footnotes-left-out", 71), ("sub-articles-left-out", 79),
            ],
            report.Notes.Select(note => (note.Code, note.Line ?? 0)));
    }

    [Fact]
    public void An_author_year_article_in_a_wrapper_is_imported()
    {
        var (article, report) = Import(TestFiles.Sample("jats/author-year.xml"));

        Assert.Equal(
            ("Ketamine & sleep in bees", new DateOnly(2019, 11, 30), "https://example.org/a"),
            (article!.Title, article.PublishedOn, article.Source.Url));
        Assert.Equal(["Gro Holm"], article.Authors);
        Assert.Equal(["Summary", "Background"], article.Sections.Select(section => section.Heading));
        Assert.Equal(
            ["1 Berg 2001 2-9", "2 Dahl 2002 3", "3 Dahl 2003 4"],
            article.References.Select(reference => $"{reference.Label} {reference.Authors[0].Family} {reference.Year} {reference.Pages}"));
        Assert.Equal(
            [
                ("1 Berg et al., 2001", true), ("2 Dahl, 2002, 2003", true), ("3 ", true), ("2 Dahl (2002)", true), ("3 Dahl (2003)", true),
            ],
            article.Sections[1].Paragraphs[0].Markers.Select(marker => ($"{marker.Label} {marker.Text}", marker.Kept)));
        Assert.Equal(["Moe 2010"], report.UnresolvedMarkers);
        Assert.Contains(report.Notes, note => note is { Code: "several-articles", Line: 3 });
        Assert.Equal(
            ["Dahl (2002) gave them zinc. [2 Narrative]", "So did Dahl (2003). [3 Narrative]"],
            article.Claims.Where(claim => claim.Citations.Any(citation => citation.Via == CitationVia.Narrative))
                .Select(claim =>
                    $"{claim.Text} [{string.Join(", ", claim.Citations.Select(citation => $"{citation.Label} {citation.Via}"))}]"));
    }

    [Fact]
    public void Author_year_mentions_are_found_without_cross_references()
    {
        var article = Import(
            "<article><body><p>Dahl and Eng (2002) gave bees zinc.</p></body><back><ref-list>"
            + "<ref><mixed-citation>Dahl, B., &amp; Eng, C. (2002). Zinc for bees. Bee, 2, "
            + "3.</mixed-citation></ref></ref-list></back></article>").Article!;

        Assert.Equal("Dahl and Eng (2002)", Assert.Single(article.Sections[0].Paragraphs[0].Markers).Text);
    }

    [Theory]
    [InlineData(
        "<sec><title>Highlights</title><list><list-item><p>One.</p></list-item><list-item><p>Two.</p></list-item></list></sec><p>Text.</p>",
        "One. / Two.",
        "lead 2: Text.")]
    [InlineData("<p>Text.</p><boxed-text><caption><title>Key points</title></caption><p>One.</p></boxed-text>", "One.", "lead 2: Text.")]
    [InlineData("<p>Text.</p><sec><title>Key findings</title><p>One.</p></sec>", "", "lead 2: Text.; key-findings 2: One.")]
    [InlineData(
        "<sec><title>Data</title><sec><p>One.</p></sec></sec><sec><label>2</label><title>2 More</title></sec>",
        "",
        "data 2: One.; 2-more 2")]
    [InlineData("<p>One <fig><caption><p>No.</p></caption></fig> sentence.</p>", "", "lead 2: One sentence.")]
    [InlineData(
        "<p>So:<verse-group><verse-line>Roses,</verse-line><verse-line>violets.</verse-line></verse-group></p>",
        "",
        "lead 2: So: / Roses, / violets.")]
    [InlineData("<p>Text.</p><p><bold>DOI:</bold> <ext-link>http://dx.doi.org/10.1000/x.1</ext-link></p>", "", "lead 2: Text.")]
    [InlineData("<list><title>Three:</title><list-item><label>a</label><p>One.</p></list-item></list>", "", "lead 2: Three: / One.")]
    [InlineData(
        "<p>Text.</p><app><title>More</title><boxed-text><caption><title>A box</title></caption><p>One.</p></boxed-text></app>",
        "",
        "lead 2: Text.; more 2; a-box 3: One.")]
    [InlineData("<p><xref ref-type='fn' rid='n1'/></p><p>Text<xref ref-type='fn' rid='n1'/>.</p>", "", "lead 2: Text.")]
    [InlineData(
        "<p>Rest<fn><p>A note.</p></fn> is <abbrev>REM<def><p>rapid</p></def></abbrev> or not<inline-graphic/>.</p>",
        "",
        "lead 2: Rest is REM or not.")]
    [InlineData(
        "<p>It is <inline-formula><alternatives><tex-math>\\documentclass{a}\\begin{document}$$x_1$$\\end{document}</tex-math><math><msub>"
        + "<mi>x</mi><mn>1</mn></msub></math></alternatives></inline-formula>.</p>",
        "",
        "lead 2: It is x1.")]
    [InlineData("<p>It is <tex-math>\\documentclass{a}\\begin{document}$$x_1$$\\end{document}</tex-math>.</p>", "", "lead 2: It is x_1.")]
    public void Parts_of_the_body_become_sections_and_key_points(string body, string points, string sections)
    {
        var article = Import($"<article><body>{body}</body></article>").Article!;

        Assert.Equal(points, string.Join(" / ", article.KeyPoints.Select(point => point.Text)));
        Assert.Equal(sections, string.Join("; ", article.Sections.Select(Show)));
    }

    [Theory]
    [InlineData("Just words.", "no-article")]
    [InlineData("<html><body><p>Words.</p></body></html>", "no-article")]
    [InlineData("<article", "no-article")]
    [InlineData("<article/>", "no-body")]
    [InlineData("", "empty")]
    public void XML_that_is_no_article_gives_an_error(string text, string code)
    {
        var (article, report) = Import(text);

        Assert.Null(article);
        Assert.Contains(report.Notes, note => note.Code == code);
        Assert.Equal(NoteSeverity.Error, report.Notes[^1].Severity);
    }

    [Fact]
    public void An_XML_fault_gives_a_note_and_the_text_behind_it_is_read()
    {
        var (article, report) = Import(
            "\n<?xml version='1.1'?>\n<article><body><p>Mice & men nap.</p>\n<p>Bees do.</p>\n<p>Cows</i> lie.</p></body></article>");

        Assert.Equal(["Mice & men nap.", "Bees do.", "Cows lie."], article!.Sections[0].Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal([("bare-ampersand", 3), ("malformed-xml", 5)], report.Notes.Take(2).Select(note => (note.Code, note.Line ?? 0)));
    }

    [Theory]
    [InlineData("""<p id="a" id="b">Bees do.</p>""")]
    [InlineData("""<p id=a>Bees do.</p>""")]
    [InlineData("""<p id="a>Bees do.</p>""")]
    [InlineData("""<p hidden>Bees do.</p>""")]
    [InlineData("""<p>Bees <italic>do.</p>""")]
    [InlineData("""<p>Bees </bold>do.</p>""")]
    [InlineData("""<p>Bees do.""")]
    [InlineData("""<p>Bees < do.</p>""")]
    [InlineData("""<p>Bees ]]> do.</p>""")]
    [InlineData("""<p><!-- they -- do -->Bees do.</p>""")]
    [InlineData("""<p><!ELEMENT p ANY>Bees do.</p>""")]
    [InlineData("""<p><?xml version="1.0"?>Bees do.</p>""")]
    [InlineData("""<sec><p>Bees do.</p></p>""")]
    public void What_stands_behind_an_XML_fault_is_read(string fault)
    {
        var (article, report) = Import(
            $"<article><body><p>Mice nap.</p>{fault}<p>Cows lie <xref ref-type='bibr' rid='r1'>[1]</xref>.</p></body>"
            + "<back><ref-list><ref id='r1'><mixed-citation>Roe A. Cows. Sleep. 2017;3:1-9.</mixed-citation></ref></ref-list></back>"
            + "</article>");

        var text = string.Join(' ', article!.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Text));
        var words = text.Replace(" < ", " ", StringComparison.Ordinal).Replace(" ]]> ", " ", StringComparison.Ordinal);
        Assert.Equal("Mice nap. Bees do. Cows lie.", words);
        Assert.Equal((1, 1), (report.Counts.References, report.Counts.ResolvedMarkers));
        Assert.Single(report.Notes, note => note.Code == "malformed-xml");
    }

    [Fact]
    public void A_box_is_a_section_behind_the_part_that_it_stands_in()
    {
        var (article, report) = Import(
            "<article><body><sec><title>Mice</title><p>Mice nap.</p><boxed-text><label>Box 1</label><caption><title>Cats</title></caption>"
            + "<p>Cats nap more <xref ref-type='bibr' rid='r1'>[1]</xref>.</p></boxed-text><p>Cows lie.</p></sec></body>"
            + "<back><ref-list><ref id='r1'><mixed-citation>Roe A. Cows. Sleep. 2017;3:1-9.</mixed-citation></ref></ref-list></back>"
            + "</article>");

        Assert.Equal(
            ["Mice 2: Mice nap. Cows lie.", "Box 1 Cats 3: Cats nap more."],
            article!.Sections.Select(section =>
                $"{section.Heading} {section.Level}: {string.Join(' ', section.Paragraphs.Select(paragraph => paragraph.Text))}"));
        Assert.Equal((1, 1.0), (report.Counts.ResolvedMarkers, report.Coverage));
    }

    [Theory]
    [InlineData("<label>1</label><mixed-citation>. Roe A. Naps. Sleep. 2017;3:1-9.</mixed-citation>")]
    [InlineData("<label>1.</label><mixed-citation>1. Roe A. Naps. Sleep. 2017;3:1-9.</mixed-citation>")]
    [InlineData("<label>[1]</label><mixed-citation>[1] Roe A. Naps. Sleep. 2017;3:1-9.</mixed-citation>")]
    [InlineData("<label>1</label><mixed-citation>) Roe A. Naps. Sleep. 2017;3:1-9.</mixed-citation>")]
    [InlineData("<mixed-citation>1. Roe A. Naps. Sleep. 2017;3:1-9.</mixed-citation>")]
    [InlineData("<mixed-citation><label>1</label>. Roe A. Naps. Sleep. 2017;3:1-9.</mixed-citation>")]
    public void The_line_of_a_reference_begins_behind_its_label(string reference)
    {
        var article = Import(
            $"<article><body><p>Mice nap.</p></body><back><ref-list><ref id='r1'>{reference}</ref></ref-list></back></article>").Article!;

        Assert.Equal(("1", "Roe A. Naps. Sleep. 2017;3:1-9."), (article.References[0].Label, article.References[0].Raw));
    }

    [Fact]
    public void Addresses_pictures_and_untagged_numbers_are_not_lost()
    {
        var (article, report) = Import(
            "<article><body><p>Mice <inline-formula><inline-graphic href='m.gif'/></inline-formula> nap, "
            + "see <ext-link href='https://mice.example'/>.</p>"
            + "<p>Cows do [2]. Bees do not <xref ref-type='bibr' rid='r1'>[1]</xref>.</p></body>"
            + "<back><ref-list><ref id='r1'><mixed-citation>Roe A. Bees. Sleep. 2017;3:1-9.</mixed-citation></ref>"
            + "<ref id='r2'><mixed-citation>Doe B. Cows. Sleep. 2018;4:1-9.</mixed-citation></ref></ref-list></back></article>");

        Assert.Equal(
            ["Mice nap, see https://mice.example.", "Cows do. Bees do not."],
            article!.Sections[0].Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(["2", "1"], article.Sections[0].Paragraphs[1].Markers.Select(marker => marker.Label));
        Assert.Contains(report.Notes, note => note is { Code: "pictures-within-the-text-left-out", Line: 1 });
    }

    [Fact]
    public void Superscripts_that_are_no_signs_keep_their_numbers()
    {
        var article = Import(
            "<article><body><p>Doses of 10<sup>3</sup> mg in 5 m<sup>2</sup> of H<sub>2</sub>O help."
            + "<sup><xref ref-type='bibr' rid='r1'>1</xref></sup></p></body><back><ref-list><ref id='r1'>"
            + "<mixed-citation>Roe A. Bees. Sleep. 2017;3:1-9.</mixed-citation></ref></ref-list></back>"
            + "</article>").Article!;

        Assert.Equal("Doses of 10³ mg in 5 m² of H2O help.", article.Sections[0].Paragraphs[0].Text);
        Assert.Equal(["1"], article.Sections[0].Paragraphs[0].Markers.Select(marker => marker.Label));
    }

    [Fact]
    public void No_entity_is_expanded_and_no_file_read()
    {
        const string Bomb = "<!DOCTYPE article [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/hostname'> %p;]>";

        var article = Import(Bomb + "<article><body><p>One &b; two &c; three &alpha;&frac12;.</p></body></article>").Article!;

        Assert.Equal("One &b; two &c; three α½.", article.Sections[0].Paragraphs[0].Text);
    }

    [Fact]
    public void Deeply_nested_elements_are_read()
    {
        const int Depth = 20_000;
        var inline = string.Concat(Enumerable.Repeat("<italic>", Depth)) + "Deep sleep helps."
            + string.Concat(Enumerable.Repeat("</italic>", Depth));
        var sections = string.Concat(Enumerable.Repeat("<sec><title>A</title>", Depth)) + "<p>Deep down.</p>"
            + string.Concat(Enumerable.Repeat("</sec>", Depth));

        var (article, report) = Import($"<article><body><p>{inline}</p>{sections}</body></article>");

        Assert.Equal("Deep sleep helps.", article!.Sections[0].Paragraphs[0].Text);
        Assert.Contains("Deep down.", article.Sections[^1].Paragraphs[^1].Text, StringComparison.Ordinal);
        Assert.Contains(report.Notes, note => note.Code == "too-deep");
    }

    [Theory]
    [Trait("Category", "Fuzz")]
    [InlineData("<p>", "<xref ref-type='bibr' rid='r1'>1</xref>,", "</p>")]
    [InlineData("<p>", "w [<xref ref-type='bibr' rid='r1'>1</xref>-<xref ref-type='bibr' rid='r12'>12</xref>] ", "</p>")]
    [InlineData("<p>", "<sup>1<xref ref-type='bibr' rid='r1'>1</xref></sup>", "</p>")]
    [InlineData("<p>", "[", "<xref rid='r1'>1</xref></p>")]
    [InlineData("<p>", "& &zzz; ", "</p>")]
    [InlineData("<p>Words.</p>", "<!--", "")]
    [InlineData("<p>Words.</p>", "<a/>", "")]
    [InlineData("<p>Words.</p>", "<fig id='f'/>", "")]
    public void A_long_input_grows_no_faster_than_its_length(string before, string unit, string after) =>
        LinearGrowth.Check(100_000 / unit.Length, size =>
        {
            var body = before + string.Concat(Enumerable.Repeat(unit, size)) + after;

            Assert.NotNull(Import(JatsMarkersTests.Article(body)).Article);
        });

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Damaged_XML_gives_valid_positions_and_the_same_result_twice()
    {
        string[] samples =
        [
            TestFiles.Sample("jats/numbered.xml"),
            TestFiles.Sample("jats/author-year.xml"),
            JatsMarkersTests.Article("<p>Naps help [<xref rid='r1'>1</xref>–<xref rid='r4'>4</xref>].</p>"),
        ];
        string[] pieces =
        [
            "<", ">", "&", "</p>", "<p>", "<sec>", "</sec>", "<xref ref-type='bibr' rid='R1'>", "<xref rid=\"R1 R3\"/>", "</xref>", "<sup>",
            "</sup>", "[", "]", "(", ")", "–", ", ", "1", "12", "2001", "<![CDATA[", "]]>", "<!--", "-->", "<?x", "&nbsp;", "&#0;",
            "&#xD800;", "\0", "\uD800", "\uFFFF", "\u200B", "\n", " ", "\u00A0", "<ref>", "</ref>", "<label>", "<fn>", "<list>", "<title>",
            "\"", "'", "😀",
        ];

        Properties.Hold(
            Gen.Select(Gen.OneOf(samples), Gen.Select(Gen.Double[0, 1], Gen.Int[0, 30], Gen.OneOf(pieces)).Array[1, 6]),
            100,
            mutation =>
            {
                var text = mutation.Item1;
                foreach (var (place, length, piece) in mutation.Item2)
                {
                    var at = (int)(place * text.Length);
                    text = text[..at] + piece + text[Math.Min(at + length, text.Length)..];
                }

                var draft = ArticleImporters.Find("jats")!.Read(text);
                foreach (var paragraph in draft.Sections.SelectMany(section => section.Paragraphs).Concat(draft.KeyPoints))
                {
                    Assert.Equal(CleanText.Of(paragraph.Text), paragraph.Text);
                    var from = 0;
                    foreach (var marker in paragraph.Markers)
                    {
                        Assert.InRange(marker.Start, from, paragraph.Text.Length);
                        Assert.InRange(marker.End, marker.Start, paragraph.Text.Length);
                        Assert.All(marker.References, index => Assert.InRange(index, 0, draft.References.Count - 1));
                        from = marker.End;
                    }
                }

                var (article, report) = Import(text);
                Assert.Equal(report.Notes, Import(text).Report.Notes);
                Assert.Equal(article is null, report.Notes.Any(note => note.Severity == NoteSeverity.Error));
            });
    }

    private static string Show(Section section) =>
        $"{section.Id} {section.Level}"
        + (section.Paragraphs.Count > 0 ? ": " + string.Join(" / ", section.Paragraphs.Select(paragraph => paragraph.Text)) : "");

    private static ImportResult Import(string text) => ArticleImport.Run(text, ArticleImporters.Find("jats")!, Vocabulary.Tagger);
}
