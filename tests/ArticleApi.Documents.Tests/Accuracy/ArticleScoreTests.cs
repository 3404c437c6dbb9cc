using ArticleApi.Benchmarks.Accuracy;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Accuracy;

public sealed class ArticleScoreTests
{
    private const string Source = """
        Tea and Sleep
        1. Effects
        Tea delays the onset of sleep [1]. Green tea does so less than black tea [2–4].
        Nobody has studied white tea at all in this respect.
        References
        1. Lee A. Tea at night. Sleep. 2001;7:12-19.
        2. Moor B. Green tea. Sleep. 2002;8:1-9.
        3. Naur C. Black tea. Tea. 2003;9:2-8.
        4. Olsen D. Teas compared. Tea. 2004;1:3-4.
        """;

    private static readonly GoldArticle Gold = new()
    {
        Citations = [Cite("1]", "1"), Cite("2–4", "2", "3", "4")],
        Sections = [new GoldSection("1. Effects", [Span("Tea delays", "2–4]."), Span("Nobody", "respect.")])],
        References =
        [
            Line("1", "Lee", "2001", "Tea at night", "Sleep", "7", "12", "19"),
            Line("2", "Moor", "2002", "Green tea", "Sleep", "8", "1", "9"),
            Line("3", "Naur", "2003", "Black tea", "Tea", "9", "2", "8"),
            Line("4", "Olsen", "2004", "Teas compared", "Tea", "1", "3", "4"),
        ],
    };

    private static readonly Article Right = new()
    {
        Slug = "tea-and-sleep",
        Title = "Tea and Sleep",
        Sections =
        [
            new Section
            {
                Id = "1-effects",
                Heading = "1. Effects",
                Paragraphs =
                [
                    new Paragraph
                    {
                        Text = "Tea delays the onset of sleep. Green tea does so less than black tea.",
                        Markers =
                        [
                            new Marker("1", 29, "[1]", false),
                            new Marker("2", 68, "[2–4]", false),
                            new Marker("3", 68, "", false),
                            new Marker("4", 68, "", false),
                        ],
                    },
                    new Paragraph { Text = "Nobody has studied white tea at all in this respect." },
                ],
            },
        ],
        References =
        [
            Entry("1", "Lee A. Tea at night. Sleep. 2001;7:12-19.", "Lee", 2001, "Tea at night", "Sleep", "7", "12-19"),
            Entry("2", "Moor B. Green tea. Sleep. 2002;8:1-9.", "Moor", 2002, "Green tea", "Sleep", "8", "1-9"),
            Entry("3", "Naur C. Black tea. Tea. 2003;9:2-8.", "Naur", 2003, "Black tea", "Tea", "9", "2-8"),
            Entry("4", "Olsen D. Teas compared. Tea. 2004;1:3-4.", "Olsen", 2004, "Teas compared", "Tea", "1", "3-4"),
        ],
    };

    [Fact]
    public void A_right_article_has_all_ones()
    {
        var score = Judge(Right);
        Assert.Empty(score.Mistakes);
        Assert.Equal(Enum.GetValues<Measure>(), score.Measures.Keys.Order());
        foreach (var (measure, judgement) in score.Measures.Where(pair => pair.Key != Measure.Doi))
        {
            Assert.True(judgement.Strict is { F1: 1, Precision: 1, Recall: 1 } && judgement.Soft.F1 == 1, $"{measure}: {judgement}");
        }

        Assert.False(score.Measures[Measure.Doi].Strict.IsJudged);
    }

    [Fact]
    public void A_missed_marker_lowers_the_recall()
    {
        var score = Judge(WithMarkers(markers => [.. markers.Skip(1)]));
        Assert.Equal(new Score(1, 2, 1), score.Measures[Measure.Markers].Strict);
        Assert.Equal(new Score(3, 4, 3), score.Measures[Measure.Labels].Strict);
        Assert.Equal(["marker missed: 1 at elaystheonsetofsleep|greenteadoessolessth"], score.Mistakes);
    }

    [Fact]
    public void An_invented_marker_lowers_the_precision()
    {
        var score = Judge(WithMarkers(markers => [new Marker("3", 10, "3", false), .. markers]));
        Assert.Equal(new Score(3, 2, 2), score.Measures[Measure.Markers].Strict);
        Assert.Equal(new Score(5, 4, 4), score.Measures[Measure.Labels].Strict);
    }

    [Fact]
    public void A_wrong_label_stands_at_a_marker_all_the_same()
    {
        var score = Judge(WithMarkers(markers => [markers[0] with { Label = "2" }, .. markers.Skip(1)]));
        Assert.Equal(1, score.Measures[Measure.Markers].Strict.F1);
        Assert.Equal(new Score(4, 4, 3), score.Measures[Measure.Labels].Soft);
    }

    [Fact]
    public void A_marker_at_another_word_of_the_paragraph_counts_softly()
    {
        var score = Judge(WithMarkers(markers => [markers[0] with { At = 24 }, .. markers.Skip(1)]));
        Assert.Equal(new ScorePair(new Score(4, 4, 3), new Score(4, 4, 4)), score.Measures[Measure.Labels]);
    }

    [Fact]
    public void Of_a_range_whose_ends_alone_are_known_the_middle_belongs_to_it()
    {
        var ends = Gold with { Citations = [Cite("1]", "1"), Cite("2–", "2"), Cite("4]", "4")] };
        Assert.Equal(1, ArticleScore.Of("a.txt", ends, Source, Right).Measures[Measure.Labels].Strict.F1);
    }

    [Theory]
    [InlineData(
        "a.html", "<p>Sleep &amp; t&eacute;a <a href=\"#r1\">[1]</a> agree.</p>", "<a href=\"#r1\">[1]</a>", "Sleep & téa agree.", 11)]
    [InlineData(
        "a.xml",
        "<p>Sleep and <italic>tea</italic> <xref rid=\"r1\">1</xref> agree.</p>",
        "<xref rid=\"r1\">1</xref>",
        "Sleep and tea agree.",
        13)]
    [InlineData("a.md", "Sleep and [tea](https://example.org) [^note] agree.", "[^note]", "Sleep and tea agree.", 13)]
    [InlineData("a.txt", "𝛼-Sleep and tea (Lee, 2001) agree.", "Lee, 2001", "𝛼-Sleep and tea (Lee, 2001) agree.", 26, "Lee, 2001")]
    [InlineData("a.md", "Sleep is what @lee2001 asked about.", "@lee2001", "Sleep is what Lee (2001) asked about.", 24, "Lee (2001)")]
    [InlineData("a.md", "Sleep and tea [see @lee2001, p. 2] agree.", "[see @lee2001, p. 2]", "Sleep and tea agree.", 13)]
    public void Markup_is_no_part_of_a_place(
        string name, string source, string printed, string text, int at, string? mention = null)
    {
        var marker = new Marker("1", at, mention ?? printed, mention is not null);
        var start = CodePointsBefore(source, printed);
        var gold = new GoldArticle { Citations = [new GoldCitation(start, start + printed.Length, ["1"])] };
        var article = new Article
        {
            Slug = "a",
            Title = "A",
            Sections =
            [
                new Section { Id = "lead", Paragraphs = [new Paragraph { Text = text, Markers = [marker] }] },
            ],
        };
        Assert.Equal(new Score(1, 1, 1), ArticleScore.Of(name, gold, source, article).Measures[Measure.Labels].Strict);
        var elsewhere = article with
        {
            Sections =
            [
                article.Sections[0] with { Paragraphs = [new Paragraph { Text = text, Markers = [marker with { At = 5 }] }] },
            ],
        };
        Assert.Equal(new Score(1, 1, 0), ArticleScore.Of(name, gold, source, elsewhere).Measures[Measure.Labels].Strict);
    }

    [Fact]
    public void Headings_count_softly_without_their_numbers()
    {
        var renamed = Right with
        {
            Sections = [Right.Sections[0] with { Heading = "Effects:" }, new Section { Id = "more", Heading = "More" }],
        };
        Assert.Equal(new ScorePair(new Score(2, 1, 0), new Score(2, 1, 1)), Judge(renamed).Measures[Measure.Headings]);
    }

    [Fact]
    public void A_field_counts_softly_when_it_differs_little()
    {
        var score = Judge(
            WithFirst(reference => reference with { Title = "tea at Night!", Pages = "12", ContainerTitle = null, Volume = "8" }));
        Assert.Equal(new ScorePair(new Score(4, 4, 3), new Score(4, 4, 4)), score.Measures[Measure.Title]);
        Assert.Equal(new ScorePair(new Score(4, 4, 3), new Score(4, 4, 4)), score.Measures[Measure.Pages]);
        Assert.Equal(new Score(3, 4, 3), score.Measures[Measure.Container].Soft);
        Assert.Equal(new Score(4, 4, 3), score.Measures[Measure.Volume].Soft);
        Assert.Equal(new ScorePair(new Score(4, 4, 3), new Score(4, 4, 3)), score.Measures[Measure.Whole]);
    }

    [Fact]
    public void A_lost_line_does_not_spoil_those_after_it()
    {
        var score = Judge(
            Right with { References = [.. Right.References.Skip(1).Select((reference, i) => reference with { Label = $"{i + 1}" })] });
        Assert.Equal(new Score(3, 4, 3), score.Measures[Measure.Whole].Strict);
        Assert.Equal(new Score(3, 4, 3), score.Measures[Measure.Title].Strict);
    }

    [Fact]
    public void A_book_is_the_same_as_title_and_as_source()
    {
        var gold = Gold with { References = [Gold.References![0] with { Title = null }] };
        var article = Right with { References = [Right.References[0] with { Title = "Sleep", ContainerTitle = null }] };
        Assert.Equal(1, ArticleScore.Of("a.txt", gold, Source, article).Measures[Measure.Whole].Strict.F1);
    }

    [Fact]
    public void What_the_gold_file_does_not_know_is_not_judged()
    {
        Assert.Empty(ArticleScore.Of("a.txt", new GoldArticle(), Source, Right).Measures);
        var unfit = Gold with
        {
            Citations = null,
            Sections = null,
            References = [.. Gold.References!.Select(reference => reference with { PunctuationFromSource = false })],
        };
        Assert.Empty(ArticleScore.Of("a.txt", unfit, Source, Right).Measures);
    }

    [Fact]
    public void An_article_that_cannot_be_read_finds_nothing()
    {
        var score = ArticleScore.Of("a.txt", Gold, Source, null);
        Assert.Equal(new Score(0, 4, 0), score.Measures[Measure.Labels].Soft);
        Assert.Equal(new Score(0, 4, 0), score.Measures[Measure.Whole].Soft);
    }

    [Fact]
    public void References_where_there_are_none_are_invented()
    {
        var score = ArticleScore.Of("a.txt", new GoldArticle { References = [] }, Source, Right);
        Assert.Equal(new Score(4, 0, 0), score.Measures[Measure.Whole].Soft);
    }

    private static ArticleScore Judge(Article article) => ArticleScore.Of("a.txt", Gold, Source, article);

    private static Article WithMarkers(Func<IReadOnlyList<Marker>, IReadOnlyList<Marker>> change)
    {
        var section = Right.Sections[0];
        var paragraph = section.Paragraphs[0];
        return Right with
        {
            Sections =
            [
                section with { Paragraphs = [paragraph with { Markers = change(paragraph.Markers) }, .. section.Paragraphs.Skip(1)] },
            ],
        };
    }

    private static Article WithFirst(Func<Reference, Reference> change) =>
        Right with { References = [change(Right.References[0]), .. Right.References.Skip(1)] };

    private static GoldCitation Cite(string printed, params string[] labels)
    {
        var start = Source.IndexOf('[' + printed, StringComparison.Ordinal) is >= 0 and var bracket
            ? bracket + 1
            : Source.IndexOf(printed, StringComparison.Ordinal);
        return new GoldCitation(start, start + printed.TrimEnd(']', '–').Length, labels);
    }

    private static GoldSpan Span(string first, string last) =>
        new(Source.IndexOf(first, StringComparison.Ordinal), Source.IndexOf(last, StringComparison.Ordinal) + last.Length);

    private static GoldReference Line(
        string label, string family, string year, string title, string container, string volume, string first, string last)
    {
        var start = Source.IndexOf($"{label}. {family}", StringComparison.Ordinal) + label.Length + 2;
        return new GoldReference
        {
            Label = label,
            Authors = [new GoldAuthor(family, "A", null)],
            Year = year,
            Title = title,
            Container = container,
            Volume = volume,
            FirstPage = first,
            LastPage = last,
            RawStart = start,
            RawEnd = Source.IndexOf('\n', start) is >= 0 and var end ? end : Source.Length,
        };
    }

    private static Reference Entry(
        string label, string raw, string family, int year, string title, string container, string volume, string pages) =>
        new()
        {
            Label = label,
            Id = $"ref_{label}",
            Raw = raw,
            Authors = [PersonName.Person(family, "A")],
            Year = year,
            Title = title,
            ContainerTitle = container,
            Volume = volume,
            Pages = pages,
        };

    private static int CodePointsBefore(string text, string part) =>
        text[..text.IndexOf(part, StringComparison.Ordinal)].EnumerateRunes().Count();
}
