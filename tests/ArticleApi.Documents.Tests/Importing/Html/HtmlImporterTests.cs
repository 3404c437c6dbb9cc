using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Importing.Html;

public class HtmlImporterTests
{
    private static readonly IArticleImporter Html = ArticleImporters.Find("html")!;

    [Fact]
    public void An_encyclopedia_page_is_read_without_its_navigation()
    {
        var (article, report) = Import(TestFiles.Sample("html/encyclopedia.html"));

        Assert.Equal(("Zinc and sleep", "en"), (article!.Title, article.Language));
        Assert.Equal(
            new ArticleSource
            {
                Url = "https://encyclopedia.example/wiki/Zinc_and_sleep",
                License = "https://creativecommons.org/licenses/by-sa/4.0/",
            },
            article.Source);
        Assert.Equal(["lead 2 1", "amounts 2 3", "children 3 1"], Outline(article));
        Assert.Equal(
            "Zinc is a metal that the sleeping brain uses. Its part was long denied. Some doubt it still.",
            article.Sections[0].Paragraphs[0].Text);
        Assert.Equal("A night takes about x_{i} milligrams, more in winter.", article.Sections[1].Paragraphs[0].Text);
        Assert.Equal("1@45 2@71 3@71 1@37 4@24", Markers(article));
        Assert.Equal(["1", "2", "3", "4", "5"], article.References.Select(reference => reference.Label));
        Assert.Equal(
            "Berg, Anna; Dahl, Carl (2019). \"Zinc at night\". Journal of Rest. 12 (3): 45–51. doi:10.1000/rest.12.",
            article.References[0].Raw);
        Assert.Equal(
            ("Zinc at night", "Journal of Rest", "12", "3", "45-51", "10.1000/rest.12", "https://journals.example/zinc"),
            (
                article.References[0].Title,
                article.References[0].ContainerTitle,
                article.References[0].Volume,
                article.References[0].Issue,
                article.References[0].Pages,
                article.References[0].Doi,
                article.References[0].Url));
        Assert.Equal([PersonName.Person("Berg", "Anna"), PersonName.Person("Dahl", "Carl")], article.References[0].Authors);
        Assert.Equal("Foss, E. (2001). \"A metal denied\". Sleep. 4: 1–9.", article.References[1].Raw);
        Assert.Equal("Holm 2010, p. 12.", article.References[2].Raw);
        Assert.Equal("https://food.example/oysters", article.References[3].Url);
        Assert.Equal("Holm, Grete (2010). Metals of the Night. Harbour Press.", article.References[4].Raw);
        Assert.Empty(report.UnresolvedMarkers);
        foreach (var kind in (string[])[
            "figures", "tables", "signs of notes", "notes that name no work", "page numbers beside markers", "remarks such as",
            "\"See also\"", "\"External links\"",
        ])
        {
            Assert.Contains(report.Notes, note =>
                note.Code.EndsWith("left-out", StringComparison.Ordinal)
                && note.Message.Contains(kind, StringComparison.Ordinal)
                && note.Line > 0);
        }
    }

    [Fact]
    public void A_journal_page_gives_its_metadata_and_its_bracketed_links_as_markers()
    {
        var (article, report) = Import(TestFiles.Sample("html/journal.html"));

        Assert.Equal(
            ("Night shifts and the liver", "Review", new DateOnly(2021, 3, 9)), (article!.Title, article.Category, article.PublishedOn));
        Assert.Equal(["Anna Berg", "Wei Li"], article.Authors);
        Assert.Equal(
            new ArticleSource
            {
                Publisher = "Harbour Press",
                Url = "https://work.example/articles/10.1000/work.7",
                License = "https://creativecommons.org/licenses/by/4.0/",
            },
            article.Source);
        Assert.Equal(["abstract 2 1", "1-introduction 2 1", "1-1-aims 3 1", "acknowledgements 2 1"], Outline(article));
        Assert.Equal(
            "Clocks in the liver keep time. They run late after a shift (Fig. 1), and run away.", article.Sections[1].Paragraphs[0].Text);
        Assert.Equal("1@29 2@29 2@44 3@44 4@44 1@81 2@81 3@81 4@81", Markers(article));
        Assert.Equal("We count hours per 10 cm² of liver.", article.Sections[2].Paragraphs[0].Text);
        Assert.Equal("Dahl C. Clocks. J Work. 2001;1:2–3.", article.References[0].Raw);
        Assert.Equal("10.1000/clocks", article.References[0].Doi);
        Assert.All(article.References, reference => Assert.Null(reference.Url));
        Assert.Contains(report.Notes, note => (note.Code, note.Line) == ("bad-json-ld", 15));
    }

    [Fact]
    public void A_magazine_page_gives_key_points_and_reviewers_without_boilerplate()
    {
        var (article, report) = Import(TestFiles.Sample("html/magazine.html"));

        Assert.Equal(
            ("Does Warm Milk Help You Sleep?", "What the old cup does, and what it does not.", "Sleep", "en-US", new DateOnly(2020, 11, 2)),
            (article!.Title, article.Subtitle, article.Category, article.Language, article.PublishedOn));
        Assert.Equal(["Dana Eriksson"], article.Authors);
        Assert.Equal(["Li Wei, PhD"], article.ReviewedBy);
        Assert.Equal(new ArticleSource { Publisher = "Harbour Health", Url = "https://health.example/milk" }, article.Source);
        Assert.Equal(["Milk calms.", "It is no drug."], article.KeyPoints.Select(point => point.Text));
        Assert.Equal(["lead 2 1", "what-the-studies-say 2 1", "how-much-is-enough 2 2"], Outline(article));
        Assert.Equal("1@37 2@58 1@58 2@34", Markers(article));
        Assert.Equal("Berg A, Dahl C. Warm milk and sleep. Nutrients. 2018;10(2):20-28. doi:10.1000/milk.1", article.References[0].Raw);
        Assert.Equal("https://sleep.example/nurses", article.References[1].Url);
        Assert.Empty(report.UnresolvedMarkers);
        Assert.Contains(report.Notes, note => note.Message.Contains("advertisements", StringComparison.Ordinal));
    }

    [Fact]
    public void Footnotes_that_name_works_are_references_and_others_are_noted()
    {
        var (article, report) = Import(TestFiles.Sample("html/blog.html"));

        Assert.Equal(("On naps", new DateOnly(2019, 3, 4)), (article!.Title, article.PublishedOn));
        Assert.Equal(["1", "3"], article.References.Select(reference => reference.Label));
        Assert.Equal("Berg, A. (2017). Naps. Sleep, 4(2), 10–12.", article.References[0].Raw);
        Assert.Equal(
            "Short naps beat long ones. Nobody likes to hear that. It was measured twice.", article.Sections[0].Paragraphs[0].Text);
        Assert.Equal("1@26 3@76 1@76", Markers(article));
        Assert.Equal(["lead 2 1", "coffee 2 2"], Outline(article));
        Assert.Contains(
            report.Notes, note => note.Message.Contains("notes that name no work (1, line 13; 5 words)", StringComparison.Ordinal));
    }

    [Fact]
    public void Endnotes_of_a_word_processor_are_found_by_the_links_to_them()
    {
        var article = Import(TestFiles.Sample("html/word.html")).Article!;

        Assert.Equal("Bees in winter", article.Title);
        Assert.Equal(["the-cluster 2 1", "the-honey 2 1"], Outline(article));
        Assert.Equal("Bees keep warm together. They shiver for it.", article.Sections[0].Paragraphs[0].Text);
        Assert.Equal("1@24 2@44 1@20", Markers(article));
        Assert.Equal(
            ["Berg A. Warm bees. Apidologie. 2011;42:1–9.", "Dahl C. Shivering. Apidologie. 2012;43:10–19."],
            article.References.Select(reference => reference.Raw));
    }

    [Theory]
    [InlineData("""Sleep heals <a href="#r2">[2]</a>.""", "Sleep heals.", "2@11")]
    [InlineData("""Sleep heals [<a href="#r1">1</a>,<a href="#r3">3</a>].""", "Sleep heals.", "1@11 3@11")]
    [InlineData("""Sleep heals [<a href="#r1">1</a>&#8211;<a href="#r3">3</a>].""", "Sleep heals.", "1@11 2@11 3@11")]
    [InlineData("""Sleep heals <a href="#r1">[1]</a>–<a href="#r3">[3]</a>.""", "Sleep heals.", "1@11 2@11 3@11")]
    [InlineData("""Sleep heals.<sup><a href="#r1">1</a>,<a href="#r2">2</a></sup> It does.""", "Sleep heals. It does.", "1@12 2@12")]
    [InlineData("""Sleep heals.<sup><a href="#r1">1</a>–3</sup> It does.""", "Sleep heals. It does.", "1@12 2@12 3@12")]
    [InlineData("""Sleep heals.<sup><a href="#r1">1-3</a></sup> It does.""", "Sleep heals. It does.", "1@12 2@12 3@12")]
    [InlineData("""Sleep heals.<a href="#r1"><sup>1</sup></a> It does.""", "Sleep heals. It does.", "1@12")]
    [InlineData("""Sleep heals <a href="#r2"> </a>.""", "Sleep heals.", "2@11")]
    [InlineData(
        """Sleep heals (<a href="#r1">Berg, 2011</a>; <a href="#r2">Dahl, 2012</a>).""",
        "Sleep heals (Berg, 2011; Dahl, 2012).",
        "1@23 2@35")]
    [InlineData("""As Berg (<a href="#r1">2011</a>) has it, sleep heals.""", "As Berg (2011) has it, sleep heals.", "1@14")]
    [InlineData("""Sleep heals, see ref. <a href="#r2">2</a>.""", "Sleep heals, see ref. 2.", "2@23")]
    [InlineData("""Sleep heals.<sup>1,3</sup> It does.""", "Sleep heals. It does.", "1@12 3@12")]
    [InlineData(
        """Sleep heals.<sup>1–3</sup> It takes 10<sup>2</sup> nights per m<sup>2</sup>.""",
        "Sleep heals. It takes 10² nights per m².",
        "1@12 2@12 3@12")]
    [InlineData("""Sleep heals [1, 2].""", "Sleep heals.", "1@11 2@11")]
    [InlineData("""Sleep heals <a href="#r1">[1]</a>. It does [2].""", "Sleep heals. It does.", "1@11 2@20")]
    [InlineData("""Sleep heals <a href="#" data-rid="r3">[3]</a>.""", "Sleep heals.", "3@11")]
    [InlineData("""Sleep heals.<sup><a href="javascript:;" reveal-id="r3">3</a></sup>""", "Sleep heals.", "3@12")]
    [InlineData("""Sleep heals.<sup><a href="#refs">3</a></sup>""", "Sleep heals.", "3@12")]
    [InlineData("""Sleep heals.<sup><a href="#bib3">3</a></sup>""", "Sleep heals.", "3@12")]
    [InlineData("""Sleep <a href="#r1">[1]</a> heals, as Fig. <a href="#f1">1</a> shows.""", "Sleep heals, as Fig. 1 shows.", "1@5")]
    public void A_link_to_an_entry_is_a_marker(string paragraph, string text, string markers)
    {
        var article = Import($"""
            <h1>Sleep</h1><p>{paragraph}</p><div id="f1">A drawing.</div><h2 id="refs">References</h2><ol>
            <li id="r1">Berg A. Sleep. Naps. 2011;1:2.</li>
            <li id="r2">Dahl C. Dreams. Naps. 2012;2:3.</li>
            <li><a name="r3"></a>Foss E. Rest. Naps. 2013;3:4.</li></ol>
            """).Article!;

        Assert.Equal((text, markers), (article.Sections[0].Paragraphs[0].Text, Markers(article)));
        Assert.Equal(3, article.References.Count);
    }

    [Theory]
    [InlineData(
        """<h2>References</h2><ul><li id="r1"><span class="label">1.</span> <cite>Berg A. Sleep. Naps. 2011;1:2.</cite> """
        + """[<a href="https://doi.org/10.1000/r1">DOI</a>] [<a href="https://x.example">PubMed</a>]</li>"""
        + """<li id="r2"><span class="label">2.</span> <cite>Dahl C. Dreams. Naps. 2012;2:3.</cite></li></ul>""")]
    [InlineData(
        """<section role="doc-bibliography">"""
        + """<h1>Works</h1><ol><li role="doc-biblioentry" id="r1"><p>Berg A. Sleep. Naps. 2011;1:2.</p></li>"""
        + """<li role="doc-biblioentry" id="r2"><p>Dahl C. Dreams. Naps. 2012;2:3.</p></li></ol></section>""")]
    [InlineData(
        """<h3>Literature cited</h3><p><a name="r1"></a>1. Berg A. Sleep. Naps. 2011;1:2.</p><p>"""
        + """<a href="https://doi.org/10.1000/r1">CrossRef Full Text</a> | <a href="https://scholar.google.com">Google Scholar</a></p>"""
        + """<p id="r2">2. Dahl C. Dreams. Naps. 2012;2:3.</p>""")]
    [InlineData(
        """<div id="refs" class="references csl-bib-body"><div id="r1" class="csl-entry"><div class="csl-left-margin">[1] </div>"""
        + """<div class="csl-right-inline">Berg A. Sleep. Naps. 2011;1:2.</div></div><div id="r2" class="csl-entry">"""
        + """<div class="csl-left-margin">[2] </div><div class="csl-right-inline">Dahl C. Dreams. Naps. 2012;2:3.</div></div></div>""")]
    [InlineData(
        """<h2>References</h2><table><tr><td><a name="r1">1.</a></td><td>Berg A. Sleep. Naps. 2011;1:2.</td></tr>"""
        + """<tr><td><a name="r2">2.</a></td><td>Dahl C. Dreams. Naps. 2012;2:3.</td></tr></table>""")]
    [InlineData(
        """<dl class="footnote"><dt id="r1"><a class="fn-backref" href="#x1">1</a></dt><dd><p>Berg A. Sleep. Naps. 2011;1:2.</p></dd>"""
        + """<dt id="r2"><a class="fn-backref" href="#x2">2</a></dt><dd><p>Dahl C. Dreams. Naps. 2012;2:3.</p></dd></dl>""")]
    [InlineData(
        """<p><b>References:</b>"""
        + """<br>1. <a name="r1">Berg A.</a> Sleep. Naps. 2011;1:2.<br>2. <a name="r2">Dahl C.</a> Dreams. Naps. 2012;2:3.<br></p>""")]
    [InlineData(
        """<hr><div><p><a href="#x1" id="r1">[1]</a><span>&nbsp;Berg A. Sleep. Naps. 2011;1:2.</span></p></div>"""
        + """<div><p><a href="#x2" id="r2">[2]</a><span>&nbsp;Dahl C. Dreams. Naps. 2012;2:3.</span></p></div>""")]
    [InlineData(
        """<div class="ref-list"><div content-id="r1"><div><span class="label">1. </span>"""
        + """<div>Berg A. Sleep. Naps. 2011;1:2.</div></div><div><p><a href="https://x.example/s">Google Scholar</a></p></div></div>"""
        + """<div content-id="r2"><div><span class="label">2. </span><div>Dahl C. Dreams. Naps. 2012;2:3.</div></div>"""
        + """<div><p><a href="https://x.example/s">Google Scholar</a></p></div></div></div>""")]
    [InlineData(
        """<ol class="footnotes">"""
        + """<li role="doc-endnote" id="r1"><sup><b><a href="#x1">^</a></b></sup><p>Berg A. Sleep. Naps. 2011;1:2.</p></li>"""
        + """<li id="r2"><sup><b><a href="#x2">^</a></b></sup><p>Dahl C. Dreams. Naps. 2012;2:3.</p></li></ol>""")]
    [InlineData(
        """<ol class="references">"""
        + """<li id="x"><span class="order">1. </span><a id="r1"></a>Berg A. Sleep. Naps. 2011;1:2. <ul class="reflinks">"""
        + """<li><a href="#">View Article</a></li><li><a href="#">PubMed/NCBI</a></li></ul></li>"""
        + """<li><span class="order">2. </span><a id="r2"></a>Dahl C. Dreams. Naps. 2012;2:3.</li></ol>""")]
    public void A_reference_list_is_found_in_every_form(string list)
    {
        var article = Import(
            """<h1>Sleep</h1><p>Sleep heals <a id="x1" href="#r1">[1]</a>. """
            + $"""Dreams wander <a id="x2" href="#r2">[2]</a>.</p>{list}""").Article!;

        Assert.Equal("Sleep heals. Dreams wander.", Assert.Single(Assert.Single(article.Sections).Paragraphs).Text);
        Assert.Equal("1@11 2@26", Markers(article));
        Assert.Equal(
            ["1 Berg A. Sleep. Naps. 2011;1:2.", "2 Dahl C. Dreams. Naps. 2012;2:3."],
            article.References.Select(reference => $"{reference.Label} {reference.Raw}"));
    }

    [Fact]
    public void Numbers_that_link_to_other_pages_are_references_where_there_is_no_list()
    {
        var article = Import(
            """<h1>Sleep</h1><p>Sleep heals.<sup><a href="https://one.example/a" title="On healing">1</a></sup> """
            + """Dreams wander <a href="https://two.example">[2]</a>.""" + "\n"
            + """Both <a href="https://one.example/a">[1]</a> """
            + """are told by <a href="https://three.example">a study of 2019</a>.</p>""").Article!;

        Assert.Equal(
            ["1 On healing. https://one.example/a", "2 https://two.example"],
            article.References.Select(reference => $"{reference.Label} {reference.Raw}"));
        Assert.Equal("https://two.example", article.References[1].Url);
        Assert.Equal("1@12 2@26 1@32", Markers(article));
    }

    [Fact]
    public void A_badge_behind_a_linked_number_belongs_to_its_marker()
    {
        var article = Import(
            """<h1>Sleep</h1><p>Sleep heals (<a href="https://one.example">1<span>Trusted Source</span></a>). """
            + """Dreams wander (<a href="https://two.example">2</a>, <a href="https://one.example">1</a>).</p>""").Article!;

        Assert.Equal("Sleep heals. Dreams wander.", article.Sections[0].Paragraphs[0].Text);
        Assert.Equal("1@11 2@26 1@26", Markers(article));
        Assert.Equal(["https://one.example", "https://two.example"], article.References.Select(reference => reference.Url));
    }

    [Fact]
    public void A_page_without_references_gives_no_references()
    {
        var article = Import(
            """<h1>Sleep</h1>"""
            + """<p>Sleep heals, says <a href="https://one.example">a study of 2019</a>, see <a href="#more">more</a>.</p>"""
            + """<h2 id="more">More</h2><p>It does so in 10<sup>5</sup> ways.</p>""").Article!;

        Assert.Empty(article.References);
        Assert.Equal("It does so in 10⁵ ways.", article.Sections[1].Paragraphs[0].Text);
    }

    [Fact]
    public void A_link_to_a_missing_entry_stays_in_the_text_with_a_note()
    {
        var (article, report) = Import(
            """<h1>Sleep</h1><p>Sleep heals <a href="#ref9">[9]</a>, yes <a href="#ref1">[1]</a>.</p>"""
            + """<h2>References</h2><ol><li id="ref1">Berg A. Sleep. Naps. 2011;1:2.</li></ol>""");

        Assert.Equal("Sleep heals [9], yes.", article!.Sections[0].Paragraphs[0].Text);
        Assert.Equal(["[9]"], report.UnresolvedMarkers);
    }

    [Theory]
    [InlineData("""<div>First line.<br><br>Second line.</div>""", "First line.|Second line.")]
    [InlineData("""<div>Loose text. <p>A block.</p> More loose text.</div>""", "Loose text.|A block.|More loose text.")]
    [InlineData("""<ul><li>One.<ul><li>Two.</li></ul></li><li>Three.</ul>""", "One.|Two.|Three.")]
    [InlineData("""<table><tr><td><h2>A</h2><p>In a table for layout.</td></tr></table>""", "In a table for layout.")]
    [InlineData(
        """<p>Soft&shy;ly,&nbsp;softly<script>alert("<p>no</p>")</script>"""
        + """<!-- <p>no</p> --><noscript>no</noscript><template>no</template>.""",
        "Softly, softly.")]
    [InlineData("""<p>A<p>B<div>C</p>D""", "A|B|C|D")]
    [InlineData(
        """<p style="DISPLAY : none">no</p><p hidden>no</p><p>It says <math alttext="a+b"><mi>a</mi></math> here.</p>""",
        "It says a+b here.")]
    [InlineData("""<p>Water, H<sub>2</sub>O, <i>flows</i><b>.</b></p><pre>code()</pre><figure><p>no</p></figure>""", "Water, H2O, flows.")]
    [InlineData("""<form id="aspnetForm"><p>All of the page stands in a form.</p></form>""", "All of the page stands in a form.")]
    public void Each_block_of_text_is_a_paragraph(string body, string paragraphs)
    {
        var draft = Html.Read($"<body><h1>Sleep</h1>{body}");

        Assert.Equal(
            paragraphs, string.Join('|', draft.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Text)));
    }

    [Theory]
    [InlineData("""<title>Sleep heals - Harbour Health</title><h1>Sleep heals</h1>""", "Sleep heals")]
    [InlineData("""<title>Sleep heals | Harbour</title>""", "Sleep heals")]
    [InlineData(
        """<meta property="og:site_name" content="Harbour Health News"><title>Sleep heals – Harbour Health News</title>""", "Sleep heals")]
    [InlineData("""<title>Sleep heals - Harbour</title><body><header><h1>Harbour</h1></header><h1>Sleep heals</h1>""", "Sleep heals")]
    [InlineData("""<meta name="DC.Title" content="Sleep heals"><title>x</title>""", "Sleep heals")]
    [InlineData(
        """<meta name="citation_title" content="CO&lt;sub&gt;2&lt;/sub&gt; &amp;amp; &lt;i&gt;Mus&lt;/i&gt;">"""
        + """<h1>CO<sub>2</sub> &amp; <i>Mus</i></h1>""",
        "CO2 & Mus")]
    [InlineData("""<title>Rest Today - Full text - Sleep heals the mind at night</title>""", "Sleep heals the mind at night")]
    [InlineData(
        """<title>Rest Today - Full text - Sleep heals at night</title><h1>Rest Today</h1><h2>Sleep heals at night</h2>""",
        "Sleep heals at night")]
    [InlineData("""<title>Sleep heals at night | Rest TV</title><h1>Rest TV</h1><h2>Sleep heals at night</h2>""", "Sleep heals at night")]
    [InlineData(
        """<meta property="og:title" content="Sleep heals at night"><h1>Rest TV</h1><h2>Menu</h2><h2>Sleep heals at night</h2>""",
        "Sleep heals at night")]
    [InlineData(
        """<script type="application/ld+json">[{"@type":"Thing"},{"@type":"NewsArticle","headline":"Sleep heals &amp; more"}]</script>""",
        "Sleep heals & more")]
    public void The_title_is_found_wherever_a_page_gives_it(string head, string title) =>
        Assert.Equal(title, Html.Read(head + "<p>Text of it.</p>").Title);

    [Fact]
    public void Lines_below_the_title_give_subtitle_authors_and_date()
    {
        var draft = Html.Read(
            """<h1>Sleep</h1><h2 class="entry__subtitle entry__subtitle--full">It heals.</h2>"""
            + """<div>Posted December 4, 2022 <span>|</span> <span>Reviewed by Li Wei</span></div>""" + "\n"
            + """<div class="byline"><span>— By Anna Berg</span></div><p>Text of it.</p>""");

        Assert.Equal(
            ("It heals.", new DateOnly(2022, 12, 4), "Li Wei", "Anna Berg"),
            (draft.Subtitle, draft.PublishedOn, Assert.Single(draft.ReviewedBy), Assert.Single(draft.Authors)));
        Assert.Equal("Text of it.", Assert.Single(Assert.Single(draft.Sections).Paragraphs).Text);
    }

    [Theory]
    [InlineData("""<p>By Anna Berg and Carl Dahl</p>""", "Anna Berg; Carl Dahl")]
    [InlineData("""<script type="application/ld+json">{"@type":"BlogPosting","author":"Anna Berg"}</script>""", "Anna Berg")]
    [InlineData(
        """<script type="application/ld+json">"""
        + """{"@graph":[{"@type":"Article","author":{"@id":"#a"}},{"@id":"#a","name":"Anna Berg"}]}</script>""",
        "Anna Berg")]
    [InlineData("""<meta name="citation_authors" content="Berg, Anna; Dahl, Carl">""", "Anna Berg; Carl Dahl")]
    [InlineData("""<meta name="author" content="Anna Berg">""", "Anna Berg")]
    [InlineData("""<a rel="author" href="/berg">Anna Berg</a>""", "Anna Berg")]
    public void Authors_are_found_wherever_a_page_gives_them(string head, string authors) =>
        Assert.Equal(authors, string.Join("; ", Html.Read($"<h1>Sleep</h1>{head}<p>Text of it.</p>").Authors));

    // What stands around an article: parts of mostly links under a heading of the page, and lines of its controls.
    [Theory]
    [InlineData("<div class=panel><h3>Most read articles</h3><ul><li><a href=/1>Bees at night</a><li><a href=/2>Owls</a><li><a href=/3>Bats"
        + "</a></ul></div>")]
    [InlineData(
        "<section><h2>Browse journal</h2><ul><li><a href=/i>All issues</a><li><a href=/e>Editors</a><li><a href=/a>Aims</a></ul>"
        + "</section>")]
    [InlineData("<div><span><h4>Key topics</h4></span><a href=/1>Rest</a> <a href=/2>Light</a> <a href=/3>Noise</a></div>")]
    [InlineData("<div>We use cookies to make the page work.</div>")]
    [InlineData("<p>Log In / Register</p>")]
    [InlineData("<p>Full text loading...</p>")]
    public void What_belongs_to_the_page_is_no_text_of_the_article(string part)
    {
        foreach (var body in (string[])[$"{part}<h1>Rest</h1>{Prose}", $"<h1>Rest</h1>{Prose}{part}"])
        {
            var (article, report) = Import($"<html><body><div>{body}</div></body></html>");
            Assert.Equal(["Background"], article!.Sections.Select(section => section.Heading));
            Assert.Equal(2, article.Sections[0].Paragraphs.Count);
            Assert.NotEmpty(report.Notes);
        }
    }

    [Fact]
    public void A_section_with_sentences_stays_whatever_it_is_called()
    {
        var (article, _) = Import(
            $"<html><body><h1>Rest</h1>{Prose}<section><h2>Related reading habits</h2><p>Those who read at night rest later than others, "
            + "as <a href=/1>three</a> <a href=/2>large</a> <a href=/3>studies</a> of readers in four towns have shown.</p></section>"
            + "</body></html>");
        Assert.Equal(["Background", "Related reading habits"], article!.Sections.Select(section => section.Heading));
    }

    [Theory]
    [InlineData("<h1>Sleep</h1><p>Lead.</p><h1>One</h1><p>A.</p><h2>Two</h2><p>B.</p>", "lead 2, One 2, Two 3")]
    [InlineData("<h1>Sleep</h1><h3>One</h3><p>A.</p><h4>Two</h4><p>B.</p>", "One 2, Two 3")]
    [InlineData("<h1>Sleep</h1><section><h1>One</h1><p>A.</p><section><h1>Two</h1><p>B.</p></section></section>", "One 2, Two 3")]
    [InlineData(
        "<h1>Sleep</h1><p>Lead.</p><div role=heading aria-level=2>One</div><p>A.</p><p><strong>Two</strong></p><p>B.</p>",
        "lead 2, One 2, Two 3")]
    [InlineData(
        "<h1>Sleep</h1><h2>One<a class=anchor href=#one>#</a><sup><a href=#x>[4]</a></sup></h2><p>A.</p><h2>See "
        + "also</h2><ul><li>Dreams.</li></ul><h2>Two</h2><p>B.</p>",
        "One 2, Two 2")]
    public void Headings_get_the_level_of_their_element(string body, string headings) =>
        Assert.Equal(
            headings, string.Join(", ", Html.Read(body).Sections.Select(section => $"{section.Heading ?? "lead"} {section.Level}")));

    [Fact]
    public void Paragraphs_and_references_give_their_line()
    {
        var draft = Html.Read(
            "<h1>Sleep</h1>\n\n<p>One.</p>\r\n<p>\nTwo.</p>\n<h2>References</h2>\n<ol>\n<li>Berg A. Sleep. Naps. 2011;1:2.</li></ol>");

        Assert.Equal([3, 4], draft.Sections[0].Paragraphs.Select(paragraph => paragraph.Line ?? 0));
        Assert.Equal(8, Assert.Single(draft.References).Line);
    }

    private const string Prose =
        "<h2>Background</h2><p>Bees rest at night, and owls rest by day; both wake when the light changes at the entrance of the nest.</p>"
        + "<p>How long they rest depends on the season, on what they have to eat, and on how many of them share a nest in the cold.</p>";

    private static ImportResult Import(string text) => ArticleImport.Run(text, Html, Vocabulary.Tagger);

    private static IEnumerable<string> Outline(Article article) =>
        article.Sections.Select(section => $"{section.Id} {section.Level} {section.Paragraphs.Count}");

    private static string Markers(Article article) =>
        string.Join(
            ' ',
            article.Sections
                .SelectMany(section => section.Paragraphs)
                .SelectMany(paragraph => paragraph.Markers)
                .Select(marker => $"{marker.Label}@{marker.At}"));
}
