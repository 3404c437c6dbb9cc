using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Claims;

public class HedgingTests
{
    public static TheoryData<string[]> Hedges => TestFiles.Cases("hedges", 2);

    [Theory]
    [MemberData(nameof(Hedges))]
    public void Hedging_words_are_found(string[] row)
    {
        var cues = Hedging.Cues(row[0]);

        Assert.Equal(row[1], string.Join(' ', cues));
        Assert.Equal(row[1].Length > 0 ? Certainty.Hedged : Certainty.Asserted, Hedging.CertaintyOf(cues));
    }
}
