using System.Text;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>Joins lines that were wrapped at a fixed width.</summary>
internal static partial class LineWrap
{
    private const int MaxWidth = 130;
    private const int MinWidth = 40;

    // Greedy line breaking leaves less than a word; the slack is for justified and hyphenated text.
    private const int Slack = 6;

    /// <summary>The lines with those of one paragraph joined; as they are where the text was not broken.</summary>
    public static List<TextLine> Unwrap(List<TextLine> lines, CancellationToken cancel)
    {
        if (WidthOf(lines) is not { } width)
        {
            return lines;
        }

        var words = lines
            .SelectMany(line => line.Text.Split(' '))
            .Select(word => word.Trim(',', '.', ';', ':', '(', ')'))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var joined = new List<TextLine>();
        var paragraph = new StringBuilder();
        TextLine? first = null;
        for (var i = 0; i < lines.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var goesOn = i > 0 && first is not null && IsBroken(lines[i - 1], lines[i], width);
            if (!goesOn)
            {
                Flush();
                first = lines[i];
                paragraph.Append(first.Text);
                continue;
            }

            Join(paragraph, lines[i].Text, words);
        }

        Flush();
        return joined;

        void Flush()
        {
            if (first is not null)
            {
                joined.Add(first with { Text = paragraph.ToString() });
                paragraph.Clear();
            }
        }
    }

    /// <summary>The width that the text was broken at, or null where most lines end as paragraphs do.</summary>
    private static int? WidthOf(List<TextLine> lines)
    {
        var lengths = new List<int>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (!lines[i + 1].AfterBlank && lines[i].Text.Length >= MinWidth)
            {
                lengths.Add(lines[i].Text.Length);
            }
        }

        if (lengths.Count < 4)
        {
            return null;
        }

        lengths.Sort();
        var width = lengths[(lengths.Count - 1) * 95 / 100];
        var broken = 0;
        var open = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (!lines[i + 1].AfterBlank && lines[i].Text.Length >= MinWidth)
            {
                broken += IsBroken(lines[i], lines[i + 1], width) ? 1 : 0;
                open += lines[i].EndsSentence ? 0 : 1;
            }
        }

        return width <= MaxWidth && broken * 10 >= lengths.Count * 6 && open * 10 >= lengths.Count * 5 ? width : null;
    }

    /// <summary>Whether a line ends only because the first word of the next had no room on it, or in the middle of a sentence.</summary>
    private static bool IsBroken(TextLine line, TextLine next, int width)
    {
        var space = next.Text.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? next.Text.Length : space;
        return !next.AfterBlank && !line.IsUnderlined && !next.IsUnderlined && !Bullets.IsBullet(next.Text)
            && !StartsReference().IsMatch(next.Text)
            && (!ReferenceLabel.IsLabelled(next.Text) || line.Text[^1] is ',' or ';' or '&' || StartsWithMarker(line, next.Text))
            && line.Text.Length <= width + Slack
            && (line.Text.Length + 1 + word > width - Slack
                || (char.IsLower(next.Text[0]) && !line.EndsSentence && line.Text.Length > width / 2));
    }

    // "[36]. Moreover", "[36], which", "[36] and": a marker that the line had no room for.
    private static bool StartsWithMarker(TextLine line, string next) =>
        !line.EndsSentence && next[0] is '[' or '(' && ReferenceLabel.Split(next) is var (_, end, _) && end < next.Length
        && (char.IsLower(next[end]) || next[end] is '.' or ',' or ';' or ':' or ')');

    private static void Join(StringBuilder paragraph, string line, HashSet<string> words)
    {
        if (paragraph[^1] != '-' || paragraph.Length < 2 || !char.IsLetter(paragraph[^2]) || !char.IsLower(line[0]))
        {
            paragraph.Append(paragraph[^1] is '-' or '–' && paragraph.Length > 1 && paragraph[^2] != ' ' ? "" : " ").Append(line);
            return;
        }

        // "gluta-" and "mate" are one word where the text has it elsewhere.
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

        if (words.Contains(paragraph.ToString(start, paragraph.Length - 1 - start) + line[..end]))
        {
            paragraph.Length--;
        }

        paragraph.Append(line);
    }

    // "Keeler, J. L." starts an entry of a list, and is not where a line happens to break.
    [GeneratedRegex(@"^\p{Lu}[\p{L}'’-]{1,30}, (?:\p{Lu}\.[ -]?){1,4}[,&(]?", RegexOptions.CultureInvariant)]
    private static partial Regex StartsReference();
}
