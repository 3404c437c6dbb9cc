using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using CsCheck;

namespace ArticleApi.Documents.Tests.Importing;

public class ArticleImportTests
{
    private static readonly IArticleImporter PlainText = ArticleImporters.Find("text")!;
    private static readonly string[] Chemistry = ["serotonin", "dopamine", "glutamate", "zinc"];

    [Fact]
    public void A_magazine_article_is_imported_whole()
    {
        var (article, report) = Import(TestFiles.Sample("text/magazine.txt"));

        Assert.Equal(
            (
                "Ketamine",
                "A Sleepy Drug Wakes Up the Clinic",
                "Given sparingly, an old painkiller may get a starved brain talking again.",
                new DateOnly(2021, 3, 9),
                "a-sleepy-drug-wakes-up-the-clinic"),
            (article!.Category, article.Title, article.Subtitle, article.PublishedOn, article.Slug));
        Assert.Equal(["Paula Quist"], article.ReviewedBy);
        Assert.Equal(3, article.KeyPoints.Count);
        Assert.Equal("Nobody knows how it would do so.", article.KeyPoints[2].Text);
        Assert.Equal(
            ["lead 3", "what-medicine-has-to-offer 2", "ketamine 2", "can-a-drug-feed-the-mind 2", "what-comes-next 2"],
            article.Sections.Select(section => $"{section.Id} {section.Paragraphs.Count}"));
        Assert.Equal(
            "1 8 9 10 1 2 3 4 4 6 6 7 7 5 5",
            string.Join(
                ' ',
                article.Sections
                    .SelectMany(section => section.Paragraphs)
                    .SelectMany(paragraph => paragraph.Markers)
                    .Select(marker => marker.Label)));
        Assert.Equal(new ImportCounts(5, 11, 3, 10, 15, 15, article.Claims.Count), report.Counts);
        Assert.Empty(report.UnresolvedMarkers);
        Assert.Empty(report.UncitedReferences);
        Assert.Equal([("boilerplate", 28), ("authors-left-out", 39)], report.Notes.Select(note => (note.Code, note.Line ?? 0)));
        Assert.StartsWith(
            "Surgeons have put patients to sleep with it since the 1960s. It is now",
            article.Sections[2].Paragraphs[0].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_carry_their_evidence()
    {
        var claims = Import(TestFiles.Sample("text/magazine.txt")).Article!.Claims;

        Assert.Equal(
            [
                "One idea is that the drug, much like antidepressants, shifts serotonin, which could lift the "
                + "appetite. [4 Marker] hedged by could",
                "Another idea is that it mends dopamine pathways. [4 Marker]",
                "It lets more glutamate flow between cells. [3 Marker]",
                "Hermens et al. (2020) propose to give zinc after ketamine. [5 Narrative]",
                "Zinc keeps nerve cells healthy. [5 Paragraph]",
                "Patients often lack zinc. [5 Paragraph]",
                "The drug could come first and zinc second. [5 Marker] hedged by could",
            ],
            Chemistry.SelectMany(topic => claims.Where(claim => claim.Topics.Contains(topic))).Select(Show));
    }

    [Fact]
    public void A_sentence_without_a_topic_needs_a_citation_of_its_own_and_a_question_is_no_claim()
    {
        var texts = Import(TestFiles.Sample("text/magazine.txt")).Article!.Claims.Select(claim => claim.Text).ToList();

        Assert.Contains("In mice the drug is promising.", texts);
        Assert.DoesNotContain("They kept eating.", texts);
        Assert.DoesNotContain("Is that so in people?", texts);
        var traced = Import(TestFiles.Sample("text/magazine.txt")).Article!.Claims
            .Single(claim => claim.Text.Contains("Temizer", StringComparison.Ordinal));
        Assert.Equal([new Citation("7", CitationVia.Marker)], traced.Citations);
    }

    [Fact]
    public void A_journal_article_has_numbered_headings_and_text_after_its_references()
    {
        var (article, report) = Import(TestFiles.Sample("text/journal.txt"));

        Assert.Equal("Night Shifts and the Liver: A Review", article!.Title);
        Assert.Equal(["Anna Berg, MD", "Carl Dahl"], article.Authors);
        Assert.Equal(new DateOnly(2020, 12, 4), article.PublishedOn);
        Assert.Equal(
            [
                "abstract 2 1", "1-introduction 2 1", "2-methods 2 0", "2-1-search 3 1", "2-2-selection 3 1", "3-results 2 1",
                "4-conclusions 2 1", "appendix 2 1",
            ],
            article.Sections.Select(section => $"{section.Id} {section.Level} {section.Paragraphs.Count}"));
        Assert.Equal("2.1. Search", article.Sections[3].Heading);
        Assert.Equal(["1", "2", "3"], article.References.Select(reference => reference.Label));
        Assert.Equal("10.1000/foss.2017", article.References[2].Doi);
        Assert.Empty(report.Notes);
    }

    [Fact]
    public void Lines_wrapped_in_the_middle_of_a_sentence_are_joined()
    {
        var (article, report) = Import(TestFiles.Sample("text/wrapped.txt"));

        Assert.Equal(("How Bees Keep Warm", new DateOnly(2019, 2, 3)), (article!.Title, article.PublishedOn));
        Assert.Equal(["Dana Eriksson"], article.Authors);
        Assert.Equal(["lead 1", "what-the-honey-is-for 1"], article.Sections.Select(section => $"{section.Id} {section.Paragraphs.Count}"));
        Assert.Contains("its flight muscles without", article.Sections[0].Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.Contains("A well-fed colony can", article.Sections[1].Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.Equal(["91", "156"], article.References.Select(reference => reference.Volume));
        Assert.Equal(["2", "1"], article.Sections.Select(section => Assert.Single(section.Paragraphs[0].Markers).Label));
        Assert.Empty(report.Notes);
    }

    [Theory]
    [InlineData("a\n\n", "paragraphs")]
    [InlineData("Zinc helps sleep. ", "claims")]
    [InlineData("word [1] ", "markers")]
    [InlineData("References\n1. Doe J. Zinc. Sleep. 2020;1:1.\n", "references", "2. Doe J. Iron. Sleep. 2021;2:1.\n")]
    public void A_text_with_more_parts_than_the_limit_is_refused(string piece, string parts, string? repeated = null)
    {
        var many = string.Concat(Enumerable.Repeat(repeated ?? piece, 110_000));
        var text = "A Title\n\nText is here.\n\n" + (repeated is null ? many : piece + many);
        var result = Import($"{text}\n\nReferences\n{List(9)}");
        Assert.Null(result.Article);
        Assert.Equal($"too-many-{parts}", result.Report.Notes.Single(note => note.Severity == NoteSeverity.Error).Code);
    }

    [Theory]
    [InlineData("text", "a\n", 1, "lines")]
    [InlineData("markdown", "a\n", 1, "lines")]
    [InlineData("html", "<p>a", 2, "elements")]
    [InlineData("html", "<p id=a>", 2, "elements")]
    [InlineData("jats", "<p>a</p>", 2, "elements")]
    [InlineData("jats", "<p id='a'/>", 2, "elements")]
    public void A_text_of_more_pieces_than_an_article_has_is_refused(string format, string piece, int pieces, string parts)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (ImportLimits.MaxElements / pieces) + 2));
        var whole = format == "jats" ? $"<article>{text}</article>" : text;

        var result = ArticleImport.Run(whole, ArticleImporters.Find(format)!, Vocabulary.Tagger);

        Assert.Equal($"too-many-{parts}", result.Report.Notes.Single(note => note.Severity == NoteSeverity.Error).Code);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\t\u200B\n", "empty")]
    [InlineData("Only a Title", "no-body")]
    [InlineData("A Title\nReferences\n1. Berg A. Sleep. Naps. 2020;1:2.", "no-body")]
    public void Text_that_is_no_article_gives_an_error(string text, string code)
    {
        var (article, report) = Import(text);

        Assert.Null(article);
        Assert.Equal((NoteSeverity.Error, code), (report.Notes[^1].Severity, report.Notes[^1].Code));
        Assert.Equal(ImportCounts.None, report.Counts);
    }

    [Fact]
    public void Section_ids_are_unique()
    {
        var article = Import("A Title\nSome text here.\nLead\nText one.\nNotes\nText two.\nNotes\nText three.\nВ ???\nText four.").Article!;

        Assert.Equal(["lead", "lead-2", "notes", "notes-2", "в"], article.Sections.Select(section => section.Id));
    }

    [Fact]
    public void A_given_slug_is_kept_and_a_missing_title_gives_a_note()
    {
        var sentences = string.Join(' ', Enumerable.Repeat("Sleep is good for the heart, and the heart is good for sleep.", 8));

        var (article, report) = ArticleImport.Run(sentences, PlainText, Vocabulary.Tagger, "my-slug");

        Assert.Equal(("my-slug", "Sleep is good for the heart, and the heart is good for sleep."), (article!.Slug, article.Title));
        Assert.Equal("no-title", Assert.Single(report.Notes).Code);
    }

    [Fact]
    public void Labels_are_as_printed_or_else_positions_and_are_unique()
    {
        var labelled = Import(
            "A Title\nBody text [1].\nReferences\n1. Berg A. Sleep. Naps. 2020;1:2.\n1. Dahl B. Sleep. Naps. 2021;1:2.\n"
            + "2. Eng C. Sleep. Naps. 2021;1:2.");
        var bare = Import("A Title\nBody text.\nWorks Cited\nBerg, A. (2020). Sleep. Naps, 1, 2.\nDahl, B. (2021). Sleep. Naps, 1, 2.");

        Assert.Equal(["1", "1-2", "2"], labelled.Article!.References.Select(reference => reference.Label));
        Assert.Contains(labelled.Report.Notes, note => note is { Code: "duplicate-label", Line: 5 });
        Assert.Equal(["1-2", "2"], labelled.Report.UncitedReferences);
        Assert.Equal(["1", "2"], bare.Article!.References.Select(reference => reference.Label));
    }

    [Fact]
    public void A_reference_without_a_label_takes_none_from_another()
    {
        var (article, report) = Import(
            "A Title\nBody text [2].\nReferences\n1. Berg A. Sleep. Naps. 2020;1:2.\nDahl B. Sleep. Naps. 2021;1:2.\n"
            + "2. Eng C. Sleep. Naps. 2021;1:2.");

        Assert.Equal(["1", "2-unlabelled", "2"], article!.References.Select(reference => reference.Label));
        Assert.Equal("2", Assert.Single(article.Sections[0].Paragraphs[0].Markers).Label);
        Assert.Equal(("missing-label", 5), (Assert.Single(report.Notes).Code, report.Notes[0].Line));
    }

    [Fact]
    public void A_list_may_start_at_any_number_but_a_number_out_of_order_is_no_label()
    {
        var article = Import(
            "A Title\nBody text [11].\nReferences\n11. Berg A. Sleep. Naps,\n2020. 1:2.\n12. Eng C. Sleep. Naps,\n101. 2021").Article!;

        Assert.Equal(
            ["11 Berg A. Sleep. Naps, 2020. 1:2.", "12 Eng C. Sleep. Naps, 101. 2021"],
            article.References.Select(reference => $"{reference.Label} {reference.Raw}"));
    }

    [Fact]
    public void What_stays_in_doubt_gives_a_note_with_its_line()
    {
        var report = Import(
            "A Title\nBody text.1\n\nThe word [9] stands, as Meyer et al. (2001) said.\nReferences\n"
            + "1. Berg, A. (2020). Sleep. Naps, 1, 2.").Report;

        Assert.Equal(["[9]", "Meyer et al. (2001)"], report.UnresolvedMarkers);
        Assert.Equal([("unknown-label", 4), ("unknown-citation", 4)], report.Notes.Select(note => (note.Code, note.Line ?? 0)));
        Assert.Equal((3, 1), (report.Counts.Markers, report.Counts.ResolvedMarkers));
    }

    [Theory]
    [InlineData("text/magazine.txt")]
    [InlineData("text/journal.txt")]
    public void Every_line_is_in_the_article_or_in_a_note(string sample)
    {
        var text = TestFiles.Sample(sample);
        var draft = PlainText.Read(text);
        HashSet<int?> told =
        [
            .. draft.Notes.Select(note => note.Line),
            .. draft.References.Select(reference => reference.Line),
            .. draft.KeyPoints.Select(point => point.Line),
        ];
        told.UnionWith(draft.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Line));
        HashSet<string?> names =
        [
            draft.Category,
            draft.Title,
            draft.Subtitle,
            draft.Source.Url,
            string.Join(", ", draft.Authors),
            .. draft.Sections.Select(section => section.Heading),
        ];

        var lines = text.Split('\n')
            .Index()
            .Where(line => line.Item.Length > 0 && !told.Contains(line.Index + 1) && !names.Contains(line.Item)
                && !draft.References.Any(reference => reference.Raw.EndsWith(line.Item, StringComparison.Ordinal)));

        Assert.All(lines, line => Assert.Matches("^(P(osted|ublished) .*|Key points|References|Bibliography:)$", line.Item));
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Markers_put_back_in_place_give_the_paragraph_as_printed() =>
        Properties.Hold(
            Gen.Select(
                Gen.OneOf("Sleep helps", "😀 Naps do too", "In 1999 it rose 3.5 %", "Cells grew (see Fig. 2)", "It rose, “he said”", "𝄞"),
                Gen.OneOf(
                    ".1", ".2,3", ".4–6", ",7 they say.", ".[8]", ".", ";9 so it is.", "[3] here.", "⁵ now.",
                    ". Frank (2016) knew.")).Array[1, 8],
            300,
            pieces =>
            {
                var printed = string.Join(' ', pieces.Select(piece => piece.Item1 + piece.Item2));
                var article = Import($"A Title\n{printed}\nReferences\n{List(9)}").Article!;
                var paragraph = Assert.Single(article.Sections[0].Paragraphs);

                var rebuilt = "";
                var from = 0;
                foreach (var marker in paragraph.Markers.Where(marker => !marker.Kept))
                {
                    rebuilt += CodePoints.Slice(paragraph.Text, from, marker.At) + marker.Text;
                    from = marker.At;
                }

                Assert.Equal(printed, rebuilt + CodePoints.Slice(paragraph.Text, from, CodePoints.Count(paragraph.Text)));
                Assert.Equal(CleanText.Of(paragraph.Text), paragraph.Text);
                Assert.Equal(
                    pieces.Count(piece => piece.Item2 is not ("." or ". Frank (2016) knew.")),
                    paragraph.Markers.Count(marker => !marker.Kept && marker.Text.Length > 0));
            });

    [Fact]
    [Trait("Category", "Fuzz")]
    public void The_span_of_a_claim_cuts_out_its_text() =>
        Properties.Hold(
            Gen.OneOf(
                "😀 Zinc helps.1 ", "𝄞𝄞 ", "Serotonin (5-HT) falls [2]. ", "Does zinc? ", "AN is hard, he said.³ ", "“Zinc!” 😀.4 ",
                "Frank (2016) knew. ", "zinc ").Array[1, 10].Select(string.Concat),
            300,
            body =>
            {
                var article = Import($"A Title\n{body}\nReferences\n{List(9)}").Article!;
                foreach (var claim in article.Claims)
                {
                    var paragraph = article.Sections.Single(
                        section => section.Id == claim.Location.SectionId).Paragraphs[claim.Location.Paragraph - 1];
                    Assert.Equal(claim.Text, CodePoints.Slice(paragraph.Text, claim.Location.Start, claim.Location.End));
                    Assert.Equal(claim.Citations.Count, claim.Citations.Select(citation => citation.Label).Distinct().Count());
                }
            });

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Random_text_gives_an_article_or_an_error() =>
        Properties.Hold(
            Gen.OneOf(
                "\n", "\n\n", "\r", "\0", "\ud800", "\udc00", "\u2028", "A Title", "Key points", "- a", "References", "1)", "[1]",
                "1. Berg, A. (2020). Sleep.", " [1-9]", "¹²", ".3", "Posted ", "May 32, 2020", "9999-99-99", "By ", "Reviewed by",
                "Frank (2016)", "(2016)", "et al. (2016", "601,2,3", "20193", "x.", "((", "))", "“", " ", "\t", "99999999999999999999",
                "2.1.", "Sources", "https://", "10.1000/", new string('a', 300)).Array[0, 25].Select(string.Concat),
            600,
            text =>
            {
                var (article, report) = Import(text);
                Assert.Equal(article is null, report.Notes.Any(note => note.Severity == NoteSeverity.Error));
                Assert.Equal(report.Notes.OrderBy(note => note.Line ?? int.MaxValue), report.Notes);
            });

    [Theory]
    [Trait("Category", "Fuzz")]
    [InlineData("[1]")]
    [InlineData("[1,")]
    [InlineData("1, ")]
    [InlineData("(see ref. 1 ")]
    [InlineData(" /1/")]
    [InlineData("a^1 ")]
    [InlineData("word 1 . ")]
    [InlineData("vitamin A1 ")]
    [InlineData("((1) ")]
    [InlineData("Roe et al. 2001 ")]
    [InlineData("(National Roe, Roe and Roe 2001) ")]
    [InlineData("anorexia nervosa (AN) ")]
    [InlineData("Figure 1. Aa ")]
    [InlineData("Table 1\na\tb\n")]
    [InlineData("Notes\n1. 2. ")]
    public void A_repeated_piece_takes_no_more_than_its_share(string piece) => LinearGrowth.Check(16_000 / piece.Length, size =>
    {
        var text = string.Concat(Enumerable.Repeat(piece, size));

        var (article, _) = Import($"A Title\n\nText is here. {text}\n\nReferences\n{List(9)}");

        Assert.NotNull(article);
    });

    private static ImportResult Import(string text) => ArticleImport.Run(text, PlainText, Vocabulary.Tagger);

    private static string List(int count) =>
        string.Join(
            '\n',
            Enumerable.Range(1, count)
                .Select(i => i == 5 ? "5. Frank, G. (2016). Sleep. Naps, 5, 5." : $"{i}. Berg, A. ({2000 + i}). Sleep. Naps, {i}, {i}."));

    private static string Show(Claim claim) =>
        $"{claim.Text} [{string.Join(", ", claim.Citations.Select(citation => $"{citation.Label} {citation.Via}"))}]"
        + (claim.Certainty == Certainty.Hedged ? $" hedged by {string.Join(", ", claim.Hedges)}" : "");
}
