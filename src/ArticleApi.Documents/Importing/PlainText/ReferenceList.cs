using System.Text;
using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>The reference list at the end of a text.</summary>
internal sealed partial class ReferenceList
{
    private const int MaxLabelGap = 5;

    private readonly List<TextLine> lines;
    private readonly List<ImportNote> notes;

    // The text of the last entry, as far as it was read.
    private readonly StringBuilder raw = new();

    private ReferenceList(List<TextLine> lines, List<ImportNote> notes)
    {
        this.lines = lines;
        this.notes = notes;
    }

    /// <summary>The index of the list's heading or, without one, of its first entry; that of the end where there is no list.</summary>
    public int Start { get; private set; }

    /// <summary>The index after the list, where the text may go on.</summary>
    public int End { get; private set; }

    public List<DraftReference> Entries { get; } = [];

    public static ReferenceList Find(List<TextLine> lines, List<ImportNote> notes)
    {
        var list = new ReferenceList(lines, notes) { Start = lines.Count, End = lines.Count };
        var heading = list.FindHeading();
        if (heading >= 0)
        {
            list.Start = heading;
            list.Read(heading + 1);
        }
        else if (list.FindUnheaded() is >= 0 and var first)
        {
            notes.Add(ImportNote.Info("references-without-heading", "The numbered lines from here on are taken as the reference list.", lines[first].Number));
            list.Start = first;
            list.Read(first);
        }

        return list;
    }

    private int FindHeading()
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (!Headings.IsReferences(lines[i].Text))
            {
                continue;
            }

            if (i + 1 < lines.Count && (LooksLikeEntry(lines[i + 1].Text) || (i + 2 < lines.Count && LooksLikeEntry(lines[i + 2].Text))))
            {
                return i;
            }

            if (i == lines.Count - 1)
            {
                notes.Add(ImportNote.Warning("empty-references", "Nothing follows the heading of the reference list.", lines[i].Number));
                lines.RemoveAt(i);
                Start = End = lines.Count;
            }
        }

        return -1;
    }

    // Numbered lines at the very end, from 1 on, each with a year or an address.
    private int FindUnheaded()
    {
        var first = lines.Count;
        for (var i = lines.Count - 1; i > 0 && ReferenceLabel.Split(lines[i].Text) is { IsBare: false } label && LooksLikeWork(lines[i].Text); i--)
        {
            first = i;
            if (label.Label == "1")
            {
                break;
            }
        }

        return first < lines.Count - 1 && ReferenceLabel.Split(lines[first].Text) is { Label: "1" } ? first : -1;
    }

    private void Read(int first)
    {
        var labelled = ReferenceLabel.Split(lines[first].Text) is { } label && (!label.IsBare || (first + 1 < lines.Count && ReferenceLabel.Split(lines[first + 1].Text) is not null));
        var blocks = !labelled && HasBlocks(first);
        var indents = !labelled && HasHangingIndents(first);
        var last = 0;
        var i = first;
        for (; i < lines.Count; i++)
        {
            var line = lines[i];
            if (Boilerplate.Is(line.Text))
            {
                notes.Add(ImportNote.Info("boilerplate", $"{ImportNote.Quote(line.Text)} belongs to the page, not to the article, and is left out.", line.Number));
            }
            else if (labelled && ReferenceLabel.Split(line.Text) is { } own && int.Parse(own.Label) is var number && IsNext(number, last) && own.End < line.Text.Length)
            {
                Add(own.Label, line.Text[own.End..], line.Number);
                last = number;
            }
            else if (EndsList(i))
            {
                break;
            }
            else if (labelled ? Entries.Count > 0 && GoesOn(line) : Entries.Count > 0 && ((blocks && !line.AfterBlank) || (indents && line.IsIndented) || (!LooksLikeEntry(line.Text) && GoesOn(line))))
            {
                raw.Append(' ').Append(line.Text);
            }
            else if (labelled && !LooksLikeWork(line.Text))
            {
                notes.Add(ImportNote.Warning("unplaced-line", $"{ImportNote.Quote(line.Text)} stands in the reference list without a label and is left out.", line.Number));
            }
            else
            {
                Add(null, Bullets.WithoutBullet(line.Text), line.Number);
            }
        }

        EndEntry();
        End = i;
    }

    // A list may start anywhere; within it a number that leaps is a part of a line.
    private bool IsNext(int number, int last) => Entries.Count == 0 || (number >= last && number <= last + MaxLabelGap);

    private void Add(string? label, string text, int line)
    {
        EndEntry();
        Entries.Add(new DraftReference(label, "", line));
        raw.Append(text);
    }

    private void EndEntry()
    {
        if (Entries.Count > 0)
        {
            Entries[^1] = Entries[^1] with { Raw = raw.ToString() };
            raw.Clear();
        }
    }

    // A heading, and text below it that is no entry.
    private bool EndsList(int at) =>
        Entries.Count > 0 && Headings.HasForm(lines[at].Text) && !LooksLikeWork(lines[at].Text)
        && (Headings.IsCommon(lines[at].Text) || (lines[at].AfterBlank && at + 1 < lines.Count && lines[at].Words <= 8))
        && (at + 1 == lines.Count || !ReferenceLabel.IsLabelled(lines[at + 1].Text));

    // An address on a line of its own, or the rest of a line that was broken.
    private bool GoesOn(TextLine line) =>
        !line.AfterBlank && (char.IsLower(line.Text[0]) || line.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || line.Text.StartsWith("doi", StringComparison.OrdinalIgnoreCase) || line.Text.StartsWith("10.", StringComparison.Ordinal)
            || raw[^1] != '.');

    private bool HasBlocks(int first)
    {
        var blanks = 0;
        for (var i = first + 1; i < lines.Count; i++)
        {
            blanks += lines[i].AfterBlank ? 1 : 0;
        }

        return blanks > 1 && blanks < lines.Count - first - 1;
    }

    private bool HasHangingIndents(int first)
    {
        var indented = lines.Skip(first).Count(line => line.IsIndented);
        return indented > 0 && !lines[first].IsIndented && indented < lines.Count - first;
    }

    private static bool LooksLikeEntry(string line) => ReferenceLabel.IsLabelled(line) || LooksLikeWork(line);

    private static bool LooksLikeWork(string line) =>
        Work().IsMatch(line) || line.Contains("10.", StringComparison.Ordinal) && References.Doi.Find(line) is not null || line.Contains("://", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:1[5-9]|20)[0-9]{2}[a-k]?\b|\(n\.\s?d\.\)|\(in press\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Work();
}
