using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>Tells what goes with a sign that is taken out of a text: the bracket, the separator and the space of it alone.</summary>
internal static class MarkerCuts
{
    private const int MaxEntity = 12;

    /// <summary>The span of a sign with the bracket and the separator that would be left of it: "; [3]" of "(Fig. 1; [3])".</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sign starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="from">Where what is kept of the text begins.</param>
    public static (int Start, int End) WithJoints(string text, int start, int end, int from)
    {
        while (true)
        {
            var widened = WithBracket(text, start, end, from);
            widened = WithSeparator(text, widened.Start, widened.End, from);
            if (widened == (start, end))
            {
                return widened;
            }

            (start, end) = widened;
        }
    }

    /// <summary>The span with the space that would be left of it.</summary>
    public static (int Start, int End) WithSpace(string text, int start, int end, int from)
    {
        var spaceBefore = start > from && text[start - 1] == ' ';
        var spaceAfter = end < text.Length && text[end] == ' ';
        if (spaceBefore && (end == text.Length || spaceAfter || Characters.IsClosingPunctuation(text[end])))
        {
            start--;
        }

        // A printer's space before punctuation goes with the marker: "word 3 ." and "word [3] ,".
        if (spaceAfter && (start == 0 || (spaceBefore && end + 1 < text.Length && Characters.IsClosingPunctuation(text[end + 1]))))
        {
            end++;
        }

        return (start, end);
    }

    /// <summary>
    /// Where a sign can be written into clean text so that reading it back takes out the sign and nothing else: not alone in a bracket,
    /// not behind a separator that would go with it, and not behind the space before punctuation.
    /// </summary>
    /// <param name="text">Clean text.</param>
    /// <param name="at">The UTF-16 index where it stood.</param>
    public static int InsertionIndex(string text, int at)
    {
        for (var (start, end) = WithJoints(text, at, at, 0); start < end; (start, end) = WithJoints(text, at, at, 0))
        {
            // A separator may be before it or behind: before either it joins nothing.
            at = start < at ? start : Math.Max(0, start - 1);
            if (at == 0)
            {
                break;
            }
        }

        return at > 0 && text[at - 1] == ' '
            && (at == text.Length || text[at] == ' ' || Characters.IsClosingPunctuation(text[at])) ? at - 1 : at;
    }

    /// <summary>The span with the bracket around it where that holds nothing else.</summary>
    private static (int Start, int End) WithBracket(string text, int start, int end, int from)
    {
        var open = text.AsSpan(from..start).TrimEnd(' ').Length + from - 1;
        var close = end + text.AsSpan(end).IndexOfAnyExcept(" ,;");
        return open >= from && close >= end && (text[open], text[close]) is ('(', ')') or ('[', ']') ? (open, close + 1) : (start, end);
    }

    /// <summary>
    /// The span with a separator that joins nothing else: one before it where its clause or bracket ends behind it, one behind it where
    /// a bracket begins with it.
    /// </summary>
    private static (int Start, int End) WithSeparator(string text, int start, int end, int from)
    {
        var before = text.AsSpan(from..start).TrimEnd(' ').Length + from;
        var behind = end + text.AsSpan(end).IndexOfAnyExcept(' ');
        behind = behind < end ? text.Length : behind;
        if (before > from && IsSeparator(text, before - 1, from, before < start) && EndsBehind(text, behind))
        {
            return (text.AsSpan(from..(before - 1)).TrimEnd(' ').Length + from, end);
        }

        if (before > from && text[before - 1] is '(' or '[' && behind + 1 < text.Length && text[behind] is ',' or ';' or ':'
            && text[behind + 1] == ' ')
        {
            return (start, behind + 2);
        }

        return (start, end);
    }

    private static bool IsSeparator(string text, int at, int from, bool isSpaced) => text[at] is ',' or ':'
        || (text[at] == ';' && !EndsEntity(text.AsSpan(Math.Max(from, at - MaxEntity)..at)))
        || (text[at] is '–' or '—' or '-' && isSpaced && at > from && text[at - 1] == ' ');

    // "&house;", which a format left as it is
    private static bool EndsEntity(ReadOnlySpan<char> text) =>
        text.LastIndexOf('&') is >= 0 and var start && !text[(start + 1)..].Contains(' ');

    // Nothing goes on behind it: the end, a closing bracket, the end of a sentence or another separator.
    private static bool EndsBehind(string text, int at)
    {
        if (at == text.Length || text[at] is ')' or ']' or ';' or ',' or '?' or '!')
        {
            return true;
        }

        return text[at] is '.' or ':'
            && (at + 1 == text.Length || text[at + 1] == ' ' || Characters.SentenceClosers.Contains(text[at + 1]));
    }
}
