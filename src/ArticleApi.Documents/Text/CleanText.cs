using System.Text;

namespace ArticleApi.Documents.Text;

/// <summary>Clean text as the contract has it: white space folded, invisible characters gone, nothing else changed.</summary>
public static class CleanText
{
    /// <summary>Runs of white space become one space, none at the ends; soft hyphens, zero-width and control characters go.</summary>
    public static string Of(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsInvisible(c))
            {
                continue;
            }

            if (!IsSpace(c))
            {
                clean.Append(c);
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        if (clean.Length > 0 && clean[^1] == ' ')
        {
            clean.Length--;
        }

        return clean.ToString();
    }

    /// <summary>Whether <see cref="Of"/> would change nothing.</summary>
    public static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsInvisible(c) || (IsSpace(c) && (c != ' ' || i == 0 || i == text.Length - 1 || text[i - 1] == ' ')))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool IsSpace(char c) => char.IsWhiteSpace(c);

    // The joiners U+200C and U+200D stay: they spell words in Persian and Indic scripts, and emoji.
    internal static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F'
        || (char.IsControl(c) && !char.IsWhiteSpace(c));
}
