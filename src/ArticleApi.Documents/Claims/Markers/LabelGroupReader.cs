using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>Reads several labels that stand together: within brackets, "[3, 5–7]", or without, "3, 5–7 and 9".</summary>
internal sealed class LabelGroupReader(string text, LabelIndex labels)
{
    /// <summary>
    /// Reads labels between brackets: "[3, 5–7]", "[see 3; 5]", "[3, p. 45]", "[3 and references therein]", "[Kee21]".
    /// </summary>
    /// <param name="start">Where the opening bracket stands.</param>
    /// <param name="named">Gets the labels.</param>
    /// <returns>The index after the closing bracket; -1 where the brackets hold something else.</returns>
    public int ReadBracketed(int start, List<NamedLabel> named)
    {
        var close = Characters.ClosingBracket(text[start]) ?? text[start];
        var i = LabelPhrases.SkipLeadIn(text, start + 1);
        var range = false;
        while (true)
        {
            i = Characters.SkipSpace(text, i);
            var end = LabelEnd(i);
            if (LabelAt(i, end, named.Count > 0) is not { } label)
            {
                return -1;
            }

            named.Add(new NamedLabel(label, range));
            i = LabelPhrases.SkipLocator(text, Characters.SkipSpace(text, end), close);
            if (i == text.Length)
            {
                return -1;
            }

            range = Characters.IsDash(text[i]);
            if (text[i] == close)
            {
                return i + 1;
            }

            if (LabelPhrases.SkipAnd(text, i) is var joined && joined > i)
            {
                i = joined;
                continue;
            }

            if (!range && text[i] is not (',' or ';'))
            {
                return -1;
            }

            i = LabelPhrases.SkipAnd(text, Characters.SkipSpace(text, i + 1));
            if (i < text.Length && text[i] == close && !range)
            {
                return i + 1;
            }
        }
    }

    /// <summary>Reads numbers with commas, dashes and "and" between them: "3, 5–7 and 9".</summary>
    /// <param name="start">Where the first number stands.</param>
    /// <param name="named">Gets the numbers.</param>
    /// <returns>The index after the last number; -1 where there is none.</returns>
    public int ReadNumbers(int start, List<NamedLabel> named)
    {
        var range = false;
        var end = -1;
        for (var i = start; ;)
        {
            var from = i;
            while (i < text.Length && i - from <= ScannedText.MaxDigits && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            if (i == from || i - from > ScannedText.MaxDigits)
            {
                return end;
            }

            named.Add(new NamedLabel(text[from..i], range));
            end = i;
            range = i < text.Length && Characters.IsDash(text[i]);
            var spaced = Characters.SkipSpace(text, i);
            var next = i < text.Length && (range || text[i] is ',' or ';') ? Characters.SkipSpace(text, i + 1) : spaced;
            next = LabelPhrases.SkipAnd(text, next);
            if (next == i || next >= text.Length || !char.IsAsciiDigit(text[next]) || (next == spaced && next > i))
            {
                return end;
            }

            i = next;
        }
    }

    private int LabelEnd(int from)
    {
        var i = from;
        while (i < text.Length && i - from < LabelIndex.MaxLength && (char.IsLetterOrDigit(text[i]) || text[i] is '+' or '*'))
        {
            i++;
        }

        // A hyphen may be a part of a label, "[S-1]"; where the list has no such label, it makes a range.
        var whole = i;
        while (whole < text.Length && whole - from < LabelIndex.MaxLength
            && (char.IsLetterOrDigit(text[whole]) || text[whole] is '-' or '_' or ':' or '.' or '+'))
        {
            whole++;
        }

        return whole > i && labels.Contains(text.AsSpan(from, whole - from)) ? whole : i;
    }

    /// <summary>The label between two indexes: a number, in the list or not, or a name that the list has; else null.</summary>
    private string? LabelAt(int from, int end, bool hasOthers)
    {
        var label = text[from..end];
        if (label.Length == 0 || labels.Contains(label))
        {
            return label.Length == 0 ? null : label;
        }

        if (label.All(char.IsAsciiDigit))
        {
            return label.Length <= ScannedText.MaxDigits ? label : null;
        }

        // Scanned text has "l" for 1 and "O" for 0; a lone letter proves nothing.
        var read = label.Replace('l', '1').Replace('I', '1').Replace('O', '0');
        return read.All(char.IsAsciiDigit) && labels.Contains(read) && (hasOthers || label.Any(char.IsAsciiDigit)) ? read : null;
    }
}
