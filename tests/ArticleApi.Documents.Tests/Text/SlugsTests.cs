using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Tests.Text;

public class SlugsTests
{
    [Theory]
    [InlineData("Using Naps to Treat Fatigue", "using-naps-to-treat-fatigue")]
    [InlineData("  2.1. Results & Discussion ", "2-1-results-discussion")]
    [InlineData("???", "")]
    public void A_slug_is_letters_and_digits_with_hyphens(string name, string slug) => Assert.Equal(slug, Slugs.Of(name));

    [Fact]
    public void A_long_name_is_cut_at_a_word()
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
    public void Only_what_Of_makes_is_a_slug(string text, bool isSlug) => Assert.Equal(isSlug, Slugs.IsSlug(text));
}
