using ArticleApi.Documents.Importing;

namespace ArticleApi.Documents.Tests.Importing.Word;

/// <summary>Documents as other programs write them.</summary>
public class WordSamplesTests
{
    [Fact]
    public void A_page_that_LibreOffice_saved_is_read()
    {
        var (article, report) = Import("libreoffice.docx");
        Assert.Equal((8, 10, 10), (article!.References.Count, report.Counts.Markers, report.Counts.ResolvedMarkers));
        Assert.Equal("Zinc and the common cold", article.Title);
    }

    [Fact]
    public void Footnotes_that_pandoc_wrote_are_references()
    {
        var (article, report) = Import("pandoc-footnotes.docx");
        Assert.Equal((10, 10, 10), (article!.References.Count, report.Counts.Markers, report.Counts.ResolvedMarkers));
        Assert.Equal("Sleep as a night shift for the brain", article.Title);
    }

    private static ImportResult Import(string name) =>
        WordFileBuilder.Import(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "word", name)));
}
