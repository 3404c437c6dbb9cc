using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Lines;

/// <summary>Tells that a line cannot end where it ends: "the effects of", "Sleep and its nec-", "Naps:", "(see".</summary>
internal static class OpenLine
{
    private const int MaxWord = 12;

    // Articles, prepositions and conjunctions, after which a sentence or a title always goes on.
    private static readonly FrozenSet<string> Words = WordSet.Of(
        "a an the of in on at by for from with into onto upon to and or nor but as than that which whose between among within without "
        + "through during under over about against via per towards toward across is are was were be its their our his her this these "
        + "de del la el los las un una y e o en con por para sobre entre sin da do das dos em na no nas nos com ao à "
        + "le les des du et ou dans avec pour sur sous au aux une der die das den dem des und oder im mit von zu zur zum bei für auf ein "
        + "eine einer eines");

    /// <summary>Whether the last word or sign of a line wants more.</summary>
    public static bool Is(string line)
    {
        if (line.Length == 0)
        {
            return false;
        }

        var last = line[^1];
        if (last is ',' or '(' or '[' or '&' or '/' || Characters.IsDash(last))
        {
            return true;
        }

        var start = line.LastIndexOf(' ') + 1;
        return (line.Length - start <= MaxWord && start > 0 && Words.Contains(line[start..].ToLowerInvariant())) || HasOpenBracket(line);
    }

    private static bool HasOpenBracket(string line)
    {
        var open = line.LastIndexOf('(');
        return open >= 0 && line.IndexOf(')', open) < 0;
    }
}
