using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.References;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>Finds the reference list at the end of a text and splits it into entries.</summary>
internal sealed partial class ReferenceList
{
    private const int MaxLabelGap = 5;
    private const int MaxHeadingWords = 8;

    // Of a text without a heading for its list only the last lines may hold one.
    private const int MaxLinesToDivide = 5;

    // How often the next number may stand in an entry without beginning one.
    private const int MaxTries = 20;

    // The lines under a heading among which the first entry stands.
    private const int MaxIntroduction = 3;

    private readonly List<TextLine> lines;
    private readonly List<ImportNote> notes;

    // The last entry, its text as far as it was read, and whether that ends in an address.
    private readonly StringBuilder raw = new();
    private DraftReference entry = new(null, "", null);
    private bool endsInAddress;

    // What may be no entry, with the number of entries before it.
    private readonly List<(int At, DraftReference Line)> doubtful = [];

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
        list.DivideLines();
        (list.Start, list.End) = (lines.Count, lines.Count);
        var heading = list.FindHeading();
        if (heading >= 0)
        {
            list.Start = heading;
            list.Read(heading + 1);
        }
        else if (list.FindUnheaded() is >= 0 and var first)
        {
            notes.Add(ImportNote.Info("references-without-heading", "The lines from here on are taken as the reference list.", lines[first].Number));
            list.Start = first;
            list.Read(first);
        }

        return list;
    }

    private int FindHeading()
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (!HeadingNames.IsReferences(lines[i].Text))
            {
                continue;
            }

            if (i == lines.Count - 1)
            {
                notes.Add(ImportNote.Warning("empty-references", "Nothing follows the heading of the reference list.", lines[i].Number));
                lines.RemoveAt(i);
                Start = End = lines.Count;
            }
            else if (HoldsEntries(i))
            {
                return FirstOfSeveral(i);
            }
            else
            {
                notes.Add(ImportNote.Warning("no-reference-list", $"{ImportNote.Quote(lines[i].Text)} is taken as a part of the body: what stands below it is no list of references.", lines[i].Number));
            }
        }

        return -1;
    }

    /// <summary>
    /// The heading of the list that one stands directly behind, "References" before "Further reading"; itself where there is none.
    /// </summary>
    private int FirstOfSeveral(int heading)
    {
        var first = heading;
        for (var i = heading - 1; i >= 0 && !(HeadingForm.Has(lines[i].Text) && IsHeadingBetween(i) && !HeadingNames.IsReferences(lines[i].Text)); i--)
        {
            first = HeadingNames.IsReferences(lines[i].Text) && HoldsEntries(i) ? i : first;
        }

        return first;
    }

    /// <summary>
    /// Whether a list stands below a heading: an entry among the first lines, and where the heading may be one of the body,
    /// entries for the most part up to the next heading.
    /// </summary>
    private bool HoldsEntries(int heading)
    {
        var entries = 0;
        var others = 0;
        for (var i = heading + 1; i < lines.Count && !IsHeadingBetween(i); i++)
        {
            var isFirst = i <= heading + MaxIntroduction;
            if (IsEntry(lines[i].Text) || (ReferenceLabel.Split(lines[i].Text) is not null && i + 1 < lines.Count && ReferenceLabel.Split(lines[i + 1].Text) is not null))
            {
                entries++;
                if (isFirst && !HeadingNames.IsAmbiguous(lines[heading].Text))
                {
                    return true;
                }
            }
            else if (i == heading + 1 || lines[i].AfterBlank || !GoesOn(lines[i - 1].Text, lines[i].Text))
            {
                others++;
            }
        }

        return HeadingNames.IsAmbiguous(lines[heading].Text) && entries > 0 && entries >= others;
    }

    // A heading of the body; one that stands before an entry divides the list.
    private bool IsHeadingBetween(int at) =>
        HeadingNames.IsReferences(lines[at].Text)
        || (HeadingForm.Has(lines[at].Text) && !IsEntry(lines[at].Text) && (at + 1 == lines.Count || !IsEntry(lines[at + 1].Text))
            && (HeadingNames.IsCommon(lines[at].Text) || lines[at].AfterBlank || (lines[at].Words <= MaxHeadingWords && (at == 0 || lines[at - 1].EndsSentence))));

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

        return first < lines.Count - 1 && ReferenceLabel.Split(lines[first].Text) is { Label: "1" } ? first : FindUnlabelled();
    }

    // Works at the very end, each with a person or a group before its year.
    private int FindUnlabelled()
    {
        var first = lines.Count;
        while (first > 1 && NamedWork().IsMatch(lines[first - 1].Text) && ReferenceLineHeuristic.LooksLikeReference(lines[first - 1].Text))
        {
            first--;
        }

        return first < lines.Count - 1 ? first : -1;
    }

    /// <summary>Divides lines that hold several entries, "Sources 1. Roe … 2. Doe …", before each label that goes on counting.</summary>
    private void DivideLines()
    {
        var from = lines.FindLastIndex(line => HeadingNames.IsReferences(line.Text));
        for (var i = Math.Max(0, Math.Max(from, lines.Count - MaxLinesToDivide)); i < lines.Count; i++)
        {
            var text = lines[i].Text;
            var heading = from < 0 ? ListHeading().Match(text) : Match.Empty;
            if ((i > from && from >= 0 || heading.Success) && Entry(text[heading.Length..]) is { Count: > 1 } parts)
            {
                if (heading.Success)
                {
                    parts.Insert(0, heading.Value.Trim());
                }

                lines.InsertRange(i + 1, parts.Skip(1).Select(part => lines[i] with { Text = part, AfterBlank = false }));
                lines[i] = lines[i] with { Text = parts[0] };
                return;
            }
        }
    }

    /// <summary>The labelled entries of a line; one where it holds no more.</summary>
    private static List<string> Entry(string text)
    {
        var parts = new List<string>();
        if (ReferenceLabel.Split(text) is not { IsBare: false } label || !int.TryParse(label.Label, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return parts;
        }

        var start = 0;
        var form = text[..label.End].TrimEnd();
        for (int at = label.End, tries = 0; tries < MaxTries; tries++)
        {
            var next = form.Replace($"{number}", $"{number + 1}", StringComparison.Ordinal);
            var found = text.IndexOf(" " + next, at, StringComparison.Ordinal);
            if (found < 0)
            {
                break;
            }

            at = found + 1 + next.Length;
            if (!ReferenceLineHeuristic.LooksLikeReference(text[start..found]) || at >= text.Length || char.IsAsciiDigit(text[at]))
            {
                continue;
            }

            parts.Add(text[start..found]);
            start = found + 1;
            form = next;
            number++;
            tries = 0;
        }

        parts.Add(text[start..]);
        return parts;
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
            var line = lines[i];
            if (BoilerplateHeadings.EndsReferences(line.Text) && (Entries.Count > 0 || IsOpen))
            {
                break;
            }

            if (PageBoilerplate.Is(line.Text))
            {
                notes.Add(ImportNote.Info("boilerplate", $"{ImportNote.Quote(line.Text)} belongs to the page, not to the article, and is left out.", line.Number));
            }
            else if (i > first && HeadingNames.IsReferences(line.Text))
            {
                EndEntry();
                notes.Add(ImportNote.Info("several-lists", $"The list goes on under {ImportNote.Quote(line.Text)}; its entries are taken as references too.", line.Number));
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
            else if (IsOpen && ((blocks && !line.AfterBlank) || (indents && line.IsIndented) || (GoesOn(line) && (labelled || !LooksLikeEntry(line.Text)))))
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
        for (var i = first; i < lines.Count && (i == first || !IsHeadingBetween(i)); i++)
        {
            if (ReferenceLabel.Split(lines[i].Text) is not { } label)
            {
                works += ReferenceLineHeuristic.LooksLikeReference(lines[i].Text) && (i == first || lines[i].AfterBlank || !GoesOn(lines[i - 1].Text, lines[i].Text)) ? 1 : 0;
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
    private static int NumberOf(string label, int last) => int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : last + 1;

    // A list may start anywhere; within it a number that leaps is a part of a line, unless a whole work stands behind it.
    private bool IsNext((string Label, int End, bool IsBare) label, string line, int last)
    {
        var number = NumberOf(label.Label, last);
        return last == 0 || (number >= last && number <= last + MaxLabelGap) || (!label.IsBare && ReferenceLineHeuristic.LooksLikeReference(line[label.End..]));
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
        if (entry.Label is not null || ReferenceLineHeuristic.LooksLikeReference(text) || ReferenceLabel.IsLabelled(text) || ReferenceLineHeuristic.StartsWithAuthorAndYear(text))
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
            if (at > 0 && at < sure.Count && !isLabelled && line.Raw.Contains(' ', StringComparison.Ordinal) && (!HeadingForm.Has(line.Raw) || LooksLikeWork(line.Raw)))
            {
                Entries.Add(line);
                notes.Add(ImportNote.Warning("doubtful-reference", $"{ImportNote.Quote(line.Raw)} has no sign of a reference but stands between two; it is taken as one.", line.Line));
            }
            else
            {
                notes.Add(ImportNote.Warning("unplaced-line", $"{ImportNote.Quote(line.Raw)} stands in the reference list, names no work and is left out.", line.Line));
            }
        }

        Entries.AddRange(sure.Skip(taken));
    }

    // A heading, and text below it that is no entry.
    private bool EndsList(int at) =>
        (Entries.Count > 0 || IsOpen) && HeadingForm.Has(lines[at].Text) && !LooksLikeWork(lines[at].Text)
        && (HeadingNames.IsCommon(lines[at].Text) || (lines[at].AfterBlank && at + 1 < lines.Count && lines[at].Words <= MaxHeadingWords))
        && (at + 1 == lines.Count || !IsEntry(lines[at + 1].Text));

    private bool GoesOn(TextLine line) =>
        !line.AfterBlank && (endsInAddress ? GoesOnAfterAddress(line.Text) : StartsWithin(line.Text) || raw[^1] != '.');

    private static bool GoesOn(string before, string line) =>
        ReferenceLineHeuristic.EndsInAddress(before) ? GoesOnAfterAddress(line) : StartsWithin(line) || before[^1] != '.';

    // An address on a line of its own, or the rest of a line that was broken.
    private static bool StartsWithin(string line) =>
        char.IsLower(line[0]) || line.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("doi", StringComparison.OrdinalIgnoreCase) || line.StartsWith("10.", StringComparison.Ordinal);

    // Behind an address stands the rest of it, or another.
    private static bool GoesOnAfterAddress(string line) =>
        StartsWithin(line) || (!line.Contains(' ', StringComparison.Ordinal) && line.Any(c => char.IsAsciiDigit(c) || c is '/' or '_' or '-' or '.' or '='));

    private bool HasBlocks(int first)
    {
        var (blanks, end) = (0, first + 1);
        for (; end < lines.Count && !IsHeadingBetween(end); end++)
        {
            blanks += lines[end].AfterBlank ? 1 : 0;
        }

        return blanks > 1 && blanks < end - first - 1;
    }

    private bool HasHangingIndents(int first)
    {
        var (indented, end) = (0, first);
        for (; end < lines.Count && (end == first || !IsHeadingBetween(end)); end++)
        {
            indented += lines[end].IsIndented ? 1 : 0;
        }

        return indented > 0 && !lines[first].IsIndented && indented < end - first;
    }

    private static bool IsEntry(string line) => ReferenceLabel.IsLabelled(line) || ReferenceLineHeuristic.LooksLikeReference(line);

    private static bool LooksLikeEntry(string line) => ReferenceLabel.IsLabelled(line) || LooksLikeWork(line);

    private static bool LooksLikeWork(string line) =>
        Work().IsMatch(line) || line.Contains("10.", StringComparison.Ordinal) && Doi.Find(line) is not null || line.Contains("://", StringComparison.Ordinal);

    // "Sources 1. Roe"
    [GeneratedRegex(@"^(?:references|sources|bibliography|works cited|literature|notes|citations)\s?:?\s(?=[\[(]?1[\].)])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ListHeading();

    // "Roe, J. (2001)", "Roe J, Doe K.", "Harbour Trust. (2001)."
    [GeneratedRegex(@"^\p{Lu}[\p{L}'’\-]{1,30}(?: [\p{Lu}][\p{L}'’\-]{1,30})?,? \p{Lu}{1,3}(?:\.|,|\b)|^\p{Lu}[^.(]{2,100}\. \((?:1[5-9]|20)[0-9]{2}[a-k]?\)\.", RegexOptions.CultureInvariant)]
    private static partial Regex NamedWork();

    [GeneratedRegex(@"\b(?:1[5-9]|20)[0-9]{2}[a-k]?\b|\(n\.\s?d\.\)|\(in press\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Work();
}
