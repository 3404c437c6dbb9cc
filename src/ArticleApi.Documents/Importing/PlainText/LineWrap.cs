using System.Text;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>Joins the lines of one paragraph that were broken at a width, or by a page or a column.</summary>
internal sealed class LineWrap
{
    // A shorter line that goes on in small letters may be an item of a list.
    private const int MinLength = 25;
    private const int Half = 55;

    private readonly List<TextLine> lines;
    private readonly TextLayout layout;
    private readonly WrittenWords words;
    private readonly CancellationToken cancel;

    public LineWrap(List<TextLine> lines, TextLayout layout, WrittenWords words, CancellationToken cancel)
    {
        this.lines = lines;
        this.layout = layout;
        this.words = words;
        this.cancel = cancel;
    }

    /// <summary>The lines between two indexes, those of one paragraph as one, those of a heading too.</summary>
    public IEnumerable<TextLine> Unwrap(int start, int end)
    {
        var headings = layout.IsWrapped ? new WrappedHeadings(lines, layout, cancel).Find(start, end) : [];
        var paragraph = new StringBuilder();
        for (var i = start; i < end;)
        {
            cancel.ThrowIfCancellationRequested();
            var first = lines[i];
            if (headings.TryGetValue(i, out var span))
            {
                paragraph.Append(first.Text);
                for (var k = i + 1; k < i + span; k++)
                {
                    Join(paragraph, lines[k - 1], lines[k].Text, words);
                }

                i += span;
                yield return first with { Text = paragraph.ToString(), IsHeading = true };
            }
            else
            {
                paragraph.Append(first.Text);
                for (i++; i < end && !headings.ContainsKey(i) && GoesOn(i); i++)
                {
                    Join(paragraph, lines[i - 1], lines[i].Text, words);
                }

                yield return first with { Text = paragraph.ToString() };
            }

            paragraph.Clear();
        }
    }

    /// <summary>Whether a line goes on with the paragraph of the line before it.</summary>
    private bool GoesOn(int at)
    {
        var (line, next) = (lines[at - 1], lines[at]);
        if (line.IsUnderlined || next.IsUnderlined || Bullets.IsBullet(next.Text))
        {
            return false;
        }

        var isOpen = !line.EndsSentence;
        var isSmall = char.IsLower(next.Text[0]) && !ReferenceEntryLine.StartsAddress(next.Text);
        var isHyphenated = WrittenWords.EndsInHyphen(line);
        if (!layout.IsWrapped)
        {
            return !next.AfterBlank && isOpen && !line.HasColumns && !next.HasColumns
                && (isHyphenated ? char.IsLetter(next.Text[0]) : isSmall && line.Text.Length >= MinLength);
        }

        // A page or a column may end within a sentence.
        if (next.AfterBlank)
        {
            return isOpen && layout.IsFull(at - 1) && !line.HasColumns
                && (isSmall || isHyphenated || next.AfterPage || StartsWithMarker(line, next.Text));
        }

        if (isSmall && isOpen)
        {
            return !line.HasColumns || !next.HasColumns;
        }

        if (ReferenceLabel.IsLabelled(next.Text) && !StartsWithMarker(line, next.Text))
        {
            return false;
        }

        var isIndented = next.Indent > line.Indent && (at < 2 || lines[at - 2].AfterBlank || line.Indent <= lines[at - 2].Indent);
        return isOpen
            ? !layout.IsWithin(at - 1, Half) || !layout.EndsShort(at - 1) || line.Text[^1] is ','
            : !layout.EndsShort(at - 1) && !isIndented;
    }

    // "[36]. Moreover", "[36], which", "[36] and", "(2) The": a marker that the line had no room for.
    private static bool StartsWithMarker(TextLine line, string next) =>
        line.Text[^1] is ',' or ';' or '&'
        || (!line.EndsSentence && next[0] is '[' or '(' && ReferenceLabel.Split(next) is var (_, end, _) && end < next.Length
            && (char.IsLower(next[end]) || next[end] is '.' or ',' or ';' or ':' or ')' or '('));

    /// <summary>Appends a line; a word that a hyphen divides is made whole.</summary>
    public static void Join(StringBuilder paragraph, TextLine before, string line, WrittenWords words)
    {
        if (paragraph.Length < 2)
        {
            paragraph.Append(line);
            return;
        }

        if (before.EndsInSoftHyphen && char.IsLower(line[0]))
        {
            paragraph.Append(line);
            return;
        }

        var last = paragraph[^1];
        if (!Characters.IsHyphen(last) || !char.IsLetter(paragraph[^2]) || !char.IsLower(line[0]))
        {
            var isGlued = (Characters.IsHyphen(last) || last == '–') && paragraph[^2] != ' ';
            paragraph.Append(isGlued ? "" : " ").Append(line);
            return;
        }

        var start = paragraph.Length - 1;
        while (start > 0 && char.IsLetter(paragraph[start - 1]))
        {
            start--;
        }

        var end = 0;
        while (end < line.Length && char.IsLetter(line[end]))
        {
            end++;
        }

        // "age- and sex-matched" is no divided word.
        var right = line[..end];
        if (right is "and" or "or" or "und" or "et" or "y" or "to")
        {
            paragraph.Append(' ');
        }
        else if ((start == 0 || !Characters.IsHyphen(paragraph[start - 1]))
            && words.IsOneWord(paragraph.ToString(start, paragraph.Length - 1 - start), right))
        {
            paragraph.Length--;
        }

        paragraph.Append(line);
    }
}
