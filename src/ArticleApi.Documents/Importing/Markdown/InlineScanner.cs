using System.Text;
using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// The source of a paragraph, the place that is read next, and the tokens found so far. The readers of the inlines share one.
/// </summary>
internal sealed class InlineScanner(string source)
{
    private readonly List<InlineToken> tokens = [];
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, int> notFoundAfter = new(StringComparer.Ordinal);

    public string Source { get; } = source;

    /// <summary>The index of the character that is read next.</summary>
    public int At { get; set; }

    public bool IsAtEnd => At >= Source.Length;

    public char Current => Source[At];

    /// <summary>The character behind the current one, or U+0000 at the end.</summary>
    public char Next => At + 1 < Source.Length ? Source[At + 1] : '\0';

    public int TokenCount => tokens.Count;

    /// <summary>At most so many characters from an index on.</summary>
    public ReadOnlySpan<char> Ahead(int start, int maxLength) => Source.AsSpan(start, Math.Min(maxLength, Source.Length - start));

    /// <summary>How often a sign stands here in a row.</summary>
    public int RunLength(char sign)
    {
        var end = At;
        while (end < Source.Length && Source[end] == sign)
        {
            end++;
        }

        return end - At;
    }

    /// <summary>Matches a pattern that starts with <c>\G</c> within the next characters.</summary>
    public Match Match(Regex pattern, int maxLength) => pattern.Match(Source, At, Math.Min(maxLength, Source.Length - At));

    /// <summary>Goes behind what a pattern matches here and reads it; does nothing where it does not match.</summary>
    public bool Take(Regex pattern, int maxLength, Action<Match> read) => Take(Match(pattern, maxLength), read);

    public bool Take(Match match, Action<Match> read)
    {
        if (!match.Success)
        {
            return false;
        }

        At += match.Length;
        read(match);
        return true;
    }

    /// <summary>The next index of a sign, or -1. A sign that does not come is not looked for again.</summary>
    public int Find(string sign)
    {
        if (notFoundAfter.TryGetValue(sign, out var known) && (known < 0 || known >= At))
        {
            return known;
        }

        return notFoundAfter[sign] = Source.IndexOf(sign, At, StringComparison.OrdinalIgnoreCase);
    }

    public bool SkipTo(string end)
    {
        if (Find(end) is not (>= 0 and var found))
        {
            return false;
        }

        At = found + end.Length;
        return true;
    }

    public void Append(char c) => text.Append(c);

    public void Append(ReadOnlySpan<char> part) => text.Append(part);

    public void Add(InlineToken token)
    {
        Flush();
        tokens.Add(token);
    }

    public void Insert(int index, InlineToken token)
    {
        Flush();
        tokens.Insert(index, token);
    }

    /// <summary>Drops the tokens from an index on.</summary>
    public void Truncate(int count)
    {
        Flush();
        tokens.RemoveRange(count, tokens.Count - count);
    }

    /// <summary>The tokens of the whole paragraph.</summary>
    public IReadOnlyList<InlineToken> Finish()
    {
        Flush();
        return tokens;
    }

    private void Flush()
    {
        if (text.Length > 0)
        {
            tokens.Add(new InlineToken(InlineKind.Text, text.ToString()));
            text.Clear();
        }
    }
}
