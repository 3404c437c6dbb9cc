using System.Buffers;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Jats;

/// <summary>Tells whether the text of a cross-reference is a sign, such as "3–5" or "*", or words.</summary>
internal static partial class SignText
{
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789 ,;" + Characters.Dashes);

    /// <summary>Whether a text is nothing but labels: "3", "[3, 5–7]", "12a", "*".</summary>
    /// <param name="printed">The text of the cross-reference.</param>
    /// <param name="isSuperscript">Whether it is raised.</param>
    /// <param name="isLabel">Whether a word of it is the label of what it points at.</param>
    public static bool IsSign(ReadOnlySpan<char> printed, bool isSuperscript, Func<string, bool> isLabel)
    {
        var isBracketed = printed is ['[', ..];
        foreach (var match in Words().EnumerateMatches(printed))
        {
            var word = printed.Slice(match.Index, match.Length);
            if (word is "and" or "to" or "&" || isLabel(word.ToString()))
            {
                continue;
            }

            if (!(isSuperscript || isBracketed ? Raised() : Plain()).IsMatch(word)
                || (!isSuperscript && word.Length is 4 or 5 && Years.IsYear(word[..4])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a label is one that signs have, "12", "S3", and not "Keeler et al. (2021)".</summary>
    public static bool IsLabel(string label) => label.Length <= 12 && Raised().IsMatch(label);

    /// <summary>Whether what stands between two signs only joins them.</summary>
    public static bool Joins(ReadOnlySpan<char> between, out bool isRange)
    {
        var core = between.Trim(' ').TrimStart(" ])").TrimEnd(" [(");
        var hasBrackets = between.IndexOfAny("[]()") >= 0;
        isRange = core is "~" or "–," || (core is [var c] && Characters.IsDash(c)) || (!hasBrackets && core is "to" or "through");
        return isRange || core is "" or "," or ";" or ",;" || (!hasBrackets && core is "and" or "&" or ", and" or ", &");
    }

    /// <summary>Whether a text is nothing but numbers and what joins them.</summary>
    public static bool IsNumbers(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(NumberSigns);

    /// <summary>The numbers of a text and the dashes between them.</summary>
    public static List<string> Numbers(string text) => [.. Number().Matches(text).Select(match => match.Value)];

    /// <summary>Whether words may stand before a sign within its brackets: "[see 3]".</summary>
    public static bool IsCue(string text) => Cue().IsMatch(text);

    /// <summary>Whether a text may stand behind a sign within its brackets: ", p. 12", ", their figure 5".</summary>
    public static bool IsAside(string text) => text.Trim(' ') is "" or [',' or ';' or ':', ..];

    /// <summary>Whether the words before a bare number speak of it, "in ref. 3", so that the sentence needs it.</summary>
    public static bool SpeaksOf(ReadOnlySpan<char> before) => Speaking().IsMatch(before);

    [GeneratedRegex(@"[^\s,;" + Characters.DashClass + @"\[\]()]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"[0-9]{1,9}|[" + Characters.DashClass + @"]", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:[0-9]{1,4}\p{Ll}?\.?|[*†‡§¶‖#]{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:\p{L}{0,6}[0-9]{1,4}\p{L}{0,2}\.?|[*†‡§¶‖#]{1,4}|\p{L}|[ivxIVX]{1,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex Raised();

    [GeneratedRegex(
        @"^\s*(?:[Ss]ee(?: also)?|e\.\s?g\.,?|cf\.?|i\.e\.,?|[Rr]ef(?:erence)?s?\.?|[Rr]eviewed (?:in|by)"
        + @"|[Ff]or (?:a )?reviews?,? see)?:?\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Cue();

    [GeneratedRegex(
        @"(?:^|[\s(\[])(?:refs?\.?|references?|see|in|by|from|of|and|or|also|e\.g\.,?|cf\.?|to|with|nos?\.?|numbers?|citations?|papers?|per"
        + @"|as|than|using|following|after)\s?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Speaking();
}
