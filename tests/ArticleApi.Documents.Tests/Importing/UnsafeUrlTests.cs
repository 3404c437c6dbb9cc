using ArticleApi.Documents.Importing;

namespace ArticleApi.Documents.Tests.Importing;

/// <summary>Addresses of other schemes than http and https are left out of the article, and noted.</summary>
public sealed class UnsafeUrlTests
{
    [Theory]
    [InlineData("text", "T\n\nZinc helps.[1]\n\nReferences\n1. Lee, A. (2020). Zinc and taste. ftp://lee.example/zinc", 1)]
    [InlineData(
        "markdown",
        "---\ntitle: T\nurl: javascript:alert(1)\nlicense: javascript:alert(2)\n---\n\n# T\n\nZinc helps.[^1]\n\n"
        + "[^1]: [Lee, A. (2020). Zinc.](javascript:alert(1))\n",
        3)]
    [InlineData(
        "html",
        "<html><head><title>T</title><link rel='canonical' href='javascript:alert(1)'></head><body><h1>T</h1>"
        + "<p>Zinc helps.<a href='#r1'>1</a></p><h2>References</h2><ol><li id='r1'>Lee, A. (2020). "
        + "<a href='javascript:alert(1)'>Zinc and taste</a>. Nutrients, 1, 2-3.</li></ol></body></html>",
        2)]
    [InlineData(
        "jats",
        "<article xmlns:xlink='http://www.w3.org/1999/xlink'><front><article-meta>"
        + "<title-group><article-title>T</article-title></title-group><self-uri xlink:href='javascript:alert(1)'/></article-meta></front>"
        + "<body><p>Zinc helps.<xref ref-type='bibr' rid='r1'>1</xref></p></body>"
        + "<back><ref-list><ref id='r1'><label>1</label><element-citation><person-group><name><surname>Lee</surname></name></person-group>"
        + "<article-title>Zinc</article-title><source>Nutrients</source><year>2020</year>"
        + "<ext-link xlink:href='javascript:alert(1)'>x</ext-link></element-citation></ref></ref-list></back></article>",
        2)]
    public void An_unsafe_address_is_null_and_noted(string format, string text, int notes)
    {
        var (article, report) = ArticleImport.Run(text, ArticleImporters.Find(format)!, Vocabulary.Tagger);
        Assert.Equal((null, null), (article!.Source.Url, article.Source.License));
        Assert.Null(Assert.Single(article.References).Url);
        Assert.Equal(notes, report.Notes.Count(note => note.Code == "unsafe-url"));
    }

    [Fact]
    public void A_safe_address_is_preferred()
    {
        var (article, report) = ArticleImport.Run(
            "# T\n\nZinc helps.[^1]\n\n[^1]: [Lee, A. (2020). Zinc.](javascript:alert(1)) [Page](https://lee.example/zinc)\n",
            ArticleImporters.Find("markdown")!,
            Vocabulary.Tagger);
        Assert.Equal("https://lee.example/zinc", article!.References[0].Url);
        Assert.DoesNotContain(report.Notes, note => note.Code == "unsafe-url");
    }
}
