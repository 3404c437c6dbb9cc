using System.Buffers;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>A line of plain text that is not blank.</summary>
/// <param name="Text">Clean text.</param>
/// <param name="Number">Its number in the input, counted from 1.</param>
/// <param name="AfterBlank">Whether a blank line, or none, stands before it.</param>
/// <param name="IsIndented">Whether it starts with white space.</param>
internal sealed record TextLine(string Text, int Number, bool AfterBlank, bool IsIndented)
{
    private const int MaxLabel = 4;
    private const int MaxRow = 300;

    // A form feed ends a page within a line.
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\u0085\u2028\u2029");

    /// <summary>Whether a line of signs stands below it, as below a heading.</summary>
    public bool IsUnderlined { get; init; }

    /// <summary>Whether it is divided by tabs, bars or wide gaps, as the row of a table.</summary>
    public bool HasColumns { get; init; }

    /// <summary>How far it stands to the right: the white space before it.</summary>
    public int Indent { get; init; }

    /// <summary>Whether something that belongs to the page stood before it, or a page begins with it.</summary>
    public bool AfterPage { get; init; }

    /// <summary>Whether its last word goes on in the next line, as a soft hyphen says.</summary>
    public bool EndsInSoftHyphen { get; init; }

    /// <summary>Whether the lines around it show that it is a heading.</summary>
    public bool IsHeading { get; init; }

    public int Words => Text.Count(c => c == ' ') + 1;

    public bool EndsSentence =>
        TrailingMarker.Without(Text).TrimEnd(Characters.SentenceClosers) is [.., '.' or '!' or '?' or '…' or ':' or ';'];

    // "Oysters⇥78⇥709%", "| Oysters | 78 |", "Oysters    78    709%"; a tab behind a label or a bullet divides nothing.
    private static bool IsRow(ReadOnlySpan<char> line)
    {
        if (line is ['|', .., '|'])
        {
            return true;
        }

        var (tabs, gaps) = (0, 0);
        for (var i = MaxLabel; i < line.Length; i++)
        {
            tabs += line[i] == '\t' && line[i - 1] != '\t' ? 1 : 0;
            gaps += line[i] == ' ' && line[i - 1] == ' ' && line[i - 2] == ' ' && (i + 1 == line.Length || line[i + 1] != ' ') ? 1 : 0;
        }

        return (tabs > 0 && line.Length < MaxRow) || (gaps > 1 && line.Length < MaxRow);
    }

    /// <summary>The lines of a text; where it has more than it may, one more.</summary>
    public static List<TextLine> Of(string text, CancellationToken cancel)
    {
        var lines = new List<TextLine>();
        var number = 0;
        var afterBlank = true;
        var afterPage = false;
        for (var rest = text.AsSpan(); lines.Count <= ImportLimits.MaxLines;)
        {
            cancel.ThrowIfCancellationRequested();
            number++;
            var end = rest.IndexOfAny(LineEnds);
            var line = end < 0 ? rest : rest[..end];
            foreach (var page in line.Split('\f'))
            {
                Add(line[page]);
                afterPage |= page.End.Value < line.Length;
            }

            if (end < 0)
            {
                break;
            }

            rest = rest[(rest[end..].StartsWith("\r\n") ? end + 2 : end + 1)..];
        }

        return lines;

        void Add(ReadOnlySpan<char> line)
        {
            var clean = CleanText.Of(line.ToString());
            if (clean.Length > 0)
            {
                var indent = line.Length - line.TrimStart().Length;
                lines.Add(new TextLine(clean, number, afterBlank, indent > 0)
                {
                    HasColumns = IsRow(line.Trim()),
                    Indent = indent,
                    AfterPage = afterPage,
                    EndsInSoftHyphen = line.TrimEnd() is [.., '\u00AD'],
                });
                afterPage = false;
            }

            afterBlank = clean.Length == 0;
        }
    }
}
