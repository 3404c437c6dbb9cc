using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Text;
using CsCheck;

namespace ArticleApi.Documents.Tests.Claims;

public class SentenceSplitterTests
{
    public static TheoryData<string[]> Sentences => TestFiles.Cases("sentences", 1);

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_paragraph_is_split_into_sentences(string[] row)
    {
        var wanted = row[0].Split('‖', StringSplitOptions.TrimEntries);
        var text = row[0].Replace("‖ ", "", StringComparison.Ordinal).Replace("‖", "", StringComparison.Ordinal);

        Assert.Equal(wanted, SentenceSplitter.Split(text).Select(span => text[span.Start..span.End]));
    }

    public static TheoryData<string[]> SentencesInLanguages => TestFiles.Cases("sentences-in-languages", 2);

    [Theory]
    [MemberData(nameof(SentencesInLanguages))]
    public void A_paragraph_is_split_by_the_rules_of_its_language(string[] row)
    {
        var wanted = row[1].Split('‖', StringSplitOptions.TrimEntries);
        var text = row[1].Replace("‖ ", "", StringComparison.Ordinal);

        Assert.Equal(wanted, SentenceSplitter.Split(text, Languages.Of(row[0])).Select(span => text[span.Start..span.End]));
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Sentences_cover_the_whole_text_in_order_and_are_trimmed()
    {
        var piece = Gen.OneOf(
            "A word", "b", "et al.", "Fig. 2", "(", ")", ". ", "? ", "…", " ", "\"", "”", "1.5", "U.S.", "😀", "\ud800", "\u3000", "[3]",
            "J. L. ", "\n", "。");
        Properties.Hold(
            piece.Array[0, 40].Select(string.Concat),
            5000,
            text =>
            {
                var end = 0;
                foreach (var span in SentenceSplitter.Split(text))
                {
                    Assert.True(string.IsNullOrWhiteSpace(text[end..span.Start]));
                    Assert.Equal(text[span.Start..span.End].Trim(), text[span.Start..span.End]);
                    Assert.True(span.End > span.Start);
                    end = span.End;
                }

                Assert.True(string.IsNullOrWhiteSpace(text[end..]));
            });
    }
}
