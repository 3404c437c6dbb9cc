using ArticleApi.Documents.Text;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using CsCheck;

namespace ArticleApi.Tests.Storage;

public sealed class TextQueryTests
{
    [Theory]
    [InlineData("zinc", "zinc")]
    [InlineData("zinc taste", "zinc|taste")]
    [InlineData(" \t zinc\u00A0 taste\n", "zinc|taste")]
    [InlineData("\"zinc deficiency\"", "zinc deficiency")]
    [InlineData("\"zinc\" \"taste buds\" smell", "zinc|taste buds|smell")]
    [InlineData("\"zinc\"taste", "zinc|taste")]
    [InlineData("-zinc", "-zinc")]
    [InlineData("taste -zinc -\"sense of smell\"", "taste|-zinc|-sense of smell")]
    [InlineData("antidepress*", "antidepress*")]
    [InlineData("-antidepress*", "-antidepress*")]
    [InlineData("\"zinc\"*", "zinc")]
    [InlineData("5-HT", "5-HT")]
    [InlineData("5-HT*", "5-HT*")]
    [InlineData("GABA/glutamate", "GABA/glutamate")]
    [InlineData("don't", "don't")]
    [InlineData("wo*rd", "wo*rd")]
    [InlineData("word**", "word**")]
    [InlineData("--word", "--word")]
    [InlineData("in-vivo -in-vitro", "in-vivo|-in-vitro")]
    [InlineData("5\"HT", "5\"HT")]
    [InlineData("\"zinc taste", "\"zinc|taste")]
    [InlineData("zinc \"", "zinc")]
    [InlineData("a AND b", "a|AND|b")]
    [InlineData("NEAR(a b)", "NEAR(a|b)")]
    [InlineData("text:zinc ^zinc", "text:zinc|^zinc")]
    [InlineData("zinc & copper – iron", "zinc|copper|iron")]
    [InlineData("zinc zinc zinc", "zinc")]
    [InlineData("sero\u00ADtonin\0", "serotonin")]
    [InlineData("β-endorphin", "β-endorphin")]
    [InlineData("²", "²")]
    [InlineData("-")]
    [InlineData("- * \" -\" \"\" -\"\" ** ' ( )")]
    [InlineData("🧠 -🧠 \u0001")]
    public void A_query_is_parsed_into_words_phrases_exclusions_and_prefixes(string text, string terms = "") => Assert.Equal(
        terms,
        string.Join(
            '|', TextQuery.Parse(text).Terms.Select(term => $"{(term.IsExcluded ? "-" : "")}{term.Text}{(term.IsPrefix ? "*" : "")}")));

    [Fact]
    [Trait("Category", "Fuzz")]
    public Task The_terms_of_any_query_are_parts_of_its_text() =>
        Gen.String[Gen.OneOf(Gen.Char["\"-* ab5'\0\n"], Gen.Char), 0, 40].ForEachAsync(1000, text =>
        {
            var clean = CleanText.Of(text);
            Assert.All(TextQuery.Parse(text).Terms, term =>
            {
                Assert.Contains(term.Text, clean, StringComparison.Ordinal);
                Assert.DoesNotContain('\0', term.Text);
            });
            return Task.CompletedTask;
        });

    [Fact]
    public void Long_queries_are_parsed_in_linear_time()
    {
        foreach (var unit in new[] { "\"", "-", "*", "a ", "\"a ", "-\"", "\" ", "a\"" })
        {
            Assert.True(TextQuery.Parse(string.Concat(Enumerable.Repeat(unit, 100_000))).Terms.Count <= 2);
        }
    }

    [Fact]
    public void Marks_become_highlights_in_code_points() => Assert.Equal(
        [new(0, 1), new(3, 7), new(7, 8)],
        Highlight.Of("\u0001😀\u0002 é\u0001zinc\u0002\u0001😀\u0002."));

    [Fact]
    public void Overlapping_highlights_are_merged() => Assert.Equal(
        [new(0, 4), new(4, 6), new(8, 9)],
        Highlight.Merge([new(8, 9), new(1, 4), new(4, 6), new(0, 3), new(8, 9)]));
}
