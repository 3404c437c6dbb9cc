using ArticleApi.Documents.Importing;

namespace ArticleApi.Documents.Tests.Importing.Markdown;

/// <summary>Texts on which a reader may hang, overflow its stack or take quadratic time: it is enough that these end.</summary>
public class HostileMarkdownTests
{
    private const string List = "\n\n## References\n\n1. Berg A. Sleep. Naps. 2020;1:2.\n";

    [Theory]
    [InlineData(">", 100_000)]
    [InlineData("> ", 20_000)]
    [InlineData("- ", 20_000)]
    [InlineData("1. ", 20_000)]
    [InlineData("- > 1. ", 5_000)]
    [InlineData("[", 100_000)]
    [InlineData("![", 20_000)]
    [InlineData("^[", 20_000)]
    [InlineData("[a](", 20_000)]
    [InlineData("[a](<b", 20_000)]
    [InlineData("*", 100_000)]
    [InlineData("*a ", 20_000)]
    [InlineData("*a **a ", 20_000)]
    [InlineData("_a*", 20_000)]
    [InlineData("<!--", 20_000)]
    [InlineData("<?", 20_000)]
    [InlineData("<a ", 20_000)]
    [InlineData("<div>", 20_000)]
    [InlineData("<table>\n\n", 5_000)]
    [InlineData("`a", 20_000)]
    [InlineData("$a", 20_000)]
    [InlineData("|", 20_000)]
    [InlineData("|-\n", 20_000)]
    [InlineData("a\n==\n", 5_000)]
    [InlineData("# References\n\n", 5_000)]
    [InlineData("**References**\n\n", 5_000)]
    [InlineData("::: {#refs}\n", 5_000)]
    [InlineData("[^1]: a\n\n", 5_000)]
    [InlineData("[1]: http://a.b\n", 5_000)]
    [InlineData("https://a.b/)))(((", 5_000)]
    [InlineData("---\na: [{", 1)]
    public void A_sign_repeated_many_times_is_read_to_the_end(string sign, int times) => Read(string.Concat(Enumerable.Repeat(sign, times)) + List);

    [Theory]
    [InlineData("bees[1] ")]
    [InlineData("bees[^1] ")]
    [InlineData("bees^1^ ")]
    [InlineData("bees[[1]](#1) ")]
    public void Thousands_of_markers_on_one_line_are_all_found(string marker)
    {
        var (article, _) = Read(string.Concat(Enumerable.Repeat(marker, 20_000)) + List);

        Assert.Equal(20_000, article!.Sections[0].Paragraphs[0].Markers.Count);
    }

    [Theory]
    [InlineData("Bees sleep. ")]
    [InlineData("a")]
    [InlineData("*a* [b](c) `d` ")]
    [InlineData("\n\n")]
    [InlineData("(")]
    public void A_piece_repeated_to_a_megabyte_is_read_to_the_end(string piece) => Read(string.Concat(Enumerable.Repeat(piece, 1024 * 1024 / piece.Length)));

    [Fact]
    public void Lists_nested_by_indent_are_read_to_the_last_level_with_a_note()
    {
        var (article, report) = Read(string.Concat(Enumerable.Range(0, 150).Select(i => $"{new string(' ', 2 * i)}- a{i}\n")));

        Assert.Contains("a149", article!.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Text));
        Assert.Contains(report.Notes, note => note.Code == "too-deep");
    }

    private static ImportResult Read(string text) => ArticleImport.Run(text, ArticleImporters.Find("markdown")!, Vocabulary.Tagger);
}
