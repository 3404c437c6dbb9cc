using System.Buffers;
using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>The text of a BibTeX file and the place that is read next. No character is looked at more than a few times.</summary>
internal sealed partial class BibTeXScanner(string text)
{
    private const int MaxStart = 300;

    private static readonly SearchValues<char> NoName = SearchValues.Create("\"#%(),={}");

    // How often a text may be searched in vain for what closes a value.
    private const int MaxPasses = 8;

    private int at;
    private long inVain;

    /// <summary>The line of the place that is read next, counted from 1.</summary>
    public int Line { get; private set; } = 1;

    public bool IsAtEnd => at >= text.Length;

    public char Current => at < text.Length ? text[at] : '\0';

    /// <summary>Goes behind the next <c>@</c>; what stands before it is a comment.</summary>
    public bool SkipToEntry()
    {
        var sign = text.IndexOf('@', at);
        Move(sign < 0 ? text.Length : sign + 1);
        return sign >= 0;
    }

    /// <summary>Goes to the next character that is neither white space nor in a comment.</summary>
    public void SkipSpace()
    {
        var end = at;
        while (end < text.Length && (char.IsWhiteSpace(text[end]) || text[end] == '%'))
        {
            end = text[end] == '%' ? LineEnd(end) : end + 1;
        }

        Move(end);
    }

    /// <summary>Goes to the next of some signs on this line, or to its end.</summary>
    public void SkipTo(ReadOnlySpan<char> signs)
    {
        var found = text.AsSpan(at, LineEnd(at) - at).IndexOfAny(signs);
        Move(found < 0 ? LineEnd(at) : at + found);
    }

    public bool Take(char sign)
    {
        if (Current != sign || IsAtEnd)
        {
            return false;
        }

        Move(at + 1);
        return true;
    }

    /// <summary>The name of a type, a field or a macro; empty where none stands here.</summary>
    public string Name()
    {
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !NoName.Contains(text[end]))
        {
            end++;
        }

        return TakeUntil(end);
    }

    /// <summary>The key of an entry, up to a comma, a brace or the end of its line.</summary>
    public string Key()
    {
        var end = at;
        while (end < text.Length && text[end] is not (',' or '=' or '{' or '}' or '\n' or '\r'))
        {
            end++;
        }

        return TakeUntil(end).TrimEnd();
    }

    /// <summary>
    /// What stands between the delimiter here and the one that closes it, braces balanced. It is not closed where the text ends or another
    /// entry begins: then it is the rest of the line.
    /// </summary>
    /// <param name="isWithinLine">Whether it may not go on in the lines below.</param>
    /// <param name="isClosed">Whether the delimiter that closes it was found.</param>
    public string Delimited(bool isWithinLine, out bool isClosed)
    {
        var close = Current == '{' ? '}' : '"';
        var (start, depth) = (at + 1, 0);
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c == close && depth == 0)
            {
                inVain -= i - start;
                Move(i + 1);
                isClosed = true;
                return text[start..i];
            }

            depth += c == '{' ? 1 : c == '}' && depth > 0 ? -1 : 0;
            if (c == '\n' && (isWithinLine || inVain > (long)text.Length * MaxPasses || StartsEntry(i + 1)))
            {
                break;
            }

            inVain += 1;
        }

        isClosed = false;
        Move(start);
        return TakeUntil(LineEnd(start)).TrimEnd().TrimEnd(',', '}', '"');
    }

    /// <summary>Whether an entry begins here, <c>@article{key,</c>.</summary>
    public bool StartsEntry() => Current == '@' && StartsEntry(at);

    private bool StartsEntry(int index) =>
        index < text.Length && text[index] is '@' or ' ' or '\t'
        && EntryStart().IsMatch(text.AsSpan(index, Math.Min(MaxStart, text.Length - index)));

    private int LineEnd(int index) => text.IndexOf('\n', index) is >= 0 and var end ? end : text.Length;

    private string TakeUntil(int end)
    {
        var taken = text[at..end];
        Move(end);
        return taken;
    }

    private void Move(int to)
    {
        Line += text.AsSpan(at, to - at).Count('\n');
        at = to;
    }

    [GeneratedRegex(@"^[ \t]{0,20}@[A-Za-z]{1,30}[ \t]{0,20}[{(]\s{0,20}[^\s,{}()=]{1,200},", RegexOptions.CultureInvariant)]
    private static partial Regex EntryStart();
}
