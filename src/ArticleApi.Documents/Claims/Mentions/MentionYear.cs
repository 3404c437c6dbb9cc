using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Claims.Mentions;

/// <summary>The year of a mention with its letter, "2018b".</summary>
/// <param name="Year">The year; <see cref="Undated"/> for a work without one.</param>
/// <param name="Suffix">The letter that tells works of one year apart, or null.</param>
internal readonly record struct MentionYear(int Year, char? Suffix)
{
    /// <summary>Stands for the year of a work that has none, "in press".</summary>
    public const int Undated = 0;

    private static readonly string[] UndatedPhrases =
        ["in press", "n.d.", "n. d.", "forthcoming", "in preparation", "submitted", "no date"];

    /// <summary>Whether a reference has no year and says so.</summary>
    public static bool IsUndated(Reference reference) => reference.Year is null
        && Array.Exists(UndatedPhrases, phrase => reference.Raw.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether a year with or without a letter stands at an index: "2019", "2019a". Any four digits from 1000 to 2999 may be one. The
    /// names before it and the list decide, so that a work of 1320 is found as well. Numbers without names need
    /// <see cref="Text.Years.IsYear"/>.
    /// </summary>
    public static bool IsYearAt(string text, int at, out int after)
    {
        after = at + 4;
        if (after > text.Length || text[at] is not ('1' or '2') || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
        {
            return false;
        }

        for (var i = at + 1; i < after; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        if (IsSuffixAt(text, after))
        {
            after++;
        }

        return after == text.Length || !char.IsLetterOrDigit(text[after]);
    }

    /// <summary>Whether the letter of a year stands at an index: "a" of "2019a", "b" of "2019a, b".</summary>
    public static bool IsSuffixAt(string text, int at) =>
        at < text.Length && text[at] is >= 'a' and <= 'k' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    /// <summary>Whether words that stand for a year stand at an index, "in press" of "(Keeler, in press)".</summary>
    public static bool IsUndatedAt(string text, int at, out int after)
    {
        after = at;
        if (at == 0 || text[at - 1] is not ('(' or ' ') || text[at] is not ('i' or 'n' or 'f' or 's'))
        {
            return false;
        }

        foreach (var phrase in UndatedPhrases)
        {
            after = at + phrase.Length;
            if (text.AsSpan(at).StartsWith(phrase, StringComparison.Ordinal) && (after == text.Length || !char.IsLetter(text[after])))
            {
                return true;
            }
        }

        return false;
    }
}
