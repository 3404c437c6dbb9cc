using ArticleApi.Documents.Text;
using CsCheck;

namespace ArticleApi.Documents.Tests.Text;

public class IndexedTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("a😀b𝄞")]
    public void A_slice_equals_that_of_CodePoints(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1024));
        var indexed = new IndexedText(text);
        Assert.Equal(CodePoints.Count(text), indexed.Length);
        foreach (var (start, end) in ((int, int)[])[
            (0, 0), (0, 1), (1023, 1025), (1024, 1024), (2047, 2050), (0, indexed.Length), (indexed.Length, indexed.Length), (-1, 2),
            (3, 2), (5, indexed.Length + 1),
        ])
        {
            Assert.Equal(CodePoints.Slice(text, start, end) ?? "", indexed.Slice(start, end).ToString());
        }
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Offsets_equal_those_of_CodePoints() =>
        Properties.Hold(
            Gen.Select(Gen.String[Gen.Char["ab😀"], 0, 40], Gen.Int[1, 200], Gen.Int[0, 9000]),
            500,
            input =>
            {
                var (part, times, cut) = input;
                var text = string.Concat(Enumerable.Repeat(part, times));
                var offset = Math.Min(cut, CodePoints.Count(text));
                var index = CodePoints.ToIndex(text, offset);
                var indexed = new IndexedText(text);
                Assert.Equal(text[..index], indexed.Slice(0, offset).ToString());
                Assert.Equal(offset, indexed.ToOffset(index));
            });
}
