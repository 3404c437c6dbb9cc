using ArticleApi.Documents.Exporting.Markdown;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Importing.Bibliographies;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Importing.Markdown;

public class CitationKeyTests
{
    private const string Bib = """
        @article{lund2019, author = {Lund, Ann and Hill, Bo and Moe, Cy}, title = {Salt and sleep}, journal = {Naps}, volume = 3,
          pages = {1--9}, year = 2019, doi = {10.1000/salt}}
        @book{hill2001, author = {Hill, Bo and Moe, Cy}, title = {Water}, year = 2001}
        @misc{board, author = {{Salt Board}}, title = {A table of salts}, year = 1998}
        @misc{plain, title = {A list without an author}}
        @book{unread, author = {Nemo, No}, title = {Nothing}, year = 1990}
        """;

    /// <summary>A text with keys, how it reads, and its markers; + is one that stays.</summary>
    public static TheoryData<string, string, string> Texts => new()
    {
        // Pandoc
        { "Salt helps [@lund2019].", "Salt helps.", "lund2019" },
        { "Salt helps [see @lund2019, pp. 3-4; @hill2001].", "Salt helps.", "lund2019 hill2001" },
        { "Lund found it [-@lund2019].", "Lund found it.", "lund2019" },
        { "Salt helps [@lund2019, [fig. 2]; cf. -@hill2001 passim].", "Salt helps.", "lund2019 hill2001" },
        { "Salt helps [@{lund2019}].", "Salt helps.", "lund2019" },
        { "Salt helps [@lund2019][@hill2001].", "Salt helps.", "lund2019 hill2001" },
        { "Salt helps [@lund2019;@hill2001], I say.", "Salt helps, I say.", "lund2019 hill2001" },
        { "@lund2019 found it.", "Lund et al. (2019) found it.", "lund2019+" },
        { "As @hill2001 [p. 3] says.", "As Hill and Moe (2001, p. 3) says.", "hill2001+" },
        { "As @hill2001 [p. 3; @board] says.", "As Hill and Moe (2001) says.", "hill2001+ board" },
        { "Hill -@hill2001 says so, see @board.", "Hill (2001) says so, see Salt Board (1998).", "hill2001+ board+" },
        { "So says @plain.", "So says “A list without an author”.", "plain+" },
        { "It is @lund2019's, not *@hill2001*.", "It is Lund et al. (2019)'s, not Hill and Moe (2001).", "lund2019+ hill2001+" },
        { "Salt [@LUND2019] helps.", "Salt helps.", "lund2019" },

        // LaTeX, MyST, jekyll-scholar
        { @"Salt helps \cite{lund2019,hill2001}.", "Salt helps.", "lund2019 hill2001" },
        { @"Salt helps \citep[see][p. 3]{lund2019}.", "Salt helps.", "lund2019" },
        {
            @"\citet{lund2019} and \textcite{hill2001} say so.",
            "Lund et al. (2019) and Hill and Moe (2001) say so.",
            "lund2019+ hill2001+"
        },
        { @"\citet{hill2001, board} say so.", "Hill and Moe (2001); Salt Board (1998) say so.", "hill2001+ board+" },
        { @"Salt helps \autocite{lund2019}\footcite{board}.", "Salt helps.", "lund2019 board" },
        { @"Salt helps \parencites[p. 1]{lund2019}[p. 2]{board}.", "Salt helps.", "lund2019 board" },
        { @"\citeauthor{hill2001} said so in \citeyear{hill2001}.", "Hill and Moe said so in 2001.", "hill2001+ hill2001+" },
        { @"Salt \nocite{board}helps.", "Salt helps.", "" },
        { "Salt helps {cite}`lund2019,hill2001`.", "Salt helps.", "lund2019 hill2001" },
        { "{cite:t}`lund2019` found it {cite:p}`board`.", "Lund et al. (2019) found it.", "lund2019+ board" },
        { "Salt helps {cite}`{see}lund2019{p. 3}`.", "Salt helps.", "lund2019" },
        { "Salt helps {% cite lund2019 %}.", "Salt helps.", "lund2019" },

        // Quarto and pandoc-crossref
        {
            "See @fig-map, [@tbl-ages], @sec-one and [@eq:two] [@lund2019].",
            "See @fig-map, [@tbl-ages], @sec-one and [@eq:two].",
            "lund2019"
        },

        // Identifiers
        { "Salt helps [@doi:10.1000/ABC.1; @pmid:765].", "Salt helps.", "doi:10.1000/ABC.1 pmid:765" },
        { "Salt helps [@doi:10.1000/abc; @doi:10.1000/ABC].", "Salt helps.", "doi:10.1000/abc" },
        { "Salt helps [@doi:10.1016/S0140-6736(90)90001-X, p. 3].", "Salt helps.", "doi:10.1016/S0140-6736(90)90001-X" },
        { "Salt helps [@{doi:10.1000/x;y}].", "Salt helps.", "doi:10.1000/x;y" },
        { "Salt helps [@doi:10.1000/x;@arxiv:2001.01234].", "Salt helps.", "doi:10.1000/x arxiv:2001.01234" },
        { "Salt helps [@url:https://example.org/a_b?c=d(e)&f=1].", "Salt helps.", "url:https://example.org/a_b?c=d(e)&f=1" },
        { "Salt helps (see @doi:10.1000/abc).", "Salt helps (see doi:10.1000/abc).", "doi:10.1000/abc+" },
        { "By the list of @doi:10.1000/salt.", "By the list of Lund et al. (2019).", "lund2019+" },
        { "Salt helps [@tag:water].", "Salt helps.", "tag:water" },
        { "Salt helps [@short].", "Salt helps.", "lund2019" },
    };

    /// <summary>Texts whose keys name nothing, and what is reported of them.</summary>
    public static TheoryData<string, string> Unknown => new()
    {
        { "@moe2019 found that salt helps.", "@moe2019" },
        { "Salt helps [@moe].", "[@moe]" },
        { "Salt helps [@doi:none].", "[@doi:none]" },
        { "So says @doi:none of it.", "@doi:none" },
        { @"Salt helps \cite{moe}, as \citet{moe} says.", @"\cite{moe}|\citet{moe}" },
        { "{cite:t}`moe` says so.", "{cite:t}`moe`" },
        { "Ask ann@example.org, @ann on the forum, or @ann@example.social.", "" },
        { "Salt helps [@moe]. Ask @ann.", "[@moe]|@ann" },
        { "Write to [@ann1987](https://example.org/ann).", "" },
        { "Use `@moe2019` and user@lund2019.org here.", "" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Keys_become_markers_and_the_text_reads_well(string text, string clean, string markers)
    {
        var (article, report) = Import($"# Salts\n\n{text}\n\n[@tag:water]: doi:10.1000/water\n[@short]: lund2019\n", Bib);

        Assert.Equal(clean, article!.Sections[0].Paragraphs[0].Text);
        Assert.Equal(markers, Markers(article));
        Assert.Empty(report.UnresolvedMarkers);
        Assert.DoesNotContain(report.Notes, note => note.Severity == NoteSeverity.Warning);
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public void What_names_nothing_stays_and_is_reported_with_its_line(string text, string unresolved)
    {
        var (article, report) = Import($"# Salts\n\n{text}\n");

        Assert.Equal(unresolved, string.Join('|', report.UnresolvedMarkers));
        Assert.All(report.Notes, note => Assert.Equal(("unknown-reference", 3), (note.Code, note.Line)));
        Assert.Equal(report.UnresolvedMarkers.Count, report.Notes.Count);
        var clean = article!.Sections[0].Paragraphs[0].Text;
        Assert.All(report.UnresolvedMarkers, marker => Assert.Contains(marker, clean, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_group_what_is_known_is_a_marker_and_the_rest_stays()
    {
        var (article, report) = Import("# Salts\n\nSalt helps [@lund2019; @moe; @ann].\n", Bib);

        Assert.Equal(("Salt helps [@moe; @ann].", "lund2019"), (article!.Sections[0].Paragraphs[0].Text, Markers(article)));
        Assert.Equal(["[@moe; @ann]"], report.UnresolvedMarkers);
    }

    [Fact]
    public void An_identifier_makes_a_reference_of_what_it_says()
    {
        var article = Import("# Salts\n\nSalt helps [@doi:10.1000/ABC; @pmid:765; @arxiv:2001.01234; @isbn:0306406152].\n").Article!;

        Assert.Equal(
            [
                ("doi:10.1000/ABC", "doi:10.1000/abc", "10.1000/abc", null),
                ("pmid:765", "PMID 765", null, "https://pubmed.ncbi.nlm.nih.gov/765/"),
                ("arxiv:2001.01234", "arXiv:2001.01234", "10.48550/arxiv.2001.01234", "https://arxiv.org/abs/2001.01234"),
                ("isbn:0306406152", "ISBN 0306406152", null, null),
            ],
            article.References.Select(work => (work.Label, work.Raw, work.Doi, work.Url)));
        Assert.Equal("Salt helps.", Assert.Single(article.Claims).Text);
        Assert.Equal(4, article.Claims[0].Citations.Count);
    }

    [Fact]
    public void Entries_come_in_as_they_are_cited_and_the_others_are_counted()
    {
        var (article, report) = Import("# Salts\n\nSo says [@board], and so [@lund2019; @board].\n", Bib);

        Assert.Equal(["board", "lund2019"], article!.References.Select(work => work.Label));
        Assert.Equal(
            ("Lund", 2019, "Salt and sleep", "Naps", "3", "1-9", "10.1000/salt", "article-journal"),
            article.References[1] is var work
                ? (work.Authors[0].Family, work.Year, work.Title, work.ContainerTitle, work.Volume, work.Pages, work.Doi, work.Type)
                : default);
        Assert.Equal(
            "Lund, Ann, Hill, Bo, Moe, Cy. (2019). Salt and sleep. Naps, 3, 1-9. https://doi.org/10.1000/salt", article.References[1].Raw);
        var note = Assert.Single(report.Notes);
        Assert.Equal(
            ("uncited-entries-left-out", "3 of 5 entries of the bibliography are cited nowhere and are left out."),
            (note.Code, note.Message));
    }

    [Theory]
    [InlineData("nocite: '@*'", 5)]
    [InlineData("nocite: |\n  @board, @plain", 3)]
    [InlineData("nocite: ['@board']", 2)]
    public void Works_that_are_not_to_be_cited_can_be_listed(string line, int references) =>
        Assert.Equal(references, Import($"---\ntitle: Salts\n{line}\n---\n\nSalt helps [@lund2019].\n", Bib).Article!.References.Count);

    [Fact]
    public void Aliases_that_are_of_no_use_are_noted()
    {
        var (article, report) = Import(
            "# Salts\n\nSalt helps [@tag:a].\n\n[@tag:a]: doi:10.1000/a\n[@tag:b]: pmid:7\n[@tag:c]: nothing\n[@tag:a]: doi:10.1000/b\n");

        Assert.Equal("10.1000/a", Assert.Single(article!.References).Doi);
        Assert.Equal(
            [("unused-alias", 6), ("broken-alias", 7), ("duplicate-label", 8)], report.Notes.Select(note => (note.Code, note.Line ?? 0)));
    }

    [Fact]
    public void A_bibliography_that_did_not_come_is_noted_with_a_way_to_send_it()
    {
        var (_, report) = Import("---\ntitle: Salts\nbibliography: paper.bib\n---\n\nSalt helps [@lund2019].\n");

        var note = report.Notes.Single(note => note.Code == "bibliography-missing");
        Assert.Equal(3, note.Line);
        Assert.Contains("multipart/form-data", note.Message, StringComparison.Ordinal);
        Assert.Contains("--bibliography", note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bibliography: a.bib", "a.bib")]
    [InlineData("bibliography: [a.bib, 'b c.json']", "a.bib|b c.json")]
    [InlineData("bibliography:\n  - a.bib\n  - b.bib", "a.bib|b.bib")]
    [InlineData("bibliography:\n  main: a.bib\n  more: b.bib", "a.bib|b.bib")]
    [InlineData("title: None", "")]
    public void The_files_that_a_text_names_are_known(string line, string files) => Assert.Equal(
        files, string.Join('|', ArticleImporters.Find("markdown")!.BibliographiesOf($"---\n{line}\n---\n\nText.\n")));

    [Fact]
    public void A_bibliography_is_of_no_use_to_a_format_without_keys()
    {
        var result = ArticleImport.Run(
            new ImportInput("Salts\n\nSalt helps.\n") { Bibliographies = [new("a.bib", Bib)] },
            ArticleImporters.Find("text")!,
            Vocabulary.Tagger);
        Assert.Contains(result.Report.Notes, note => note.Code == "bibliography-not-read");
    }

    [Fact]
    public void An_article_with_keys_that_is_exported_and_imported_is_the_same()
    {
        var article = ArticleImport.Run(
            new ImportInput("# Salts\n\n@lund2019 found that salt helps [@hill2001; @doi:10.1000/x]. It may help more [@board].\n")
            {
                Bibliographies = [new("a.bib", Bib)],
            },
            ArticleImporters.Find("markdown")!,
            Vocabulary.Tagger,
            "an-own-slug").Article!;

        var markdown = ArticleMarkdown.Write(article);
        var again = ArticleImport.Run(markdown, ArticleImporters.Find("markdown")!, Vocabulary.Tagger).Article!;

        Assert.Equal("an-own-slug", again.Slug);
        Assert.Equal(article.Sections[0].Paragraphs[0].Text, again.Sections[0].Paragraphs[0].Text);
        Assert.Equal(Markers(article), Markers(again));
        Assert.Equal(
            article.References.Select(work => (work.Label, work.Id, work.Raw)),
            again.References.Select(work => (work.Label, work.Id, work.Raw)));
        Assert.Equal(article.Claims.Select(claim => claim.Id), again.Claims.Select(claim => claim.Id));
        Assert.Equal(markdown, ArticleMarkdown.Write(again));
    }

    [Theory]
    [InlineData("slug: salt-and-water", null, "salt-and-water", false)]
    [InlineData("slug: salt-and-water", "other", "other", false)]
    [InlineData("slug: Salt & Water", null, "salts", true)]
    [InlineData("slug: Salt & Water", "other", "other", false)]
    public void The_slug_of_the_front_matter_holds_unless_another_is_given(string line, string? given, string slug, bool isNoted)
    {
        var (article, report) = ArticleImport.Run(
            $"---\ntitle: Salts\n{line}\n---\n\nSalt helps.\n", ArticleImporters.Find("markdown")!, Vocabulary.Tagger, given);

        Assert.Equal((slug, isNoted), (article!.Slug, report.Notes.Any(note => note.Code == "invalid-slug")));
    }

    /// <summary>Definitions of footnotes that are written not quite as they should be.</summary>
    [Theory]
    [InlineData("[^a]: Lund, A. (2019). Salt. *Naps*, 1, 2.\n[^b] : Hill, B. (2001). Water. *Naps*, 3, 4.")]
    [InlineData("[^a]: Lund, A. (2019). Salt. *Naps*, 1, 2.\n[^b ]: Hill, B. (2001). Water. *Naps*, 3, 4.")]
    [InlineData("[^a]： Lund, A. (2019). Salt. *Naps*, 1, 2.\n[^b]： Hill, B. (2001). Water. *Naps*, 3, 4.")]
    [InlineData("[^a]: Lund, A. (2019). Salt. *Naps*, 1, 2.\n[^b] Hill, B. (2001). Water. *Naps*, 3, 4.")]
    [InlineData("[^a] : Lund, A. (2019). Salt. *Naps*, 1, 2.\n\n[^b] : Hill, B. (2001). Water. *Naps*, 3, 4.")]
    public void Footnotes_that_are_defined_loosely_are_read(string definitions)
    {
        var (article, report) = Import($"# Salts\n\nSalt helps.[^a] Water too.[^b]\n\n{definitions}\n");

        Assert.Equal(("Salt helps. Water too.", "a b"), (article!.Sections[0].Paragraphs[0].Text, Markers(article)));
        Assert.Equal(
            ["Lund, A. (2019). Salt. Naps, 1, 2.", "Hill, B. (2001). Water. Naps, 3, 4."], article.References.Select(work => work.Raw));
        Assert.Empty(report.Notes);
    }

    [Fact]
    public void A_sign_within_a_footnote_cites_too()
    {
        var (article, report) = Import(
            "# Salts\n\nSalt helps.[^a] Water too.[^b]\n\n[^a]: Lund, A. (2019). Salt. *Naps*, 1, 2. See also [^c].\n"
            + "[^b]: See also [^c].\n[^c]: Hill, B. (2001). Water. *Naps*, 3, 4.\n");

        Assert.Equal("a c c", Markers(article!));
        Assert.Equal("Lund, A. (2019). Salt. Naps, 1, 2. See also [^c].", article!.References[0].Raw);
        Assert.Empty(report.UncitedReferences);
        Assert.Equal("The footnote b names no work and is left out: \"See also [^c].\"", Assert.Single(report.Notes).Message);
    }

    [Theory]
    [InlineData("![A map of salts.\n\nIt shows [@lund2019] all.](figures/map.png)")]
    [InlineData("![A map](figures/the map 2.png){width=50%}")]
    [InlineData("![A map](the map (old).png \"A title\")")]
    [InlineData("![A *map*, [see](http://a.b)\n\nthat is old\n\nand worn](map.png)")]
    public void An_image_whose_text_or_path_is_odd_is_left_out_with_a_note(string image)
    {
        var (article, report) = Import($"# Salts\n\nSalt helps.\n\n{image}\n\nIt does.\n");

        Assert.Equal(["Salt helps.", "It does."], article!.Sections[0].Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Contains(report.Notes, note => note.Code == "figures-left-out" && note.Line == 5);
    }

    [Theory]
    [InlineData("[@a", 10_000)]
    [InlineData("[@a;", 10_000)]
    [InlineData("@a [p", 10_000)]
    [InlineData("@{a", 10_000)]
    [InlineData("@doi:10.1/a", 10_000)]
    [InlineData("[@a] ", 4_000)]
    [InlineData("![a\n\n", 4_000)]
    [InlineData("![a](b c ", 4_000)]
    [InlineData("[^a]: [^b]\n", 4_000)]
    [InlineData("[@a]: b\n", 4_000)]
    [InlineData("\\cite[a", 4_000)]
    [InlineData("\\parencites{a}", 4_000)]
    public void A_sign_repeated_many_times_grows_no_faster_than_its_text(string sign, int times) => LinearGrowth.Check(times, size =>
    {
        var signs = string.Concat(Enumerable.Repeat(sign, size));
        Import($"# Salts\n\n{signs}\n\n[^b]: Lund, A. (2019). Salt. *Naps*, 1, 2.\n", Bib);
    });

    private static ImportResult Import(string text, string? bib = null) => ArticleImport.Run(
        new ImportInput(text) { Bibliographies = bib is null ? [] : [new BibliographyFile("some.bib", bib)] },
        ArticleImporters.Find("markdown")!,
        Vocabulary.Tagger);

    private static string Markers(Article article) => string.Join(
        ' ',
        article.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Markers)
            .Select(marker => marker.Label + (marker.Kept ? "+" : "")));
}
