using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Importing;

/// <summary>Any form of the same article gives the same sections, references and claims.</summary>
public sealed class FormsTests
{
    private static readonly Article Plain = Import("txt");

    [Theory]
    [InlineData("txt")]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("xml")]
    public void The_form_makes_no_difference(string extension)
    {
        var article = Import(extension);

        Assert.Equal(Head(Plain), Head(article));
        Assert.Equal(Plain.KeyPoints, article.KeyPoints);
        Assert.Equal(Body(Plain), Body(article));
        Assert.Equal(Plain.References.Select(Fields), article.References.Select(Fields));
        Assert.Equal(Plain.Claims.Select(Evidence), article.Claims.Select(Evidence));
    }

    [Fact]
    public void The_article_is_read_as_it_is_meant()
    {
        Assert.Equal("Sleep and the Minerals|What a short night does to zinc and copper|Ann Lee, Bo Dahl|2021-05-03|en", Head(Plain));
        Assert.Equal([null, "What was measured", "What remains open"], Plain.Sections.Select(section => section.Heading));
        Assert.Equal(["1", "2 3 2 1 2 3 4", "2"], Plain.Sections.Select(section => string.Join(' ', section.Paragraphs.SelectMany(paragraph => paragraph.Markers).Select(marker => marker.Label))));
        Assert.Equal(6, Plain.Claims.Count);
    }

    private static Article Import(string extension)
    {
        var path = Path.Combine("forms", $"article.{extension}");
        var text = TestFiles.Sample(path);
        var (article, report) = ArticleImport.Run(text, FormatDetector.Detect(text, null, path)!, Vocabulary.Tagger);
        Assert.Empty(report.UnresolvedMarkers);
        Assert.Empty(report.UncitedReferences);
        return article!;
    }

    private static string Head(Article article) =>
        $"{article.Title}|{article.Subtitle}|{string.Join(", ", article.Authors)}|{article.PublishedOn:yyyy-MM-dd}|{article.Language}";

    private static IEnumerable<string> Body(Article article) => article.Sections.SelectMany(section => section.Paragraphs.Select(paragraph =>
        $"{section.Id} {section.Heading} {section.Level}: {paragraph.Text} {string.Join(' ', paragraph.Markers.Select(marker => $"{marker.Label}@{marker.At}{(marker.Kept ? "!" : "")}"))}"));

    private static string Fields(Reference reference) => $"{reference with { Authors = [] }} {string.Join(' ', reference.Authors)}";

    private static string Evidence(Claim claim) =>
        $"{claim.Id} {claim.Text} {claim.Location} {string.Join(' ', claim.Topics)} {string.Join(' ', claim.Hedges)} {string.Join(' ', claim.Citations)}";
}
