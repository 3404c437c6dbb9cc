using System.Globalization;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.References;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// Finds the reference list: what a field or a style makes the bibliography, what stands under a heading of references, or the last
/// paragraphs where they name works.
/// </summary>
internal sealed class WordReferenceList
{
    private const int MinWithoutHeading = 3;
    private const int MaxSubheading = 60;

    private readonly List<WordParagraph> paragraphs;
    private readonly WordOutline outline;
    private readonly List<ImportNote> notes;

    private WordReferenceList(List<WordParagraph> paragraphs, WordOutline outline, List<ImportNote> notes)
    {
        this.paragraphs = paragraphs;
        this.outline = outline;
        this.notes = notes;
    }

    public List<DraftReference> Entries { get; } = [];

    /// <summary>The paragraphs of the list and of its heading, by index.</summary>
    public HashSet<int> Taken { get; } = [];

    public static WordReferenceList Find(
        List<WordParagraph> paragraphs, WordOutline outline, List<ImportNote> notes, CancellationToken cancel)
    {
        var list = new WordReferenceList(paragraphs, outline, notes);
        list.FindHeaded(cancel);
        list.FindMarked();
        if (list.Taken.Count == 0)
        {
            list.FindLast();
        }

        list.Read(cancel);
        return list;
    }

    private void FindHeaded(CancellationToken cancel)
    {
        for (var i = 0; i < paragraphs.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var name = paragraphs[i].Text.TrimEnd(':', ' ');
            if (!outline.IsHeading(i) || !HeadingNames.IsReferences(name))
            {
                continue;
            }

            // A heading below it divides the list, if what follows names works too.
            var (start, end) = (i, EndOfSection(i + 1));
            while (end < paragraphs.Count
                && outline.StyledLevelAt(i) > 0
                && outline.StyledLevelAt(end) > outline.StyledLevelAt(i)
                && AreWorks(end + 1, EndOfSection(end + 1)))
            {
                end = EndOfSection(end + 1);
            }

            if (end > i + 1 && (AreWorks(i + 1, end) || !HeadingNames.IsAmbiguous(name)))
            {
                Taken.UnionWith(Enumerable.Range(start, end - start));
                i = end - 1;
            }
        }
    }

    private int EndOfSection(int at)
    {
        while (at < paragraphs.Count && !outline.IsHeading(at))
        {
            at++;
        }

        return at;
    }

    private void FindMarked()
    {
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var isMarked = (paragraphs[i].IsBibliography || WordStyleNames.IsBibliography(paragraphs[i].Style)) && !Taken.Contains(i);
            if (isMarked && Taken.Add(i) && i > 0 && (outline.IsHeading(i - 1) || WordStyleNames.IsTitle(paragraphs[i - 1].Style))
                && HeadingNames.IsReferences(paragraphs[i - 1].Text))
            {
                Taken.Add(i - 1);
            }
        }
    }

    private void FindLast()
    {
        var start = paragraphs.Count;
        while (start > 1 && !outline.IsHeading(start - 1) && IsWork(paragraphs[start - 1]))
        {
            start--;
        }

        if (paragraphs.Count - start >= MinWithoutHeading)
        {
            Taken.UnionWith(Enumerable.Range(start, paragraphs.Count - start));
        }
    }

    private bool AreWorks(int start, int end)
    {
        var works = 0;
        for (var i = start; i < end; i++)
        {
            works += IsWork(paragraphs[i]) || paragraphs[i].IsBibliography || ReferenceLabel.IsLabelled(paragraphs[i].Text) ? 1 : 0;
        }

        return works * 2 >= end - start && works > 0;
    }

    private static bool IsWork(WordParagraph paragraph) => ReferenceLineHeuristic.LooksLikeReference(paragraph.Text);

    private void Read(CancellationToken cancel)
    {
        var lines = new List<(WordParagraph Paragraph, string Text)>();
        foreach (var i in Taken.Order())
        {
            if (!outline.IsHeading(i) && !WordStyleNames.IsTitle(paragraphs[i].Style))
            {
                lines.AddRange(LinesOf(paragraphs[i]).Select(line => (paragraphs[i], line)));
            }
        }

        var labelled = lines.Count(line => line.Paragraph.Number is not null || ReferenceLabel.IsLabelled(line.Text));
        var isLabelled = labelled * 5 >= lines.Count * 3;
        foreach (var (paragraph, text) in lines)
        {
            cancel.ThrowIfCancellationRequested();
            Add(paragraph, text, isLabelled);
        }
    }

    // Entries on lines of their own in one paragraph have a label each.
    private static List<string> LinesOf(WordParagraph paragraph)
    {
        var lines = paragraph.Lines.Split('\n').Select(Text.CleanText.Of).Where(line => line.Length > 0).ToList();
        return lines.Count > 1 && lines.TrueForAll(ReferenceLabel.IsLabelled) ? lines : [paragraph.Text];
    }

    private void Add(WordParagraph paragraph, string text, bool isLabelled)
    {
        var (label, raw) = (paragraph.Number, text);
        if (label is null && ReferenceLabel.Split(text) is { } split && split.End < text.Length
            && (!split.IsBare || split.Label == (Entries.Count + 1).ToString(CultureInfo.InvariantCulture)))
        {
            (label, raw) = (split.Label, text[split.End..]);
        }

        if (raw.Length == 0 || !raw.Any(char.IsLetterOrDigit))
        {
            return;
        }

        if (label is null && Entries.Count > 0 && Continues(raw))
        {
            Entries[^1] = Entries[^1] with { Raw = $"{Entries[^1].Raw} {raw}" };
        }
        else if (label is null && !paragraph.IsBibliography && !ReferenceLineHeuristic.LooksLikeReference(raw)
            && (isLabelled || (raw.Length <= MaxSubheading && !raw.Any(char.IsAsciiDigit))))
        {
            notes.Add(ImportNote.Warning(
                "unplaced-line", $"{ImportNote.Quote(raw)} stands in the reference list, names no work and is left out.", paragraph.Line)
                .LeavingOut(raw));
        }
        else
        {
            Entries.Add(new DraftReference(label, raw, paragraph.Line));
        }
    }

    private static bool Continues(string text) =>
        char.IsLower(text[0])
        || text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("doi", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("10.", StringComparison.Ordinal);
}
