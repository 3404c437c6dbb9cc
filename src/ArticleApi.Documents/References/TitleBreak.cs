using System.Text.RegularExpressions;

namespace ArticleApi.Documents.References;

/// <summary>A sign at which a title may end.</summary>
/// <param name="At">Where the sign stands.</param>
/// <param name="Next">Where what follows begins.</param>
/// <param name="Sign">The sign.</param>
internal readonly partial record struct TitleBreak(int At, int Next, char Sign)
{
    /// <summary>
    /// The signs that may end a title: before a space and a capital, outside brackets, behind no abbreviation that needs more.
    /// </summary>
    public static List<TitleBreak> Find(string text)
    {
        var breaks = new List<TitleBreak>();
        var depth = 0;
        for (var i = 0; i + 2 < text.Length; i++)
        {
            var c = text[i];
            depth += c is '(' or '[' ? 1 : c is ')' or ']' && depth > 0 ? -1 : 0;
            if (depth > 0 || c is not ('.' or '?' or '!' or ',' or ';'))
            {
                continue;
            }

            var next = i + 1;
            next += text[next] is '”' or '"' or '’' or '»' ? 1 : 0;
            if (next + 1 < text.Length && text[next] == ' ' && (!char.IsLower(text[next + 1]) || StartsLowerContainer(text, next + 1))
                && !(c == '.' && EndsInTitleWord(text, i)))
            {
                breaks.Add(new TitleBreak(i, next + 1, c));
            }
        }

        return breaks;
    }

    /// <summary>Whether the period belongs to a word that journals abbreviate: "J. Biol. Chem."</summary>
    public bool IsAbbreviation(string body)
    {
        var before = body.AsSpan(0, At);
        var word = before[(before.LastIndexOfAny(" .(-") + 1)..];
        if (Sign is not '.' || word.IsEmpty || !char.IsUpper(word[0]) || (word.Length == 1 && IsBehindWord(body)))
        {
            return false;
        }

        // "Alcohol. Clin. Exp. Res.": a sentence of one word among abbreviations is one of them.
        var isAlone = word.Length <= 12 && before.Length - word.Length >= 2 && before[before.Length - word.Length - 1] == ' '
            && before[before.Length - word.Length - 2] == '.';
        return ContainerWords.IsAbbreviation(word) || (isAlone && body.AsSpan(Next).Contains('.'));
    }

    public bool IsInitial(string body) => At > 0 && char.IsUpper(body[At - 1]) && (At == 1 || body[At - 2] is ' ' or '.' or '-');

    /// <summary>
    /// Whether a single letter behind a word in lower case stands before it: "vitamin A. J. Nutr.". A container has none.
    /// </summary>
    public bool IsBehindWord(string body) =>
        At >= 3 && body[At - 2] == ' ' && body.AsSpan(0, At - 2) is [.., not ' '] before
            && char.IsLower(before[before.LastIndexOf(' ') + 1]) && char.IsLetter(before[^1]);

    /// <summary>
    /// Whether a comma stands within the name of a journal: "J. Neurol., Neurosurg. Psychiatry", "Journal of Neurology, Neurosurgery, and
    /// Psychiatry".
    /// </summary>
    public bool IsInJournalName(string body)
    {
        var before = body.AsSpan(0, At);
        if (before.EndsWith(".", StringComparison.Ordinal))
        {
            return new TitleBreak(At - 1, Next, '.').IsAbbreviation(body);
        }

        var start = before.LastIndexOfAny(".,") + 1;
        var words = before[start..].Trim();
        return words.StartsWith("Journal of", StringComparison.Ordinal) || words.StartsWith("Annals of", StringComparison.Ordinal)
            || words.StartsWith("Archives of", StringComparison.Ordinal);
    }

    private static bool StartsLowerContainer(string text, int at) =>
        char.IsLower(text[at]) && at + 1 < text.Length && LowerContainer().IsMatch(text.AsSpan(at, Math.Min(20, text.Length - at)));

    private static bool EndsInTitleWord(string text, int period)
    {
        var word = text.AsSpan(0, period);
        word = word[(word.LastIndexOfAny(' ', '(') + 1)..];
        return word is "vs" or "Dr" or "St" or "Mr" or "Mrs" or "cf" or "ca" or "sp" or "spp" or "var" or "subsp";
    }

    [GeneratedRegex(
        @"^(?:bioRxiv|medRxiv|arXiv|eLife|mBio|iScience|npj|mSystems|mSphere|eNeuro|chemRxiv|eClinicalMedicine)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex LowerContainer();
}
