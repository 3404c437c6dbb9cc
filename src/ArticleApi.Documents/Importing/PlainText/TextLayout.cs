namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>How the lines of a text were broken: at a width, or only where paragraphs end.</summary>
internal sealed class TextLayout
{
    private const int MinLength = 25;
    private const int MinBroken = 3;

    // The lines on each side that tell the width at a place: an abstract may be wider than the columns below it.
    private const int Near = 7;

    // Of proportional letters more or fewer go on a line.
    private const double Full = 0.82;

    private readonly List<TextLine> lines;
    private readonly int[] widths;

    private TextLayout(List<TextLine> lines, int[] widths)
    {
        this.lines = lines;
        this.widths = widths;
    }

    /// <summary>Whether lines were broken where they were full.</summary>
    public bool IsWrapped => widths.Length > 0;

    public static TextLayout Of(List<TextLine> lines, CancellationToken cancel)
    {
        var lengths = new List<int>();
        var broken = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!lines[i + 1].AfterBlank && lines[i].Text.Length >= MinLength)
            {
                lengths.Add(lines[i].Text.Length);
                broken += !lines[i].EndsSentence && char.IsLower(lines[i + 1].Text[0]) ? 1 : 0;
            }
        }

        if (broken < MinBroken || broken * 4 < lengths.Count)
        {
            return new TextLayout(lines, []);
        }

        lengths.Sort();
        var width = lengths[lengths.Count * 6 / 10];
        var local = new int[lines.Count];
        var near = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            near.Clear();
            for (var k = Math.Max(0, i - Near); k <= Math.Min(lines.Count - 1, i + Near); k++)
            {
                if (lines[k].Text.Length >= MinLength)
                {
                    near.Add(lines[k].Text.Length);
                }
            }

            near.Sort();
            local[i] = near.Count < Near ? width : Math.Max(near[near.Count * 6 / 10], width * 6 / 10);
        }

        return new TextLayout(lines, local);
    }

    /// <summary>Whether a line has the length of those around it.</summary>
    public bool IsFull(int at) => IsWrapped && lines[at].Text.Length >= widths[at] * Full;

    /// <summary>Whether a line ends though the first word of the next had room on it.</summary>
    public bool EndsShort(int at)
    {
        if (at + 1 >= lines.Count)
        {
            return true;
        }

        var next = lines[at + 1].Text;
        var space = next.IndexOf(' ', StringComparison.Ordinal);
        return lines[at].Text.Length + 1 + (space < 0 ? next.Length : space) < widths[at] * Full;
    }

    /// <summary>Whether a line takes no more than a part of the width, in hundredths.</summary>
    public bool IsWithin(int at, int hundredths) => lines[at].Text.Length * 100 <= widths[at] * hundredths;
}
