using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Importing.Markdown;

public class MarkdownImporterTests
{
    private static readonly IArticleImporter Importer = ArticleImporters.Find("markdown")!;

    public static TheoryData<string[]> Paragraphs => TestFiles.Cases("markdown", 2);

    /// <summary>How the same article prints a marker, and an entry of its list.</summary>
    public static TheoryData<string, string, string> Forms => new()
    {
        { "$1", "\n$1. $2", "References" },
        { "[$1]", "\n$1. $2", "References" },
        { " [$1]", "\n\n[$1] $2", "Bibliography" },
        { "\\[$1\\]", "\n\\[$1\\] $2  ", "Works Cited" },
        { "^$1^", "\n$1) $2", "References" },
        { "<sup>$1</sup>", "\n$1. $2", "References" },
        { "[^$1]", "\n[^$1]: $2", "References" },
        { "[^$1]", "\n\n[^$1]:\n    $2", "Footnotes" },
        { "[[$1]](#ref$1)", "\n<a id=\"ref$1\">[$1]</a> $2\n", "References" },
        { "<sup>[$1](#$1)</sup>", "\n<p id=\"$1\">$1. $2</p>\n", "References" },
        { " ([$1](#ref-$1))", "\n1. <span id=\"ref-$1\"></span>$2", "References" },
        { "[@$1]", "\n- [@$1]: $2", "References" },
        { " [@$1]", "\n::: {#ref-$1 .csl-entry}\n$2\n:::\n", "References\n\n::: {#refs}" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_marker_syntax_gives_the_same_article(string marker, string entry, string heading)
    {
        var plain = ArticleImport.Run(TestFiles.Sample("text/magazine.txt"), ArticleImporters.Find("text")!, Vocabulary.Tagger).Article!;

        var (article, report) = Import(Magazine(marker, entry, heading));

        Assert.Equal(Shown(plain), Shown(article!));
        Assert.Equal(plain.Claims.Select(claim => claim.Id), article!.Claims.Select(claim => claim.Id));
        Assert.Equal(
            plain.References.Select(reference => (reference.Label, reference.Id, reference.Raw)),
            article.References.Select(reference => (reference.Label, reference.Id, reference.Raw)));
        Assert.Empty(report.UnresolvedMarkers);
        Assert.DoesNotContain(report.Notes, note => note.Severity == NoteSeverity.Warning);
    }

    [Fact]
    public void Citation_keys_resolve_to_the_references_of_the_front_matter()
    {
        var (article, report) = Import(TestFiles.Sample("markdown/pandoc.md"));

        Assert.Equal(
            ("Zinc: a review", "Nutrition", new DateOnly(2021, 5, 4), "en-GB"),
            (article!.Title, article.Category, article.PublishedOn, article.Language));
        Assert.Equal(["Jane Roe", "Li Wei"], article.Authors);
        Assert.Equal(("https://example.org/zinc", "CC BY 4.0"), (article.Source.Url, article.Source.License));
        Assert.Equal(
            "Zinc helps. It does. As Li (2020, p. 3) says, Doe too. Nobody [@none] knows. Email me@x.org, @dana.",
            article.Sections[0].Paragraphs[0].Text);
        Assert.Equal("doe99 doe99 li2020 li2020+ doe99", Markers(article.Sections[0].Paragraphs[0]));
        Assert.Equal(
            ("doe99", "Doe", 1999, "Salt and zinc", "Naps", "3", "1-9", "10.1000/abc"),
            article.References[0] is var work
                ? (work.Label, work.Authors[0].Family, work.Year, work.Title, work.ContainerTitle, work.Volume, work.Pages, work.Doi)
                : default);
        Assert.Equal(["[@none]", "@dana"], report.UnresolvedMarkers);
        Assert.Equal(
            [
                "See [@fig:one] and bold text code and p < 0.05 for $5 and $10. Line break here. H2O and m² and x2.",
                "one item",
                "two",
                "Term",
                "its definition",
            ],
            article.Sections[1].Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(
            [("unused-text", 9), ("unknown-reference", 33), ("unknown-reference", 33), ("listings-left-out", 46), ("tables-left-out", 50)],
            report.Notes.Select(note => (note.Code, note.Line ?? 0)));
    }

    [Fact]
    public void Footnotes_that_name_works_are_references_and_others_are_notes()
    {
        var (article, report) = Import(TestFiles.Sample("markdown/footnotes.md"));

        Assert.Equal(("The Bee Paper", new DateOnly(2021, 5, 4)), (article!.Title, article.PublishedOn));
        Assert.Equal(["Dana Eriksson"], article.Authors);
        Assert.Equal(["One point.", "Two points."], article.KeyPoints.Select(point => point.Text));
        Assert.Equal(
            [
                "Bees sleep, and dream. They note it. In the end: they said it goes on. Undefined[^zz] stays. Inline note and aside.",
                "Twice and three times.",
            ],
            article.Sections.Select(section => Assert.Single(section.Paragraphs).Text));
        Assert.Equal(["1 smith2020 3 4 7", "1 3 3"], article.Sections.Select(section => Markers(section.Paragraphs[0])));
        Assert.Equal(["1", "smith2020", "3", "4", "unused", "7"], article.References.Select(reference => reference.Label));
        Assert.Equal("Long one: Dahl B. Dreams. Naps. 2021;1:2. Second paragraph of it.", article.References[2].Raw);
        Assert.Equal(["[^zz]"], report.UnresolvedMarkers);
        Assert.Equal(["unused"], report.UncitedReferences);
        Assert.Equal(
            [("marker-in-key-point", 7), ("footnotes-left-out", 10), ("unknown-reference", 10), ("footnotes-left-out", 21)],
            report.Notes.Select(note => (note.Code, note.Line ?? 0)));
    }

    [Fact]
    public void Numbers_that_link_to_the_list_are_markers_and_so_are_those_beside_them()
    {
        var (article, report) = Import(TestFiles.Sample("markdown/readme.md"));

        Assert.Equal(
            ["Zinc helps. It does. Range. And plain. Escaped.", "Supers and sup and m² and 10³ and word."],
            article!.Sections[0].Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(["1 2 3 1 2 3 2 3", "1 2 3 1"], article.Sections[0].Paragraphs.Select(Markers));
        Assert.Equal("10.1000/dd", article.References[1].Doi);
        Assert.Empty(report.Notes);
    }

    [Theory]
    [MemberData(nameof(Paragraphs))]
    public void The_text_and_markers_of_a_paragraph_are_read(string[] row)
    {
        var article = Import(
            $"# A Title\n\n{row[0].Replace("\\n", "\n", StringComparison.Ordinal)}\n\n## References\n\n"
            + "1. Berg, A. (2020). Sleep. *Naps*, 1, 2.\n2. Dahl, B. (2021). Dreams. *Naps*, 1, 3.\n"
            + "3. Eng, C. (2019). Works. *Naps*, 1, 4.\n4. <a id=\"fox\"></a>Fox, D. (2018). Unused. *Naps*, 1, 5.").Article;

        Assert.Equal(
            row[1], string.Join(" ¶ ", article!.Sections.SelectMany(section => section.Paragraphs.Select(paragraph => Marked(paragraph)))));
    }

    [Theory]
    [InlineData("[1]: https://example.org/one \"One thing\"", "It is so [1].", "1 One thing https://example.org/one")]
    [InlineData(
        "[1]: https://example.org/one\n[2]: https://example.org/two",
        "It is so [1][2].",
        "1 https://example.org/one|2 https://example.org/two")]
    [InlineData(
        "- **[1](#page-0-0).** Knuth, D. (1986). *TeX*. Press.", "It is so [\\[1\\]](#page-5-0).", "1 Knuth, D. (1986). TeX. Press.")]
    [InlineData("[1]: https://example.org/one \"One thing\"", "It is [so][1].", "1 One thing https://example.org/one")]
    [InlineData("- [Knu86] Knuth, D. (1986). *TeX*. Press.", "It is so [Knu86].", "Knu86 Knuth, D. (1986). TeX. Press.")]
    [InlineData("* **Books:**\n    * Knuth, D. (1986). *TeX*. Press.", "Knuth (1986) says so.", "1 Knuth, D. (1986). TeX. Press.")]
    [InlineData(
        "Knuth, D. (1986). *TeX*.\nPress.\n\nLamport, L. (1994). *LaTeX*. Press.",
        "Knuth (1986) says so.",
        "1 Knuth, D. (1986). TeX. Press.|2 Lamport, L. (1994). LaTeX. Press.")]
    [InlineData(
        "### Books\n\n3. Knuth, D. (1986). *TeX*. Press.\n\n   A remark.\n\n### Papers\n\n"
        + "4. [Lamport, L. (1994). LaTeX](https://doi.org/10.1000/lam). Press.",
        "It is so [3, 4].",
        "3 Knuth, D. (1986). TeX. Press. A remark.|4 Lamport, L. (1994). LaTeX. Press.")]
    [InlineData(
        "<ol><li id=\"a\">Knuth, D. (1986). <i>TeX</i>. Press.</li><li>Lamport, L. (1994). <i>LaTeX</i>. Press.</li></ol>",
        "It is so [[1]](#a).",
        "1 Knuth, D. (1986). TeX. Press.|2 Lamport, L. (1994). LaTeX. Press.")]
    [InlineData(
        "[^1]: Knuth, D. (1986). *TeX*. Press. [↩](#fnref1)\n[^2]: Ibid., p. 5.",
        "It is so[^1] and so[^2].",
        "1 Knuth, D. (1986). TeX. Press.")]
    public void A_reference_list_is_read(string list, string text, string references)
    {
        var article = Import($"# A Title\n\n{text}\n\n## References\n\n{list}").Article!;

        Assert.Equal(references.Split('|'), article.References.Select(reference => $"{reference.Label} {reference.Raw}"));
        Assert.NotEmpty(article.Sections[0].Paragraphs[0].Markers);
    }

    [Theory]
    [InlineData("It is so. [[1]](https://example.org/one)", "It is so.", "1 https://example.org/one")]
    [InlineData("It is so [1](https://example.org/one).", "It is so.", "1 https://example.org/one")]
    [InlineData("It is so ([1](https://example.org/one)).", "It is so.", "1 https://example.org/one")]
    [InlineData("It is so. [1](https://example.org/one)", "It is so.", "1 https://example.org/one")]
    [InlineData("It is so.<sup>[1](https://example.org/one)</sup>", "It is so.", "1 https://example.org/one")]
    [InlineData("It is so.^[See <https://example.org/one>.]", "It is so.", "1 See https://example.org/one.")]
    public void A_reference_may_stand_in_the_text_where_it_is_cited(string text, string clean, string reference)
    {
        var article = Import($"# A Title\n\n{text}").Article!;

        Assert.Equal((clean, "1"), (article.Sections[0].Paragraphs[0].Text, Markers(article.Sections[0].Paragraphs[0])));
        Assert.Equal([reference], article.References.Select(entry => $"{entry.Label} {entry.Raw}"));
    }

    [Fact]
    public void Numbered_links_to_different_pages_are_different_references()
    {
        var (article, report) = Import(
            "# A Title\n\nIt is so [1](https://example.org/one). It is [1](https://example.org/two). It is [1](https://example.org/one).");

        Assert.Equal(["1", "1-2", "1"], article!.Sections[0].Paragraphs[0].Markers.Select(marker => marker.Label));
        Assert.Equal(["https://example.org/one", "https://example.org/two"], article.References.Select(reference => reference.Url));
        Assert.Equal(["duplicate-label"], report.Notes.Select(note => note.Code));
    }

    [Fact]
    public void An_entry_without_text_is_read_from_its_link_or_left_out()
    {
        var (article, report) = Import("# A Title\n\nIt is so[^1].\n\n[^1]: [](https://example.org/one)\n\n::: {#refs}\n[@a]\n:::");

        Assert.Equal(["https://example.org/one"], article!.References.Select(reference => reference.Raw));
        Assert.Equal(["unplaced-line"], report.Notes.Select(note => note.Code));
    }

    [Fact]
    public void A_line_between_two_works_is_a_reference_and_a_line_behind_them_is_not()
    {
        var (article, report) = Import(
            "# A Title\n\nIt is so.\n\n## References\n\n- BioLab, 2011. A list of values.\n- Sleep in towns of the coast\n"
            + "- FAO. (s.f): Water and tides.\n\nCopyright of all authors.");

        Assert.Equal(
            ["BioLab, 2011. A list of values.", "Sleep in towns of the coast", "FAO. (s.f): Water and tides."],
            article!.References.Select(reference => reference.Raw));
        Assert.Equal(
            ["doubtful-reference", "unplaced-line"],
            report.Notes.Select(note => note.Code).Where(code => code is "doubtful-reference" or "unplaced-line"));
    }

    [Theory]
    [InlineData("# A Title\n\nText.\n\n## One {#one .unnumbered}\n\nText.\n\n### 2.1 *Two* ###\n\nText.", "A Title", "2 |2 One|3 2.1 Two")]
    [InlineData("A Title\n=======\n\nText.\n\nOne\n---\nText.", "A Title", "2 |2 One")]
    [InlineData("---\ntitle: A Title\n---\n\n# One\n\nText.\n\n## Two\n\nText.", "A Title", "2 One|3 Two")]
    [InlineData("---\ntitle: 'A *Title*'\n---\n\n# A Title\n\n## One\n\nText.", "A Title", "2 One")]
    [InlineData("# A Title\n\nText.\n\n# One\n\nText.\n\n## Two\n\nText.", "A Title", "2 |2 One|3 Two")]
    [InlineData("# Introduction\n\nText.\n\n# Methods\n\nText.", "Introduction", "2 Introduction|2 Methods")]
    [InlineData("## A Title\n\nText.\n\n### One\n\nText.", "A Title", "2 |3 One")]
    [InlineData("**A Title**\n\nText.\n\n**One**\n\nText.", "A Title", "2 |2 One")]
    [InlineData("# A Title\n\n## One\n\n**Not a heading**\n\nText.", "A Title", "2 One")]
    [InlineData("<div align=\"center\">\n<h1>A Title</h1>\n</div>\n\nText.\n\n<h2>One</h2>\n<p>Text.</p>", "A Title", "2 |2 One")]
    public void Headings_give_the_title_and_the_sections(string text, string title, string sections)
    {
        var article = Import(text).Article!;

        Assert.Equal(title, article.Title);
        Assert.Equal(sections.Split('|'), article.Sections.Select(section => $"{section.Level} {section.Heading}"));
    }

    [Theory]
    [InlineData("author: Jane Roe", "Jane Roe")]
    [InlineData("author: Jane Roe and Li Wei, MD", "Jane Roe; Li Wei, MD")]
    [InlineData("author: Roe, Jane", "Roe, Jane")]
    [InlineData("authors: [Jane Roe, \"Li Wei\"] # two", "Jane Roe; Li Wei")]
    [InlineData("authors:\n- Jane Roe\n- Li Wei", "Jane Roe; Li Wei")]
    [InlineData("author:\n  - name: Jane Roe\n    orcid: 0000\n  - name:\n      given: Li\n      family: Wei", "Jane Roe; Li Wei")]
    [InlineData("author:\n  - Jane Roe:\n      institute: x\n  - {given: Li, family: Wei}", "Jane Roe; Li Wei")]
    [InlineData("author:\n  name: Jane Roe", "Jane Roe")]
    [InlineData("author:\n-\n  name: Ann Berg\n-\n  name: Bo Dahl", "Ann Berg; Bo Dahl")]
    public void Authors_are_read_from_front_matter(string lines, string authors) =>
        Assert.Equal(authors, string.Join("; ", Import($"---\ntitle: >\n  A\n  Title\n{lines}\n---\nText.").Article!.Authors));

    [Fact]
    public void Front_matter_in_TOML_is_read()
    {
        var article = Import(
            "+++\ntitle = \"A \\\"Title\\\"\"\ndate = 2020-01-02T10:00:00Z\nauthors = [\n  \"Jane Roe\",\n  'Li Wei',\n]\n"
            + "description = \"\"\"\nA long\nline\"\"\"\n[params]\nx = 1\n+++\nText.").Article!;

        Assert.Equal(("A \"Title\"", "A long line", new DateOnly(2020, 1, 2)), (article.Title, article.Subtitle, article.PublishedOn));
        Assert.Equal(["Jane Roe", "Li Wei"], article.Authors);
    }

    [Fact]
    public void Tables_code_and_images_are_left_out_with_a_note()
    {
        var (article, report) = Import(
            "# A Title\n\n[TOC]\n\n- [One](#one)\n- [Two](#two)\n\n![A map](a.png)\n\nFigure 1. A map.\n\n```r\n[1]\n```\n\n    code\n\n"
            + "| a |\n|---|\n| 1 |\n\n$$\nx\n$$\n\n\\begin{a}\nx\n\\end{a}\n\n{{< video x >}}\n\n<table>\n<tr>\n\n"
            + "<td>1</td></tr></table>\n\n<!-- a\n\nb -->\n\n---\n\nText.");

        Assert.Equal(["Text."], Assert.Single(article!.Sections).Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(
            "boilerplate 3, boilerplate 5, boilerplate 6, figures-left-out 8, captions-left-out 10, listings-left-out 12, "
            + "listings-left-out 16, tables-left-out 18, display-formulas-left-out 22, latex-left-out 26, "
            + "short-codes-left-out 30, tables-left-out 32",
            string.Join(", ", report.Notes.Select(note => $"{note.Code} {note.Line}")));
    }

    [Fact]
    public void A_reference_list_and_footnotes_may_stand_side_by_side()
    {
        var (article, report) = Import(
            "# A Title\n\nIt is so [1].[^a] It is[^b] so.[^c]\n\n## References\n\n1. Berg, A. (2020). Sleep. *Naps*, 1, 2.\n\n## Notes\n\n"
            + "[^a]: In 2020 we found, by chance, what https://example.org has to say of sleepers who sleep when nobody thinks that they "
            + "do, or who sleep much longer than that.\n[^b]: See ref. 1.\n[^c]: Dahl, B. (2021). Dreams. *Naps*, 1, 3.");

        Assert.Equal("It is so. It is so.", article!.Sections[0].Paragraphs[0].Text);
        Assert.Equal("1 1 c", Markers(article.Sections[0].Paragraphs[0]));
        Assert.Equal(
            [("missing", 0)],
            report.Notes.Where(note => note.Code != "footnotes-left-out").Select(note => (note.Code, 0)).DefaultIfEmpty(("missing", 0)));
        Assert.Single(article.Sections);
    }

    [Theory]
    [InlineData("<table>\n<tr><td>salt and\n\niron or zinc</td></tr>\n</table>", "tables-left-out", 5)]
    [InlineData("<style>\na b\n</style>", "html-left-out", 2)]
    [InlineData("![A jar of salt](jar.png) Here it is.", "figures-left-out", 4)]
    [InlineData("Here is <img\n src=\"jar.png\"\n alt=\"a jar\"> one.", "figures-left-out", 2)]
    [InlineData("| salt | iron |\n|---|---|\n| 1 | 2 |", "tables-left-out", 4)]
    public void The_words_of_what_is_left_out_are_counted(string left, string code, int words)
    {
        var (_, report) = Import($"# Salt\n\nSalt is one thing.\n\n{left}\n\nIron is another.\n");

        Assert.Equal(words, report.Notes.Where(note => note.Code == code).Sum(note => note.Words));
        Assert.Equal(1, report.Coverage);
    }

    [Theory]
    [InlineData("<!-- not\n\nprinted --> Zinc is a third.", "Zinc is a third.")]
    [InlineData("<!-- never closed\n\nZinc is a third.", "never closed Zinc is a third.")]
    public void A_comment_without_an_end_is_text(string source, string printed)
    {
        var (article, report) = Import($"# Salt\n\nSalt is one thing.\n\n{source}\n");

        Assert.Equal(printed, string.Join('|', article!.Sections[0].Paragraphs.Skip(1).Select(paragraph => paragraph.Text)));
        Assert.Equal(1, report.Coverage);
    }

    private static ImportResult Import(string text) => ArticleImport.Run(text, Importer, Vocabulary.Tagger);

    private static string Markers(Paragraph paragraph) =>
        string.Join(' ', paragraph.Markers.Select(marker => marker.Label + (marker.Kept ? "+" : "")));

    private static string Marked(Paragraph paragraph) => paragraph.Text + (paragraph.Markers.Count > 0 ? $" <{Markers(paragraph)}>" : "");

    private static string Shown(Article article) => string.Join('\n',
    [
        $"{article.Category} {article.Title} {article.Subtitle} {article.PublishedOn:yyyy-MM-dd} {string.Join(", ", article.ReviewedBy)}",
        .. article.KeyPoints.Select(point => point.Text),
        .. article.Sections.SelectMany(section => section.Paragraphs.Select(paragraph =>
            $"{section.Id} {section.Heading} {paragraph.Text} "
            + $"{string.Join(' ', paragraph.Markers.Select(marker => $"{marker.Label}@{marker.At}{marker.Kept}"))}")),
        .. article.Claims.Select(claim => $"{claim.Text} {string.Join(' ', claim.Citations)}"),
    ]);

    /// <summary>The magazine's article in Markdown.</summary>
    private static string Magazine(string marker, string entry, string heading)
    {
        string[] headings = ["What Medicine Has to Offer", "Ketamine", "Can a Drug Feed the Mind?", "What Comes Next"];
        var lines = TestFiles.Sample("text/magazine.txt").Replace("\r", "", StringComparison.Ordinal).TrimEnd().Split('\n');
        var list = Array.IndexOf(lines, "References");
        var body = lines[4..list].Select(line => headings.Contains(line) || line == "Key points"
            ? $"\n## {line}\n"
            : line.StartsWith("- ", StringComparison.Ordinal)
                ? line
                : $"\n{Regex.Replace(line, @"(?<=[.,])([0-9]{1,2})(?=\s|$)", marker)}\n");
        var references = lines[(list + 1)..].Select(line => Regex.Replace(line, @"^([0-9]+)\)(.*)$", entry));
        return $"{lines[0]}\n\n# {lines[1]}\n\n*{lines[2]}*\n\n{lines[3]}\n{string.Join('\n', body)}\n\n"
            + $"## {heading}\n{string.Concat(references)}\n";
    }
}
