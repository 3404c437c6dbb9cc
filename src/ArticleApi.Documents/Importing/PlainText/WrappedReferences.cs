using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.References;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>Joins the lines of a reference list that were broken at a width, so that each entry is one line.</summary>
internal sealed partial class WrappedReferences
{
    // So many lines together show whether an entry starts with the first of them.
    private const int Window = 8;
    private const int MaxWindow = 450;
    private const int MaxLabelGap = 5;
    private const int MaxNote = 40;
    private const int MaxHeading = 60;

    private readonly List<TextLine> lines;
    private readonly WrittenWords words;
    private readonly TextLayout layout;
    private readonly List<ImportNote> notes;
    private readonly CancellationToken cancel;

    public WrappedReferences(
        List<TextLine> lines, TextLayout layout, WrittenWords words, List<ImportNote> notes, CancellationToken cancel)
    {
        this.lines = lines;
        this.layout = layout;
        this.words = words;
        this.notes = notes;
        this.cancel = cancel;
    }

    /// <summary>Whether a list stands below a line: its heading, and an entry among the next lines.</summary>
    public bool StartsAt(int at)
    {
        if (!HeadingNames.IsReferences(lines[at].Text) || char.IsLower(lines[at].Text[0]))
        {
            return false;
        }

        var text = WindowAt(at + 1, lines.Count);
        return text.Length > 0
            && (HeadingNames.IsAmbiguous(lines[at].Text)
                ? ReferenceEntryLine.IsEntry(text) && ReferenceLineHeuristic.LooksLikeReference(text)
                : ReferenceEntryLine.IsEntry(text) || ReferenceLabel.Split(text) is not null || NamesYears(at + 1));
    }

    // A list may open with a note.
    private bool NamesYears(int at)
    {
        var years = 0;
        for (var i = at; i < Math.Min(lines.Count, at + MaxNote); i++)
        {
            years += YearOrPress().IsMatch(lines[i].Text) ? 1 : 0;
        }

        return years * 10 > Math.Min(lines.Count - at, MaxNote);
    }

    /// <summary>The index after the list that starts at an index: a heading, or a caption.</summary>
    public int EndOf(int start)
    {
        var i = start + 1;
        while (i < lines.Count && !(i > start + 1 && EndsList(i)))
        {
            cancel.ThrowIfCancellationRequested();
            i++;
        }

        return i;
    }

    private bool EndsList(int at)
    {
        var text = lines[at].Text;
        return text.Length <= MaxHeading
            && !char.IsLower(text[0])
            && (HeadingNames.IsReferences(text) || HeadingNames.IsCommon(text) || BoilerplateHeadings.EndsReferences(text)
                || AfterList().IsMatch(text))
            && (lines[at].AfterBlank || IsClosed(lines[at - 1].Text));
    }

    /// <summary>
    /// Whether the entries between two indexes were broken into lines, though the rest of the text was not: labels stand alone, or every
    /// fourth line names no work, and neither blank lines nor indents part the entries.
    /// </summary>
    public bool IsBroken(int start, int end)
    {
        var (alone, labels, others, apart) = (0, 0, 0, 0);
        for (var i = start; i < end; i++)
        {
            cancel.ThrowIfCancellationRequested();
            alone += AloneLabel().IsMatch(lines[i].Text) ? 1 : 0;
            labels += ReferenceLabel.IsLabelled(lines[i].Text) ? 1 : 0;
            others += ReferenceEntryLine.LooksLikeEntry(lines[i].Text) ? 0 : 1;
            apart += i > start && (lines[i].AfterBlank || lines[i].IsIndented) ? 1 : 0;
        }

        return alone > 1 || (labels == 0 && apart == 0 && others * 4 > end - start);
    }

    /// <summary>The entries of the lines between two indexes, a line each.</summary>
    public IEnumerable<TextLine> Join(int start, int end)
    {
        var labels = Labels(start, end);
        var starts = labels.Count > 0 ? labels : Names(start, end);
        var entry = new StringBuilder();
        TextLine? first = null;
        for (var i = start; i < end; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var line = lines[i];
            if (!labels.Contains(i) && BareNumber().IsMatch(line.Text))
            {
                notes.Add(ImportNote.Info(
                    "page-furniture",
                    $"{ImportNote.Quote(line.Text)} is the header, the footer or the number of a page and is left out.",
                    line.Number).LeavingOut(line.Text));
            }
            else if (first is null || starts.Contains(i))
            {
                if (first is not null)
                {
                    yield return first with { Text = entry.ToString() };
                }

                (first, _) = (line with { AfterBlank = false, IsIndented = false, Indent = 0 }, entry.Clear().Append(line.Text));
            }
            else
            {
                LineWrap.Join(entry, lines[i - 1], line.Text, words);
            }
        }

        if (first is not null)
        {
            yield return first with { Text = entry.ToString() };
        }
    }

    /// <summary>The lines that start with a label that goes on counting, or that are one; none where the list has no labels.</summary>
    private HashSet<int> Labels(int start, int end)
    {
        var found = new HashSet<int>();
        var last = 0;
        for (var i = start; i < end; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var text = lines[i].Text;
            var alone = AloneLabel().Match(text);
            var label = alone.Success
                ? (alone.Groups["label"].Value, text.Length, !alone.Groups["sign"].Success)
                : ReferenceLabel.Split(text);
            if (label is not var (name, after, isBare))
            {
                continue;
            }

            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                found.Add(i);
                continue;
            }

            var goesOn = number == last + 1 || (last == 0 && i == start)
                || (!isBare && number > last && number <= last + MaxLabelGap && (i == start || IsClosed(lines[i - 1].Text)));

            // The columns of a page may come in any order.
            var isSet = text[0] == '[' && (alone.Success || (after < text.Length && char.IsUpper(text[after])));
            if (goesOn || isSet)
            {
                found.Add(i);
                last = number;
            }
        }

        return found.Count > 1 || (found.Count == 1 && found.Contains(start)) ? found : [];
    }

    /// <summary>The lines that start an entry by who wrote it, behind an entry that is whole.</summary>
    private HashSet<int> Names(int start, int end)
    {
        var outer = Outer(start, end);
        var found = new HashSet<int> { start };
        var isWhole = false;
        for (var i = start; i < end; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (i > start && isWhole && IsClosed(lines[i - 1].Text) && !char.IsLower(lines[i].Text[0])
                && (outer is { } indent ? lines[i].Indent == indent && (lines[i].Indent != lines[i - 1].Indent || StartsWithNames(i, end))
                    : StartsWithNames(i, end)
                        || (((lines[i].AfterBlank && !lines[i].AfterPage) || EndsEntry(i - 1)) && StartsEntry(i, end))))
            {
                found.Add(i);
                isWhole = false;
            }

            isWhole |= YearOrPress().IsMatch(lines[i].Text);
        }

        return found;
    }

    /// <summary>How far entries stand to the left, or to the right, of their other lines; null where nothing stands apart.</summary>
    private int? Outer(int start, int end)
    {
        var (least, most) = (int.MaxValue, 0);
        for (var i = start; i < end; i++)
        {
            least = Math.Min(least, lines[i].Indent);
            most = Math.Max(most, lines[i].Indent);
        }

        if (least == most)
        {
            return null;
        }

        var (left, right, leftNames, rightNames) = (0, 0, 0, 0);
        for (var i = start; i < end; i++)
        {
            var isLeft = lines[i].Indent - least < 2;
            var isName = Name().IsMatch(lines[i].Text);
            left += isLeft ? 1 : 0;
            right += isLeft ? 0 : 1;
            leftNames += isLeft && isName ? 1 : 0;
            rightNames += !isLeft && isName ? 1 : 0;
        }

        return left * 5 < end - start || right * 5 < end - start ? null
            : leftNames * 10 >= left * 8 && rightNames * 2 < right ? least
            : rightNames * 10 >= right * 8 && leftNames * 2 < left && lines[start].Indent > least ? lines[start].Indent
            : null;
    }

    // The last line of an entry is seldom full.
    private bool EndsEntry(int at) =>
        layout.IsWrapped && layout.EndsShort(at) && at + 1 < lines.Count && layout.IsFull(at + 1) && char.IsUpper(lines[at + 1].Text[0]);

    private bool StartsEntry(int at, int end) => YearOrPress().IsMatch(WindowAt(at, end));

    private bool StartsWithNames(int at, int end) =>
        Name().IsMatch(lines[at].Text)
        && WindowAt(at, end) is var text
        && YearOrPress().IsMatch(text)
        && ReferenceLineHeuristic.StartsWithNames(text);

    private string WindowAt(int at, int end)
    {
        var text = new StringBuilder();
        for (var i = at; i < Math.Min(end, at + Window) && text.Length < MaxWindow; i++)
        {
            if (i > at + 1 && YearOrPress().IsMatch(lines[i - 1].Text))
            {
                break;
            }

            if (i == at)
            {
                text.Append(lines[i].Text);
            }
            else
            {
                LineWrap.Join(text, lines[i - 1], lines[i].Text, words);
            }
        }

        return text.ToString();
    }

    // An initial closes nothing: "In E." goes on with "Hart (Ed.)".
    private static bool IsClosed(string line) =>
        line[^1] is '.' or ')' or ']' or '"' or '”' or '/' or '>' ? !EndsInInitial().IsMatch(line)
        : char.IsAsciiDigit(line[^1]) || ReferenceLineHeuristic.EndsInAddress(line);

    [GeneratedRegex(@"(?:^|[\s.\-(])\p{Lu}\.$|\b(?:and|eds?|vol|no|pp?|in|al|Univ|Int|Proc|J)\.$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInInitial();

    [GeneratedRegex(
        @"(?<![\w/])(?:1[5-9]|20)[0-9]{2}[a-k]?(?![\w/])|\b(?:in press|forthcoming|to appear|submitted|n\.\s?d\.)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearOrPress();

    // "1.", "[1]", "(1)", "1" on a line of its own
    [GeneratedRegex(@"^(?<sign>[\[(])?(?<label>[0-9]{1,3})(?<sign>[.\])]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex AloneLabel();

    [GeneratedRegex(@"^[-–—|\s]{0,3}[0-9]{1,5}[-–—|\s]{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();

    // "Roe, A", "Roe A", "A. Roe", "van Roe", "Ann B. Roe,", "Ann Roe and", "World Sleep Trust."
    [GeneratedRegex(
        @"^(?:(?:van|von|de|del|della|di|da|dos|du|la|le|den|der|ten|ter|el|al|d['’])\s?){0,3}"
        + @"(?:\p{Lu}[\p{L}'’\-]{1,30}(?:\s\p{Lu}[\p{L}'’\-]{1,30}){0,2},\s?\p{Lu}"
        + @"|\p{Lu}[\p{L}'’\-]{1,30}(?:\s\p{Lu}[\p{L}'’\-]{1,30})?\s\p{Lu}{1,3}[.,;:\s]"
        + @"|(?:\p{Lu}\.[\s\-]?){1,4}\p{L}"
        + @"|\p{Lu}[\p{L}'’\-]{1,30}(?:\s\p{Lu}\.?){0,3}(?:\s\p{L}['’\p{L}\-]{1,30}){1,3}(?:,|\.|\sand\s|\s&\s|\s\()"
        + @"|\p{Lu}[^.,(]{2,80}[.,]?\s\(?(?:1[5-9]|20)[0-9]{2}|[—–_-]{2,8}[.,]?\s)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"^(?:appendix|anhang|anexo|annexe|apéndice|supplementa|supporting information|figure legends?|legends?|figures?$|tables?$"
        + @"|fig(?:ure|\.)?\s[0-9]|table\s[0-9IVX])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterList();
}
