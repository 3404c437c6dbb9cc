using System.Diagnostics;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Tests.Importing;

namespace ArticleApi.Documents.Tests.References;

public class HostileReferenceTests
{
    private const int LongestRead = 1500;
    private const int Lines = 6;

    private static readonly int LineLength = (Fuzzing.IsLong ? 4096 : 512) * 1024;
    private static readonly int ManyLines = Fuzzing.IsLong ? 700 : 60;

    // Catastrophic backtracking takes minutes.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ManyLinesLimit = TimeSpan.FromSeconds(Fuzzing.IsLong ? 20 : 10);

    public static TheoryData<string> Pieces =>
    [
        "A. B, ", "Smith, J., ", "Smith J, ", "(", ")", "[", "((2020) ", "\"", "“", "‘", "1", "1-", "12(3), ", "2020;", "(2020) ", ". ",
        "A. ", "In: ", " in ", "et al. ", "Aa ", "de la ", "J. ", "& ", "and ", ", ", "; ", ": ", "vol. ", "pp. ", "10.1000/",
        "10.1000/a- ", "http://", "doi:", "…", "...", "-", "–", "Eds. ", "[J]", " // ", "*", "é", "\ud83d", "Aa, ", "Aa: Bb. ", "Press. ",
        "no. 1 ", "May 1 ", "accessed ", "www.", "李, ",
    ];

    [Theory]
    [Trait("Category", "Fuzz")]
    [MemberData(nameof(Pieces))]
    public void A_very_long_line_is_read_in_linear_time(string piece) => LinearTime.Check(LineLength / piece.Length, size =>
        Assert.NotNull(ReferenceParser.Parse("1", string.Concat(Enumerable.Repeat(piece, size))).Reference.Raw));

    [Theory]
    [Trait("Category", "Fuzz")]
    [MemberData(nameof(Pieces))]
    public void A_list_of_lines_of_maximal_length_is_read_in_time(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, LongestRead / piece.Length));
        var watch = Stopwatch.StartNew();

        Assert.Equal(
            Lines,
            ReferenceParser.ParseList([.. Enumerable.Range(1, Lines).Select(i => ($"{i}", i % 2 == 0 ? "Doe A. " + line : line))]).Count);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Limit);
    }

    [Theory]
    [Trait("Category", "Fuzz")]
    [InlineData("In Abc X. ")]
    [InlineData("A. ")]
    [InlineData("A")]
    public void A_list_of_many_long_lines_is_read_in_time(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, LongestRead / piece.Length));
        var watch = Stopwatch.StartNew();

        Assert.Equal(
            ManyLines,
            ReferenceParser.ParseList([.. Enumerable.Range(1, ManyLines).Select(i => ($"{i}", line + " J. Biol. 12(3), 4-5."))]).Count);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, ManyLinesLimit);
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void A_DOI_at_the_end_of_an_overlong_line_is_read()
    {
        var reference = ReferenceParser.Parse(
            "1",
            "Roe, J. (2004). Sleep in numbers. " + string.Concat(Enumerable.Repeat("\ud83d\ude00 and so on, ", 400))
            + "https://doi.org/10.1000/abc").Reference;

        Assert.Equal(("10.1000/abc", 2004, "Roe"), (reference.Doi, reference.Year, reference.Authors[0].Family));
    }
}
