using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>Skips the words that stand around labels: "see 3", "refs. 3 and 4", "3, p. 45", "3 and references therein".</summary>
internal static class LabelPhrases
{
    private const int MaxLeadIn = 5;
    private const int MaxLocator = 40;

    private static readonly FrozenSet<string> LeadIns = WordSet.Of(
        "see also e.g eg i.e ie cf ref refs reference references citation citations reviewed review in for a vgl siehe voir");

    private static readonly FrozenSet<string> ReferenceWords = WordSet.Of("ref refs reference references citation citations");

    private static readonly FrozenSet<string> Locators = WordSet.Of(
        "p pp pg page pages fig figs figure figures table tables tab ch chap chapter chapters sec sect section sections eq eqs "
        + "equation app appendix vol part theorem thm lemma s suppl supplement para box");

    private static readonly FrozenSet<string> Ands = WordSet.Of("and or und et y e as well");

    /// <summary>The index after "see", "e.g.,", "for review see refs." and the like; the same where none stands there.</summary>
    public static int SkipLeadIn(string text, int at)
    {
        for (var n = 0; n < MaxLeadIn && WordAt(text, at) is { Length: > 0 } word && LeadIns.Contains(word.ToLowerInvariant())
            && AfterWord(text, at, word) is var after
            && after < text.Length && char.IsLetterOrDigit(text[after]); n++)
        {
            at = after;
        }

        return at;
    }

    /// <summary>Whether the words from an index on lead in labels and say so, "see ref. 3".</summary>
    public static bool NamesReferences(string text, int at)
    {
        for (var n = 0; n < MaxLeadIn && WordAt(text, at) is { Length: > 0 } word && LeadIns.Contains(word.ToLowerInvariant()); n++)
        {
            if (ReferenceWords.Contains(word.ToLowerInvariant()))
            {
                return true;
            }

            at = AfterWord(text, at, word);
        }

        return false;
    }

    /// <summary>The index after "ref. " or "references ", or -1.</summary>
    public static int SkipReferenceWord(string text, int at) =>
        WordAt(text, at) is { Length: > 2 } word && ReferenceWords.Contains(word.ToLowerInvariant())
            && AfterWord(text, at, word) is var after && after > at + word.Length ? after : -1;

    /// <summary>The index after "and " and the like; the same where none stands there.</summary>
    public static int SkipAnd(string text, int at)
    {
        if (at < text.Length && text[at] == '&')
        {
            return Characters.SkipSpace(text, at + 1);
        }

        for (var n = 0; n < 3 && WordAt(text, at) is { Length: > 0 } word && Ands.Contains(word); n++)
        {
            at = AfterWord(text, at, word);
        }

        return at;
    }

    /// <summary>
    /// The index after ", p. 45", " Fig. 2", " and references therein", at a comma, a semicolon or the closing bracket; the same index
    /// where no such words stand there.
    /// </summary>
    public static int SkipLocator(string text, int at, char close)
    {
        var from = at < text.Length && text[at] is ',' or ':' ? Characters.SkipSpace(text, at + 1) : at;
        var word = WordAt(text, from);
        var isLocator = word.Length > 0 && Locators.Contains(word.ToLowerInvariant());
        var isTail = !isLocator && (word is "and" or "for")
            && WordAt(text, AfterWord(text, from, word)) is "references" or "refs" or "ref" or "review" or "reviews" or "a" or "others";
        if (!isLocator && !isTail && !(from < text.Length && text[from] == '§'))
        {
            return at;
        }

        for (var i = from; i < text.Length && i - from < MaxLocator; i++)
        {
            if (text[i] == close || text[i] == ';' || (text[i] == ',' && !isTail))
            {
                return i;
            }
        }

        return at;
    }

    private static string WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 12
            && (char.IsAsciiLetter(text[end])
            || (text[end] == '.' && end > at && end + 1 < text.Length && char.IsAsciiLetter(text[end + 1]))))
        {
            end++;
        }

        return text[at..end];
    }

    private static int AfterWord(string text, int at, string word)
    {
        at += word.Length;
        while (at < text.Length && text[at] is ' ' or ',' or '.' or ':')
        {
            at++;
        }

        return at;
    }
}
