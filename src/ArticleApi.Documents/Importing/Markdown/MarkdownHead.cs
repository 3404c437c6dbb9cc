using ArticleApi.Documents.Importing.Lines;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Reads the lines below the title: subtitle, authors, dates.</summary>
internal sealed class MarkdownHead
{
    // A longer one is of the body.
    private const int MaxParagraph = 16 * 1024;

    private const int MaxLines = 6;
    private const int MaxSubtitle = 300;

    public string? Subtitle { get; private set; }

    public string? Category { get; private set; }

    public List<string> Authors { get; } = [];

    public List<string> ReviewedBy { get; } = [];

    public DateOnly? PublishedOn { get; private set; }

    /// <summary>
    /// Reads the paragraphs below the title up to the last that tells when or by whom, and adds their blocks to those taken.
    /// </summary>
    public static MarkdownHead Read(List<MarkdownBlock> blocks, HashSet<int> taken, Outline outline, List<ImportNote> notes)
    {
        var head = new MarkdownHead();
        head.ReadRubric(blocks, taken, outline);
        var lines = new List<(string Text, int Line, int Block)>();
        for (var i = outline.TitleAt + 1;
            i < blocks.Count
            && lines.Count < MaxLines
            && blocks[i].Source.Length <= MaxParagraph
            && (blocks[i].Kind is BlockKind.Paragraph or BlockKind.Other || (lines.Count == 0 && blocks[i].Kind == BlockKind.Heading));
            i++)
        {
            if (blocks[i].Kind != BlockKind.Other && !taken.Contains(i))
            {
                lines.AddRange(blocks[i].Source
                    .Split('\n')
                    .Select((line, k) => (MarkdownInlineText.Of(line), blocks[i].Line + k, i))
                    .Where(line => line.Item1.Length > 0));
            }
        }

        var bylines = lines.Take(MaxLines)
            .Select((line, at) => (Byline: Byline.Parse(line.Text), At: at))
            .Where(line => line.Byline is not null)
            .ToList();
        if (bylines.Count == 0)
        {
            return head;
        }

        // A paragraph is of the head as a whole or not at all.
        var (last, first) = (lines[bylines[^1].At].Block, bylines[0].At);
        if (lines.Exists(line => line.Block == last && line.Text.Length > MaxSubtitle)
            || lines.Take(first).Any(line => line.Text.Length > MaxSubtitle))
        {
            return head;
        }

        for (var at = 0; at < lines.Count && lines[at].Block <= last; at++)
        {
            head.Take(lines[at].Text, lines[at].Line, at < first, notes);
        }

        taken.UnionWith(lines.Where(line => line.Block <= last).Select(line => line.Block));
        return head;
    }

    private void Take(string text, int line, bool isAbove, List<ImportNote> notes)
    {
        if (Byline.Parse(text) is { } byline)
        {
            PublishedOn ??= byline.Published ?? byline.Updated?.Date;
            Authors.AddRange(byline.Authors);
            ReviewedBy.AddRange(byline.Reviewers);
            notes.AddRange(byline.Unused.Select(
                unused => ImportNote.Info("unused-text", $"{ImportNote.Quote(unused)} has no field and is left out.", line)
                    .LeavingOut(unused)));
        }
        else if (Byline.IsAuthors(text))
        {
            Authors.AddRange(Byline.Names(text));
        }
        else if (isAbove && Subtitle is null)
        {
            Subtitle = text;
        }
        else
        {
            notes.Add(ImportNote.Warning(
                "unplaced-line", $"{ImportNote.Quote(text)} stands among the head lines, has no field and is left out.", line)
                .LeavingOut(text));
        }
    }

    // A word or two above the title
    private void ReadRubric(List<MarkdownBlock> blocks, HashSet<int> taken, Outline outline)
    {
        var above = Enumerable.Range(0, Math.Max(0, outline.TitleAt))
            .Where(i => blocks[i].Kind == BlockKind.Paragraph && !taken.Contains(i))
            .Take(2)
            .ToList();
        if (above is [var only]
            && blocks[only].Source.Length <= MaxParagraph
            && MarkdownInlineText.Of(blocks[only].Source) is { Length: > 0 and < 40 } rubric
            && rubric.Count(c => c == ' ') < 3
            && rubric[^1] is not ('.' or ':' or '!' or '?'))
        {
            Category = rubric;
            taken.Add(only);
        }
    }
}
