using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Exporting.Markdown;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Tests.Importing;
using ArticleApi.Documents.Text;
using CsCheck;

namespace ArticleApi.Documents.Tests.Exporting.Markdown;

/// <summary>What is written as Markdown is read back as the same article.</summary>
public sealed class ArticleMarkdownTests
{
    public static TheoryData<string> Samples =>
    [
        .. new[] { "Samples", Path.Combine("Accuracy", "Samples") }
            .SelectMany(
                folder => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*", SearchOption.AllDirectories))
            .Where(file => !file.EndsWith(".gold.json", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(AppContext.BaseDirectory, file)).Order(StringComparer.Ordinal),
    ];

    // Signs of Markdown and its dialects, and what the importer looks for in a text.
    private static readonly Gen<string> Words = Gen.OneOf((string[])[
        "zinc", "Serotonin", "may", "sleep", "bees", "*", "**", "_", "__", "snake_case_word", "[", "]", "[1]", "[^1]", "[x](y)", "![", "!",
        "<", "<b>", "</b>", "<!--", ">", "`", "```", "#", "##", "1.", "2)", "12. ", "-", "+", "---", "===", "~~", "~", "^", "^2^", "$",
        "$5", "$$", "\\", "\\begin{x}", "{", "}", "{.a}", "{{", "|", ":", ":::", "&", "&amp;", "&#65;", "@fox", "a@b.org", "==", "'", "\"",
        "https://example.org/a_b*c", "https://example.org/(x).", "www.example.org", "HTTP://X.org", "http://", "5-HT", "Zn2+", "Lee (2020)",
        "(Dahl, 2021)", "e.g.", "p < 0.05", "😀", "Ü", "References", "Sources:", "Key points", "Figure 1. It", "Table:", "By Ann Lee",
        "[toc]", "(", ")", ",", ".", ";", "?", "–", "%", "::: x", "Share this", "é.", "It is so."]);

    private static readonly Gen<string> Texts = Words.Array[1, 12].Select(words => CleanText.Of(string.Join(' ', words)));

    private static readonly Gen<string> Glued = Words.Array[1, 8].Select(words => CleanText.Of(string.Concat(words)));

    private static readonly Gen<string> Lines = Gen.OneOf(Texts, Glued).Where(text => text.Length > 0);

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_survives_a_Markdown_round_trip(string file)
    {
        var detected = DetectedInput.Of(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, file)), path: file);
        var (article, _) = ArticleImport.Run(detected.Input!, detected.Importer, Vocabulary.Tagger);
        var read = ReadBack(article!);
        Same(article!, read);
        Assert.Equal(article!.References.Select(Fields), read.References.Select(Fields));
    }

    [Fact]
    public void Fields_that_reading_its_line_would_not_give_come_back()
    {
        Reference[] references =
        [
            new()
            {
                Label = "berg*21",
                Id = "",
                Raw = "Bread.",
                Type = "book",
                Authors = [PersonName.Person("van der Berg", "Ö., Jr."), PersonName.Group("Bakers, Millers & \"Co\"")],
                Year = 987,
                Title = "Bread & *rest*: `why`",
                ContainerTitle = "Grain_Press_",
                Volume = "3A",
                Issue = "S1",
                Pages = "e1-e9",
                Doi = "10.1000/bread(1)",
                Url = "https://example.org/a?b=c",
            },
            new() { Label = "2", Id = "", Raw = "Roe A. Bees. Sleep. 2017;3:1-9." },
        ];
        var article = new Article
        {
            Slug = "bread",
            Title = "Bread",
            Sections = [new Section { Id = Section.LeadId, Paragraphs = [new Paragraph { Text = "It rests." }] }],
            References = references,
        };
        Assert.Equal(Fields(references[0]), Fields(ReadBack(article).References[0]));
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Any_article_survives_a_Markdown_round_trip() => Properties.Hold(Articles(), 200, article =>
    {
        // The importer finds the mentions of the references and the claims; those come back too.
        var read = ReadBack(article);
        SameText(article, WithoutMentions(read));
        Same(read, ReadBack(read));
    });

    [Theory]
    [Trait("Category", "Fuzz")]
    [InlineData("http://")]
    [InlineData("www.")]
    [InlineData("(")]
    [InlineData("!")]
    [InlineData("=")]
    public void A_long_text_takes_no_more_than_its_share(string piece) => LinearGrowth.Check(200_000 / piece.Length, size =>
    {
        var text = string.Concat(Enumerable.Repeat(piece, size)).TrimEnd();
        var markers = Enumerable.Range(0, text.Length / 200).Select(i => new Marker("1", i * 50, "", Kept: false));
        var article = new Article
        {
            Slug = "long",
            Title = "Long",
            Sections = [new Section { Id = Section.LeadId, Paragraphs = [new Paragraph { Text = text, Markers = [.. markers] }] }],
            References = [new Reference { Label = "1", Id = "", Raw = text }],
        };
        Assert.True(ArticleMarkdown.Write(article).Length > text.Length * 2);
    });

    private static Gen<Article> Articles()
    {
        var paragraphs = Gen.Select(Lines, Gen.Select(Gen.Int[0, 80], Gen.Int[1, 4]).Array[0, 3]);
        var sections = Gen.Select(Lines, Gen.Int[2, 6], paragraphs.Array[0, 3]);
        return Gen.Select(
            Lines, Lines, Lines, sections.Array[1, 4], Lines.Array[4], Gen.Bool).Select((title, name, point, parts, entries, isOpen) =>
        {
            var ids = new SectionIds([]);
            return new Article
            {
                Slug = "generated",
                Title = title,
                Subtitle = name,
                Category = name,
                Authors = [name, title],
                ReviewedBy = [point],
                PublishedOn = new DateOnly(2021, 5, 3),
                Source = new ArticleSource { Publisher = title, Url = "https://example.org/a_b?c=*d*", License = "CC-BY-4.0" },
                KeyPoints = [new KeyPoint(point), new KeyPoint(title)],
                Sections =
                [
                    .. parts.Select((part, i) => new Section
                    {
                        Id = ids.Next(i == 0 && isOpen ? null : part.Item1),
                        Heading = i == 0 && isOpen ? null : part.Item1,
                        Level = i == 0 && isOpen ? Section.TopLevel : part.Item2,
                        Paragraphs =
                        [
                            .. (i == 0 ? part.Item3.Append(("It is so.", [])) : part.Item3).Select(
                                paragraph => Paragraph(paragraph.Item1, paragraph.Item2)),
                        ],
                    }),
                ],
                References = [.. entries.Select((raw, i) => new Reference { Label = $"{i + 1}", Id = "", Raw = raw })],
            };
        });
    }

    // Markers stand where importing leaves them: together, or with text between.
    private static Paragraph Paragraph(string text, (int At, int Label)[] wanted)
    {
        var places = new List<int>();
        foreach (var place in wanted
            .Select(marker => MarkerCuts.InsertionIndex(text, CodePoints.ToIndex(text, Math.Min(marker.At, CodePoints.Count(text)))))
            .Order())
        {
            places.Add(places.Count > 0 && text[places[^1]..place].Trim(' ', ',', ';', '-', '–').Length == 0 ? places[^1] : place);
        }

        var labels = wanted.Select(marker => $"{marker.Label}").Distinct();
        return new()
        {
            Text = text,
            Markers =
            [
                .. labels.Zip(places, (label, place) => new Marker(label, CodePoints.Count(text.AsSpan(0, place)), "", Kept: false)),
            ],
        };
    }

    private static Article ReadBack(Article article)
    {
        var markdown = ArticleMarkdown.Write(article);
        var importer = FormatDetector.Detect(markdown, "text/markdown", null)!;
        return ArticleImport.Run(markdown, importer, Vocabulary.Tagger, article.Slug).Article!;
    }

    private static Article WithoutMentions(Article article) => article with
    {
        Sections =
        [
            .. article.Sections.Select(section => section with
            {
                Paragraphs =
                [
                    .. section.Paragraphs.Select(
                        paragraph => paragraph with { Markers = [.. paragraph.Markers.Where(marker => !marker.Kept)] }),
                ],
            }),
        ],
    };

    private static void Same(Article expected, Article article)
    {
        SameText(expected, article);
        Assert.Equal(expected.Claims.Select(Evidence), article.Claims.Select(Evidence));
    }

    private static void SameText(Article expected, Article article)
    {
        Assert.Equal(Head(expected), Head(article));
        Assert.Equal(expected.KeyPoints, article.KeyPoints);
        Assert.Equal(Body(expected), Body(article));
        Assert.Equal(
            expected.References.Select(reference => (reference.Label, reference.Raw)),
            article.References.Select(reference => (reference.Label, reference.Raw)));
    }

    private static string Fields(Reference reference) =>
        $"{reference with { Id = "", Authors = [] }} {string.Join("; ", reference.Authors)}";

    private static string Head(Article article) => string.Join(
        '|',
        [
            article.Title,
            article.Subtitle,
            article.Category,
            article.Language,
            .. article.Authors,
            "by",
            .. article.ReviewedBy,
            $"{article.PublishedOn:yyyy-MM-dd}",
            $"{article.Source}",
        ]);

    private static IEnumerable<string> Body(Article article) => article.Sections.SelectMany(section => section.Paragraphs
        .Select(paragraph =>
            $"{paragraph.Text} "
            + $"{string.Join(' ', paragraph.Markers.Select(marker => $"{marker.Label}@{marker.At}{(marker.Kept ? "!" : "")}"))}")
        .Prepend($"{section.Id} {section.Heading} {section.Level}"));

    private static string Evidence(Claim claim) =>
        $"{claim.Id} {claim.Text} {claim.Location} {string.Join(' ', claim.Topics)} {string.Join(' ', claim.Hedges)} "
        + $"{string.Join(' ', claim.Citations)}";
}
