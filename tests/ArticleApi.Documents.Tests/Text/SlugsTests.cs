using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Tests.Text;

public class SlugsTests
{
    [Theory]
    [InlineData("Using Naps to Treat Fatigue", "using-naps-to-treat-fatigue")]
    [InlineData("  2.1. Results & Discussion ", "2-1-results-discussion")]
    [InlineData("???", "")]
    public void A_slug_has_letters_digits_and_single_hyphens(string name, string slug) => Assert.Equal(slug, Slugs.Of(name));

    [Fact]
    public void A_long_slug_is_cut_at_a_word()
    {
        var slug = Slugs.Of(string.Join(' ', Enumerable.Repeat("sleeping", 40)));

        Assert.True(slug.Length <= Article.MaxSlugLength);
        Assert.EndsWith("-sleeping", slug, StringComparison.Ordinal);
        Assert.Equal(Article.MaxSlugLength, Slugs.Of(new string('a', 500)).Length);
    }

    [Theory]
    [InlineData("naps-2", true)]
    [InlineData("Naps", false)]
    [InlineData("naps--2", false)]
    [InlineData("", false)]
    public void IsSlug_accepts_only_what_Of_gives(string text, bool isSlug) => Assert.Equal(isSlug, Slugs.IsSlug(text));
}
