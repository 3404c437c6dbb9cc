using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Importing;

/// <summary>
/// Any form of the same article gives the same sections, references and claims. The notes may differ: a form tells no more than it prints,
/// and a table of Markdown has no place in plain text.
/// </summary>
public sealed class FormsTests
{
    private static readonly Article Plain = Import("article.txt");
    private static readonly Article AuthorYear = Import("harder.txt");

    [Theory]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("xml")]
    public void An_article_in_every_format_gives_the_same_result(string extension) => Same(Plain, Import($"article.{extension}"));

    [Theory]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("xml")]
    public void An_author_year_article_in_every_format_gives_the_same_result(string extension) =>
        Same(AuthorYear, Import($"harder.{extension}"));

    [Fact]
    public void The_author_year_article_is_read_rightly()
    {
        Assert.Equal(
            [
                "Abstract", "1. Introduction", "2. What the trials measured", "2.1 Zinc", "2.2 Serotonin", "3. What follows",
                "Acknowledgements",
            ],
            AuthorYear.Sections.Select(section => section.Heading));
        Assert.Equal([2, 2, 2, 3, 3, 2, 2], AuthorYear.Sections.Select(section => section.Level));
        Assert.Equal(
            ["", "1 2 3 5", "", "1 4 2 3", "4", "5", ""],
            AuthorYear.Sections.Select(
                section => string.Join(' ', section.Paragraphs.SelectMany(paragraph => paragraph.Markers).Select(marker => marker.Label))));
        Assert.Equal("10.1000/shift.2015.8", AuthorYear.References[0].Doi);
        Assert.Contains(AuthorYear.Claims, claim =>
            claim.Text.StartsWith("Patients with AN", StringComparison.Ordinal) && claim.Topics.Contains("anorexia-nervosa"));
        Assert.DoesNotContain(AuthorYear.Claims, claim =>
            claim.Text.Contains("fourteen", StringComparison.Ordinal) || claim.Text.Contains("We thank", StringComparison.Ordinal));
    }

    [Fact]
    public void The_numbered_article_is_read_rightly()
    {
        Assert.Equal("Sleep and the Minerals|What a short night does to zinc and copper|Ann Lee, Bo Dahl|2021-05-03|en", Head(Plain));
        Assert.Equal([null, "What was measured", "What remains open"], Plain.Sections.Select(section => section.Heading));
        Assert.Equal(
            ["1", "2 3 2 1 2 3 4", "2"],
            Plain.Sections.Select(
                section => string.Join(' ', section.Paragraphs.SelectMany(paragraph => paragraph.Markers).Select(marker => marker.Label))));
        Assert.Equal(6, Plain.Claims.Count);
    }

    private static void Same(Article expected, Article article)
    {
        Assert.Equal(Head(expected), Head(article));
        Assert.Equal(expected.KeyPoints, article.KeyPoints);
        Assert.Equal(Body(expected), Body(article));
        Assert.Equal(expected.References.Select(Fields), article.References.Select(Fields));
        Assert.Equal(expected.Claims.Select(Evidence), article.Claims.Select(Evidence));
    }

    private static Article Import(string name)
    {
        var path = Path.Combine("forms", name);
        var text = TestFiles.Sample(path);
        var (article, report) = ArticleImport.Run(text, FormatDetector.Detect(text, null, path)!, Vocabulary.Tagger);
        Assert.Empty(report.UnresolvedMarkers);
        Assert.Empty(report.UncitedReferences);
        return article!;
    }

    private static string Head(Article article) =>
        $"{article.Title}|{article.Subtitle}|{string.Join(", ", article.Authors)}|{article.PublishedOn:yyyy-MM-dd}|{article.Language}";

    private static IEnumerable<
        string> Body(Article article) => article.Sections.SelectMany(section => section.Paragraphs.Select(paragraph =>
        $"{section.Id} {section.Heading} {section.Level}: {paragraph.Text} "
        + $"{string.Join(' ', paragraph.Markers.Select(marker => $"{marker.Label}@{marker.At}{(marker.Kept ? "!" : "")}"))}"));

    private static string Fields(Reference reference) => $"{reference with { Authors = [] }} {string.Join(' ', reference.Authors)}";

    private static string Evidence(Claim claim) =>
        $"{claim.Id} {claim.Text} {claim.Location} {string.Join(' ', claim.Topics)} {string.Join(' ', claim.Hedges)} "
        + $"{string.Join(' ', claim.Citations)}";
}
