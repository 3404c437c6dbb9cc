using ArticleApi.Documents.References;
using ArticleApi.Documents.Tests.Importing;

namespace ArticleApi.Documents.Tests.References;

public class HostileReferenceTests
{
    private const int LongestRead = 1500;
    private static readonly int LineLength = (Fuzzing.IsLong ? 4096 : 512) * 1024;
    private static readonly int Lines = Fuzzing.IsLong ? 800 : 16;

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
    public void A_very_long_line_grows_no_faster_than_its_text(string piece) => LinearGrowth.Check(LineLength / piece.Length, size =>
        Assert.NotNull(ReferenceParser.Parse("1", string.Concat(Enumerable.Repeat(piece, size))).Reference.Raw));

    [Theory]
    [Trait("Category", "Fuzz")]
    [MemberData(nameof(Pieces))]
    [InlineData("In Abc X. ")]
    [InlineData("A")]
    public void A_list_of_lines_of_maximal_length_grows_no_faster_than_its_text(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, LongestRead / piece.Length));

        LinearGrowth.Check(Lines, count =>
        {
            var list = Enumerable.Range(1, count).Select(i => ($"{i}", i % 2 == 0 ? "Doe A. " + line : line + " J. Biol. 12(3), 4-5."));

            Assert.Equal(count, ReferenceParser.ParseList([.. list]).Count);
        });
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
