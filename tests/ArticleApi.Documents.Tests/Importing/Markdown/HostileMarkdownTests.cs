using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Importing.Markdown;

namespace ArticleApi.Documents.Tests.Importing.Markdown;

/// <summary>Texts on which a reader may hang, overflow its stack or take quadratic memory.</summary>
[Trait("Category", "Fuzz")]
public class HostileMarkdownTests
{
    private const int Markers = 4000;
    private const int Length = 256 * 1024;
    private const string List = "\n\n## References\n\n1. Berg A. Sleep. Naps. 2020;1:2.\n";

    [Theory]
    [InlineData(">", 40_000)]
    [InlineData("> ", 10_000)]
    [InlineData("- ", 10_000)]
    [InlineData("1. ", 10_000)]
    [InlineData("- > 1. ", 4_000)]
    [InlineData("[", 40_000)]
    [InlineData("![", 10_000)]
    [InlineData("^[", 10_000)]
    [InlineData("[a](", 10_000)]
    [InlineData("[a](<b", 10_000)]
    [InlineData("*", 40_000)]
    [InlineData("*a ", 10_000)]
    [InlineData("*a **a ", 10_000)]
    [InlineData("_a*", 10_000)]
    [InlineData("*a_ ", 30_000)]
    [InlineData("a**bc* ", 20_000)]
    [InlineData("<!--", 10_000)]
    [InlineData("<?", 10_000)]
    [InlineData("<a ", 10_000)]
    [InlineData("<div>", 10_000)]
    [InlineData("<table>\n\n", 4_000)]
    [InlineData("`a", 10_000)]
    [InlineData("$a", 10_000)]
    [InlineData("|", 10_000)]
    [InlineData("|-\n", 10_000)]
    [InlineData("a\n==\n", 4_000)]
    [InlineData("# References\n\n", 4_000)]
    [InlineData("**References**\n\n", 4_000)]
    [InlineData("::: {#refs}\n", 4_000)]
    [InlineData("[^1]: a\n\n", 4_000)]
    [InlineData("[1]: http://a.b\n", 4_000)]
    [InlineData("https://a.b/)))(((", 4_000)]
    [InlineData("---\na: [{", 1)]
    public void A_sign_repeated_many_times_grows_no_faster_than_its_text(string sign, int times) =>
        LinearGrowth.Check(times, size => Read(Repeat(sign, size) + List));

    [Theory]
    [InlineData("bees[1] ")]
    [InlineData("bees[^1] ")]
    [InlineData("bees^1^ ")]
    [InlineData("bees[[1]](#1) ")]
    public void Thousands_of_markers_on_one_line_are_all_found(string marker) => LinearGrowth.Check(Markers, size =>
    {
        var (article, _) = Read(Repeat(marker, size) + List);

        Assert.Equal(size, article!.Sections[0].Paragraphs[0].Markers.Count);
    });

    [Theory]
    [InlineData("Bees sleep. ")]
    [InlineData("a")]
    [InlineData("*a* [b](c) `d` ")]
    [InlineData("\n\n")]
    [InlineData("(")]
    public void A_piece_repeated_to_a_long_text_grows_no_faster_than_its_text(string piece) =>
        LinearGrowth.Check(Length / piece.Length, size => Read(Repeat(piece, size)));

    [Fact]
    public void Lists_nested_by_indent_are_read_to_the_last_level_with_a_note()
    {
        var (article, report) = Read(string.Concat(Enumerable.Range(0, 150).Select(i => $"{new string(' ', 2 * i)}- a{i}\n")));

        Assert.Contains("a149", article!.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Text));
        Assert.Contains(report.Notes, note => note.Code == "too-deep");
    }

    [Fact]
    public void A_paragraph_of_too_many_signs_is_read_to_its_end_with_a_note()
    {
        var (article, report) = Read(Repeat("*a* ", ImportLimits.MaxTokens) + "the *end*");

        Assert.EndsWith("*a* *a* the *end*", article!.Sections[0].Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("a a a", article.Sections[0].Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.Contains(report.Notes, note => note.Code == "too-much-markup");
    }

    [Fact]
    public void A_paragraph_of_megabytes_is_read_as_text_behind_its_first_part_with_a_note()
    {
        var (article, report) = Read("# Salt\n\n" + Repeat("So *it* is. ", InlineReader.MaxLength / 10) + "The *end*\n\nAn *aside*.");

        Assert.Equal(["So it is.", "The *end*"], [.. Ends(article!.Sections[0].Paragraphs[0].Text)]);
        Assert.Equal("An aside.", article.Sections[0].Paragraphs[1].Text);
        Assert.Contains(report.Notes, note => note is { Code: "too-much-markup", Line: 3 });
        Assert.Equal(1, report.Coverage);

        static IEnumerable<string> Ends(string text) => [text[..9], text[^9..]];
    }

    [Fact]
    public void A_paragraph_of_megabytes_takes_little_memory_and_stops_when_its_caller_leaves()
    {
        var text = Repeat("So it is, or may be. ", 100_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ArticleImporters.Find("markdown")!.Read("# Salt\n\n" + text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, 16L * text.Length);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            InlineReader.Read(text, new Dictionary<string, LinkDefinition>(), new CancellationToken(canceled: true)));
    }

    private static ImportResult Read(string text) => ArticleImport.Run(text, ArticleImporters.Find("markdown")!, Vocabulary.Tagger);

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
