namespace ArticleApi.Documents.Claims;

/// <summary>
/// Finds the short forms that a text defines, "anorexia nervosa (AN)" and "AN (anorexia nervosa)", by the algorithm of A. Schwartz and
/// M. Hearst (A simple algorithm for identifying abbreviation definitions in biomedical text, Pacific Symposium on Biocomputing 2003):
/// the letters and digits of the short form stand in the long form in their order, the first of them at the start of its first word.
/// </summary>
internal static class Abbreviations
{
    private const int MinShort = 2;
    private const int MaxShort = 10;
    private const int MaxLong = 160;

    /// <summary>The long form of each short form, as first defined.</summary>
    public static Dictionary<string, string> Find(IEnumerable<string> texts)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            for (var open = text.AsSpan().IndexOfAny('(', '['); open >= 0;)
            {
                if (DefinitionAt(text, open) is var (brief, full))
                {
                    found.TryAdd(brief, full);
                }

                var next = text.AsSpan(open + 1).IndexOfAny('(', '[');
                open = next < 0 ? -1 : open + 1 + next;
            }
        }

        return found;
    }

    /// <summary>Whether a long form is one that a short form may stand for.</summary>
    public static bool IsExpansion(string brief, string full) => LongForm(brief, full)?.Length == full.Length;

    private static (string Short, string Long)? DefinitionAt(string text, int open)
    {
        var window = text.AsSpan(open + 1, Math.Min(MaxLong, text.Length - open - 1));
        var close = window.IndexOf(text[open] == '(' ? ')' : ']');
        if (close < 1)
        {
            return null;
        }

        // "(AN, also anorexia)" and "(AN; [3])" define the first.
        var inner = window[..close].ToString();
        var end = inner.AsSpan().IndexOfAny(',', ';');
        var brief = (end < 0 ? inner : inner[..end]).Trim(' ', '"', '“', '”', '\'');
        var before = text.AsSpan(Math.Max(0, open - MaxLong), open - Math.Max(0, open - MaxLong)).TrimEnd(' ').ToString();
        if (IsShort(brief) && LongForm(brief, before) is { } full)
        {
            return (brief, full);
        }

        var start = before.LastIndexOf(' ') + 1;
        var word = before[start..].Trim('"', '“', '”');
        return end < 0 && IsShort(word) && word.Any(char.IsUpper) && LongForm(word, inner) is { } spelled
            && spelled.Length == inner.Length ? (word, spelled) : null;
    }

    private static bool IsShort(string text) =>
        text.Length is >= MinShort and <= MaxShort && char.IsLetterOrDigit(text[0]) && text.Count(c => c == ' ') < 2
            && text.Any(char.IsLetter)
        && (text.Any(char.IsUpper) || text.Any(char.IsDigit));

    /// <summary>The words at the end of a text that a short form stands for, or null.</summary>
    private static string? LongForm(string brief, string text)
    {
        var l = text.Length - 1;
        for (var s = brief.Length - 1; s >= 0; s--)
        {
            var c = char.ToLowerInvariant(brief[s]);
            if (!char.IsLetterOrDigit(c))
            {
                continue;
            }

            while (l >= 0 && (char.ToLowerInvariant(text[l]) != c || (s == 0 && l > 0 && char.IsLetterOrDigit(text[l - 1]))))
            {
                l--;
            }

            if (l < 0)
            {
                return null;
            }

            l--;
        }

        var start = text.LastIndexOf(' ', l + 1) + 1;
        var full = text[start..];
        var letters = brief.Count(char.IsLetterOrDigit);
        var words = full.Count(c => c is ' ' or '-') + 1;
        return full.Length > brief.Length && words <= Math.Min(letters + 5, letters * 2)
            && !full.Contains(brief, StringComparison.Ordinal) ? full : null;
    }
}
