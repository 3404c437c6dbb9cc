using System.Text;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Finds a sentence again that is written otherwise than it was: with raised digits or without, with a bracket of labels or without,
/// with a separator or a citation behind it or without.
/// </summary>
internal static class SameSentence
{
    /// <summary>The ids of claims of a new import by those of the stored claims that they are the same sentences as.</summary>
    /// <param name="before">The stored claims.</param>
    /// <param name="now">The claims of the import.</param>
    public static Dictionary<string, string> Ids(IReadOnlyList<Claim> before, IReadOnlyList<Claim> now)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var known = now.Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var gone = before.Where(claim => !known.Contains(claim.Id)).ToList();
        if (gone.Count == 0)
        {
            return ids;
        }

        var stored = before.Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var added = now.Where(claim => !stored.Contains(claim.Id)).ToLookup(claim => Key(claim.Text), StringComparer.Ordinal);
        foreach (var same in gone.GroupBy(claim => Key(claim.Text), StringComparer.Ordinal))
        {
            foreach (var (old, made) in same.Zip(added[same.Key]))
            {
                ids.Add(old.Id, made.Id);
            }
        }

        return ids;
    }

    /// <summary>The letters and digits of a sentence, without what such writings differ by.</summary>
    private static string Key(string sentence)
    {
        var text = sentence.AsSpan()[..CitationBrackets.StartBehindSentence(sentence)];
        var key = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '[' or '(' && LabelsEnd(text, i) is > 0 and var end)
            {
                i = end - 1;
            }
            else if (Characters.SuperscriptDigit(c) is >= 0 and var raised)
            {
                key.Append((char)('0' + raised));
            }
            else if (Characters.SubscriptDigit(c) is >= 0 and var lowered)
            {
                key.Append((char)('0' + lowered));
            }
            else if (char.IsLetterOrDigit(c))
            {
                key.Append(c);
            }
        }

        return key.ToString();
    }

    // "[3]", "[1, 2]", "(3–5)": brackets around numbers. A year is none.
    private static int LabelsEnd(ReadOnlySpan<char> text, int open)
    {
        var close = Characters.ClosingBracket(text[open])!.Value;
        for (var (i, digits) = (open + 1, 0); i < text.Length && digits < 4; i++)
        {
            if (text[i] == close)
            {
                return i > open + 1 ? i + 1 : -1;
            }

            digits = char.IsAsciiDigit(text[i]) ? digits + 1 : 0;
            if (!(char.IsAsciiDigit(text[i]) || text[i] is ',' or ';' or ' ' || Characters.IsDash(text[i])))
            {
                return -1;
            }
        }

        return -1;
    }
}
