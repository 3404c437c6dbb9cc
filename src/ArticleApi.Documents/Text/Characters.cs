namespace ArticleApi.Documents.Text;

/// <summary>
/// The kinds of characters that several readers need: dashes, brackets, closing quotes, raised digits. Every reader asks here, so that
/// "[1-3]" and "[1−3]" mean the same everywhere.
/// </summary>
internal static class Characters
{
    /// <summary>
    /// Every dash: the hyphens, the figure dash, the en and em dashes, the horizontal bar, the minus sign, the small and full-width ones.
    /// </summary>
    public const string Dashes = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";

    /// <summary>The same within a character class of a regular expression, <c>[,;…]</c>.</summary>
    public const string DashClass = @"\-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D";

    /// <summary>Every quote that opens: straight, curly, low, angled and East Asian ones.</summary>
    public const string OpeningQuotes = "\"'“‘„‚«‹「『〝";

    /// <summary>The brackets and quotes that may stand between the end of a sentence and the space after it.</summary>
    public const string SentenceClosers = ")]}\"'”’»」』";

    /// <summary>The raised digits in their order, 0 to 9.</summary>
    public const string SuperscriptDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Whether a character may join the ends of a range: "1-3", "1–3", "1−3".</summary>
    public static bool IsDash(char c) => c is '-' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D';

    /// <summary>
    /// Whether a dash may join letters too: "IL–6", "2018a–c". The long ones part a sentence and make a range of numbers only.
    /// </summary>
    public static bool IsShortDash(char c) => IsDash(c) && c is not ('—' or '―');

    /// <summary>Whether a character joins the parts of a word or a name: "double-blind", "Klaus‑Peter". Dashes do not.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>A range with a plain hyphen for each dash: "12–19" gives "12-19".</summary>
    public static string WithPlainHyphens(string range) =>
        range.AsSpan().ContainsAnyInRange('\u2010', '\uFF0D') ? string.Concat(range.Select(c => IsDash(c) ? '-' : c)) : range;

    /// <summary>Whether a character is an apostrophe, straight or curly; the curly one closes single quotes as well.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    /// <summary>Whether a character opens a quotation, or may do so.</summary>
    public static bool IsOpeningQuote(char c) => OpeningQuotes.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether a character ends a sentence.</summary>
    public static bool IsSentenceEnd(char c) => c is '.' or '?' or '!' or '…' or '。' or '！' or '？';

    /// <summary>Whether a character is printed without a space before it. Straight quotes are not: they open as well as close.</summary>
    public static bool IsClosingPunctuation(char c) =>
        c is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '”' or '’' or '»';

    /// <summary>The bracket that closes one: "]" for "[", "】" for "【"; null where the character opens no bracket.</summary>
    public static char? ClosingBracket(char open) => open switch
    {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '【' => '】',
        '［' => '］',
        '〔' => '〕',
        _ => null,
    };

    /// <summary>The value of a raised digit, 0 to 9, or -1.</summary>
    public static int SuperscriptDigit(char c) => c switch
    {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        >= '⁴' and <= '⁹' => c - '⁰',
        _ => -1,
    };

    /// <summary>The value of a lowered digit, 0 to 9, or -1.</summary>
    public static int SubscriptDigit(char c) => c is >= '₀' and <= '₉' ? c - '₀' : -1;

    /// <summary>The index of the next character that is no white space, or the length of the text.</summary>
    public static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
