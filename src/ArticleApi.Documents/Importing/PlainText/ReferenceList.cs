using System.Globalization;
using System.Text;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.References;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>Reads the reference list at the end of a text: splits its lines into entries.</summary>
internal sealed class ReferenceList
{
    private const int MaxLabelGap = 5;
    private const int MaxHeadingWords = 8;

    private readonly List<TextLine> lines;
    private readonly List<ImportNote> notes;
    private readonly CancellationToken cancel;

    // The last entry, its text as far as it was read, and whether that ends in an address.
    private readonly StringBuilder raw = new();
    private DraftReference entry = new(null, "", null);
    private bool endsInAddress;

    // What may be no entry, with the number of entries before it.
    private readonly List<(int At, DraftReference Line)> doubtful = [];

    private ReferenceList(List<TextLine> lines, List<ImportNote> notes, CancellationToken cancel)
    {
        this.lines = lines;
        this.notes = notes;
        this.cancel = cancel;
    }

    /// <summary>The index of the list's heading or, without one, of its first entry; that of the end where there is no list.</summary>
    public int Start { get; private set; }

    /// <summary>The index after the list, where the text may go on.</summary>
    public int End { get; private set; }

    public List<DraftReference> Entries { get; } = [];

    public static ReferenceList Find(List<TextLine> lines, List<ImportNote> notes, CancellationToken cancel)
    {
        var list = new ReferenceList(lines, notes, cancel);
        var finder = new ReferenceListFinder(lines, notes, cancel);
        finder.DivideLines();
        var heading = finder.FindHeading();
        (list.Start, list.End) = (lines.Count, lines.Count);
        if (heading >= 0)
        {
            list.Start = heading;
            list.Read(heading + 1);
        }
        else if (finder.FindUnheaded() is >= 0 and var first)
        {
            notes.Add(ImportNote.Info(
                "references-without-heading", "The lines from here on are taken as the reference list.", lines[first].Number));
            list.Start = first;
            list.Read(first);
        }

        return list;
    }

    private void Read(int first)
    {
        var labelled = IsLabelled(first);
        var blocks = !labelled && HasBlocks(first);
        var indents = !labelled && HasHangingIndents(first);
        var last = 0;
        var i = first;
        for (; i < lines.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var line = lines[i];
            if (BoilerplateHeadings.EndsReferences(line.Text) && (Entries.Count > 0 || IsOpen))
            {
                break;
            }

            if (PageBoilerplate.Is(line.Text))
            {
                notes.Add(ImportNote.Info(
                    "boilerplate",
                    $"{ImportNote.Quote(line.Text)} belongs to the page, not to the article, and is left out.",
                    line.Number).LeavingOut(line.Text));
            }
            else if (i > first && HeadingNames.IsReferences(line.Text))
            {
                EndEntry();
                notes.Add(ImportNote.Info(
                    "several-lists",
                    $"The list goes on under {ImportNote.Quote(line.Text)}; its entries are taken as references too.",
                    line.Number));
            }
            else if (labelled && ReferenceLabel.Split(line.Text) is { } own && own.End < line.Text.Length && IsNext(own, line.Text, last))
            {
                Add(own.Label, line.Text[own.End..], line.Number);
                last = NumberOf(own.Label, last);
            }
            else if (EndsList(i))
            {
                break;
            }
            else if (IsOpen && ((blocks && !line.AfterBlank) || (indents && line.IsIndented)
                || (GoesOn(line) && (labelled || !ReferenceEntryLine.LooksLikeEntry(line.Text)))))
            {
                Append(line.Text);
            }
            else
            {
                Add(null, Bullets.WithoutBullet(line.Text), line.Number);
            }
        }

        EndEntry();
        KeepBetween();
        End = i;
    }

    /// <summary>
    /// Whether the entries have labels, as most of them tell: a line before the first label, or one without, changes nothing.
    /// </summary>
    private bool IsLabelled(int first)
    {
        var (labels, bare, works, last) = (0, 0, 0, 0);
        for (var i = first; i < lines.Count && (i == first || !ReferenceEntryLine.IsHeadingBetween(lines, i)); i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (ReferenceLabel.Split(lines[i].Text) is not { } label)
            {
                works += ReferenceLineHeuristic.LooksLikeReference(lines[i].Text)
                        && (i == first || lines[i].AfterBlank || !ReferenceEntryLine.Continues(lines[i - 1].Text, lines[i].Text))
                    ? 1
                    : 0;
                continue;
            }

            // A bare number is a label where it goes on counting.
            var number = NumberOf(label.Label, last);
            labels += label.IsBare ? 0 : 1;
            bare += label.IsBare && number == last + 1 ? 1 : 0;
            last = number;
        }

        var found = labels + (bare > 1 || labels > 0 ? bare : 0);
        return found > 0 && found >= works;
    }

    // A name counts as the next number.
    private static int NumberOf(string label, int last) =>
        int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : last + 1;

    // A list may start anywhere; within it a number that leaps is a part of a line, unless a whole work stands behind it.
    private bool IsNext((string Label, int End, bool IsBare) label, string line, int last)
    {
        var number = NumberOf(label.Label, last);
        return last == 0
            || (number >= last && number <= last + MaxLabelGap)
            || (!label.IsBare && ReferenceLineHeuristic.LooksLikeReference(line[label.End..]));
    }

    private bool IsOpen => raw.Length > 0;

    private void Add(string? label, string text, int line)
    {
        EndEntry();
        entry = new DraftReference(label, "", line);
        Append(text);
    }

    private void Append(string text)
    {
        // The rest of an address ends in one too.
        endsInAddress = ReferenceLineHeuristic.EndsInAddress(text) || (endsInAddress && !text.Contains(' ', StringComparison.Ordinal));
        raw.Append(raw.Length > 0 ? " " : "").Append(text);
    }

    // What has no label and names no work is none, unless entries stand on both sides of it.
    private void EndEntry()
    {
        if (!IsOpen)
        {
            return;
        }

        var text = raw.ToString();
        raw.Clear();
        endsInAddress = false;
        if (entry.Label is not null
            || ReferenceLineHeuristic.LooksLikeReference(text)
            || ReferenceLabel.IsLabelled(text)
            || ReferenceLineHeuristic.StartsWithAuthorAndYear(text))
        {
            Entries.Add(entry with { Raw = text });
        }
        else
        {
            doubtful.Add((Entries.Count, entry with { Raw = text }));
        }
    }

    private void KeepBetween()
    {
        var isLabelled = Entries.Exists(known => known.Label is not null);
        var sure = Entries.ToList();
        var taken = 0;
        Entries.Clear();
        foreach (var (at, line) in doubtful)
        {
            // A heading within the list is none.
            Entries.AddRange(sure.Take(new Range(Math.Min(taken, at), at)));
            taken = at;
            if (at > 0 && at < sure.Count && !isLabelled && line.Raw.Contains(' ', StringComparison.Ordinal)
                && (!HeadingForm.Has(line.Raw) || ReferenceEntryLine.LooksLikeWork(line.Raw)))
            {
                Entries.Add(line);
                notes.Add(ImportNote.Warning(
                    "doubtful-reference",
                    $"{ImportNote.Quote(line.Raw)} has no sign of a reference but stands between two; it is taken as one.",
                    line.Line));
            }
            else
            {
                notes.Add(ImportNote.Warning(
                    "unplaced-line",
                    $"{ImportNote.Quote(line.Raw)} stands in the reference list, names no work and is left out.",
                    line.Line).LeavingOut(line.Raw));
            }
        }

        Entries.AddRange(sure.Skip(taken));
    }

    // A heading, and text below it that is no entry.
    private bool EndsList(int at) =>
        (Entries.Count > 0 || IsOpen) && HeadingForm.Has(lines[at].Text) && !ReferenceEntryLine.LooksLikeWork(lines[at].Text)
        && (HeadingNames.IsCommon(lines[at].Text) || (lines[at].AfterBlank && at + 1 < lines.Count && lines[at].Words <= MaxHeadingWords))
        && (at + 1 == lines.Count || !ReferenceEntryLine.IsEntry(lines[at + 1].Text));

    private bool GoesOn(TextLine line) =>
        !line.AfterBlank
        && (endsInAddress ? ReferenceEntryLine.ContinuesAddress(line.Text) : ReferenceEntryLine.StartsWithin(line.Text) || raw[^1] != '.');

    private bool HasBlocks(int first)
    {
        var (blanks, end) = (0, first + 1);
        for (; end < lines.Count && !ReferenceEntryLine.IsHeadingBetween(lines, end); end++)
        {
            blanks += lines[end].AfterBlank ? 1 : 0;
        }

        return blanks > 1 && blanks < end - first - 1;
    }

    private bool HasHangingIndents(int first)
    {
        var (indented, end) = (0, first);
        for (; end < lines.Count && (end == first || !ReferenceEntryLine.IsHeadingBetween(lines, end)); end++)
        {
            indented += lines[end].IsIndented ? 1 : 0;
        }

        return indented > 0 && !lines[first].IsIndented && indented < end - first;
    }
}
