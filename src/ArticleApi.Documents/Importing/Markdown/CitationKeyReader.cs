using System.Buffers;
using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Reads citation keys by Pandoc's rules (https://pandoc.org/MANUAL.html#citation-syntax): letters, digits and single signs between them,
/// or anything in braces. A key that is an address or an identifier goes on to the next space: it has signs that no other key has.
/// </summary>
internal static partial class CitationKeyReader
{
    private const int MaxKey = 400;

    private static readonly SearchValues<char> NoIdentifier = SearchValues.Create("[]\"”|`{}");

    /// <summary>The keys of a group, <c>see @a, p. 5; -@b</c>, without those of figures and tables.</summary>
    public static List<string> In(ReadOnlySpan<char> group)
    {
        var keys = new List<string>();
        for (var i = 0; i < group.Length; i++)
        {
            if (group[i] != '@' || (i > 0 && (char.IsLetterOrDigit(group[i - 1]) || group[i - 1] is '.' or '/' or '\\')))
            {
                continue;
            }

            if (Read(group[(i + 1)..]) is ({ } key, var length))
            {
                i += length;
                if (!IsCrossReference(key))
                {
                    keys.Add(key);
                }
            }
        }

        return keys;
    }

    /// <summary>The key at the start of a text, and how much of the text it takes; null where there is none.</summary>
    public static (string? Key, int Length) Read(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaxKey)];
        if (text is ['{', ..])
        {
            var end = BraceEnd(text);
            return end > 1 ? (text[1..end].Trim().ToString(), end + 1) : (null, 0);
        }

        if (Identifier().IsMatch(text))
        {
            var length = IdentifierEnd(text);
            return length > text.IndexOf(':') + 1 ? (text[..length].ToString(), length) : (null, 0);
        }

        foreach (var match in Key().EnumerateMatches(text))
        {
            return (text[..match.Length].ToString(), match.Length);
        }

        return (null, 0);
    }

    /// <summary>
    /// Whether a key names a figure, a table or a section: pandoc-crossref and Quarto have <c>@fig:map</c> and <c>@tbl-ages</c>.
    /// </summary>
    public static bool IsCrossReference(string key) => CrossReference().IsMatch(key);

    private static int BraceEnd(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length && !char.IsWhiteSpace(text[i]); i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return 0;
    }

    // A semicolon or a comma that another key follows parts them; punctuation at the end is the sentence's.
    private static int IdentifierEnd(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !NoIdentifier.Contains(text[end]))
        {
            if (text[end] is ';' or ',' && text[(end + 1)..] is [] or ['@', ..] or ['-', '@', ..])
            {
                break;
            }

            end++;
        }

        var key = text[..end];
        while (key is [.., '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '*' or '_']
            || (key is [.., ')'] && key.Count('(') < key.Count(')'))
            || (key is [.., '>'] && key.Count('<') < key.Count('>')))
        {
            key = key[..^1];
        }

        return key.Length;
    }

    [GeneratedRegex(@"^[\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]?[\p{L}\p{N}_])*", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(@"^(?:doi|pmid|pubmed|pmc|pmcid|arxiv|isbn|url|https?):\S", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Identifier();

    [GeneratedRegex(
        @"^(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)[:\-]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CrossReference();
}
