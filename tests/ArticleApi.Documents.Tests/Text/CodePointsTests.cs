using ArticleApi.Documents.Text;
using CsCheck;

namespace ArticleApi.Documents.Tests.Text;

public class CodePointsTests
{
    private const string Text = "a😀b𝄞";

    [Fact]
    public void A_surrogate_pair_counts_as_one_code_point() => Assert.Equal((4, 2), (CodePoints.Count(Text), CodePoints.Count("\ud83dx")));

    [Theory]
    [InlineData(0, 4, Text)]
    [InlineData(1, 2, "😀")]
    [InlineData(2, 4, "b𝄞")]
    [InlineData(4, 4, "")]
    [InlineData(2, 5, null)]
    [InlineData(3, 2, null)]
    [InlineData(-1, 2, null)]
    public void Slice_offsets_are_code_points(int start, int end, string? slice) => Assert.Equal(slice, CodePoints.Slice(Text, start, end));

    [Fact]
    public void First_and_Last_never_cut_a_surrogate_pair()
    {
        Assert.Equal("a😀", CodePoints.First(Text, 2));
        Assert.Equal("b𝄞", CodePoints.Last(Text, 2));
        Assert.Equal(Text, CodePoints.First(Text, 9));
        Assert.Equal(Text, CodePoints.Last(Text, 9));
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Adjacent_slices_make_up_the_whole_text() =>
        Properties.Hold(
            Gen.Select(Gen.String[Gen.Char["ab😀c"], 0, 20], Gen.Int[0, 20]),
            2000,
            input =>
            {
                var (text, cut) = input;
                var at = Math.Min(cut, CodePoints.Count(text));
                Assert.Equal(text, CodePoints.Slice(text, 0, at) + CodePoints.Slice(text, at, CodePoints.Count(text)));
            });
}
