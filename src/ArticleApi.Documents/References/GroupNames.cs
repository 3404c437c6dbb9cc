using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.References;

/// <summary>
/// Tells the names of organisations and groups of authors from other words: "World Health Organization", "LIGO Scientific Collaboration".
/// </summary>
internal static partial class GroupNames
{
    private const int MaxWords = 16;

    private static readonly FrozenSet<string> Connectors = WordSet.Of(
        "van von vom der den de del della di da dos du la le ter ten el al af zu zur zum bin ibn of for the and on in at to et al. "
        + "und für des y e & pour per para with");

    private static readonly FrozenSet<string> Words = WordSet.Of(
        "group groups consortium collaboration collaborators network team committee investigators society association organization "
        + "organisation institute institutes institution university centre center centers centres foundation ministry department "
        + "agency council commission force project program programme initiative study academy administration authority bureau service "
        + "services federation board office union alliance college school hospital trust fund bank nations company inc ltd "
        + "corporation panel taskforce investigator trial trialists registry partnership publishing government parliament office "
        + "research library press house working writing conference");

    /// <summary>Whether a text may be the name of a group: a few capitalised words.</summary>
    public static bool MayBe(string name)
    {
        // A period within a group's name closes a title, unless it stands behind an abbreviation: "U.S. Department of Health".
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var isAbbreviation = word.Length <= 5 || word.AsSpan(0, word.Length - 1).Contains('.');
            if ((word[^1] is '.' && i + 1 < words.Length && !isAbbreviation) || word[^1] is '?' or '!'
                || !(char.IsUpper(word[0]) || !char.IsLetterOrDigit(word[0])
                || char.GetUnicodeCategory(word[0]) is System.Globalization.UnicodeCategory.OtherLetter || Connectors.Contains(word)))
            {
                return false;
            }
        }

        return words.Length is > 0 and <= MaxWords;
    }

    /// <summary>Whether a name says itself that it is one of a group: "Institute", "Working Group".</summary>
    public static bool SaysSo(string name) =>
        name.Split([' ', ',', '(', ')', '/', '-'], StringSplitOptions.RemoveEmptyEntries).Any(word =>
            Words.Contains(word.TrimEnd('.').ToLowerInvariant()));

    /// <summary>The group that a text goes on with at an index, by a word that says so; null where there is none.</summary>
    // "Abbott BP; LIGO Scientific Collaboration. Title"
    public static string? At(string text, int at)
    {
        var match = Pattern().Match(text, at);
        var name = match.Success ? match.Value.TrimEnd() : "";
        return name.Length > 0 && SaysSo(name) && MayBe(name) && !ContainerStart().IsMatch(name)
            && !NameParser.VolumeBehind().IsMatch(text.AsSpan(match.Index + match.Length)) ? name : null;
    }

    [GeneratedRegex(@"^(?:Proceedings|Proc\b|Journal|Annals|Bulletin|Transactions|Archives)", RegexOptions.CultureInvariant)]
    private static partial Regex ContainerStart();

    [GeneratedRegex(
        @"\G(?:(?:on|for)\s(?:behalf\sof\s)?)?(?:[Tt]he\s)?\p{Lu}[\p{L}\p{M}\p{Nd}'’\-()]{0,40}"
        + @"(?:[ /](?:\p{Lu}[\p{L}\p{M}\p{Nd}'’\-()]{0,40}|of|for|the|and|on|in|de|d'|d’|&|du|des|der|für|und)){1,14}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
