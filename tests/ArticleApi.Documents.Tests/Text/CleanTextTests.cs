using ArticleApi.Documents.Text;
using CsCheck;

namespace ArticleApi.Documents.Tests.Text;

public class CleanTextTests
{
    [Theory]
    [InlineData("  a \t\u00A0 b\r\n", "a b")]
    [InlineData("so\u00ADft\u200B \u200B hy\uFEFFphen", "soft hyphen")]
    [InlineData("nul\0 and bell\a", "nul and bell")]
    [InlineData("👩\u200D🔬", "👩\u200D🔬")]
    [InlineData(" \u200B ", "")]
    public void White_space_is_folded_and_invisible_characters_are_removed(string text, string clean) =>
        Assert.Equal(clean, CleanText.Of(text));

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Cleaning_clean_text_changes_nothing() =>
        Properties.Hold(
            Gen.String[Gen.Char["ab \t\u00A0\u00AD\0\u200D\ud83d\ude00"], 0, 30],
            2000,
            text =>
            {
                var clean = CleanText.Of(text);
                Assert.True(CleanText.IsClean(clean));
                Assert.Same(clean, CleanText.Of(clean));
            });
}
