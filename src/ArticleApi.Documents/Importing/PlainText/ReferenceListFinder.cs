using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>
/// Finds where the reference list of a text starts: at its heading or, without one, at the first of the works at the end.
/// </summary>
internal sealed partial class ReferenceListFinder(List<TextLine> lines, List<ImportNote> notes, CancellationToken cancel)
{
    // Of a text without a heading for its list only the last lines may hold one.
    private const int MaxLinesToDivide = 5;

    // How often the next number may stand in an entry without beginning one.
    private const int MaxTries = 20;

    // The lines under a heading among which the first entry stands.
    private const int MaxIntroduction = 3;

    /// <summary>The index of the heading that the list stands under, or -1.</summary>
    public int FindHeading()
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            cancel.ThrowIfCancellationRequested();
            if (!HeadingNames.IsReferences(lines[i].Text))
            {
                continue;
            }

            if (i == lines.Count - 1)
            {
                notes.Add(ImportNote.Warning("empty-references", "Nothing follows the heading of the reference list.", lines[i].Number));
                lines.RemoveAt(i);
            }
            else if (HoldsEntries(i))
            {
                return FirstOfSeveral(i);
            }
            else
            {
                notes.Add(ImportNote.Warning(
                    "no-reference-list",
                    $"{ImportNote.Quote(lines[i].Text)} is taken as a part of the body: what stands below it is no list of references.",
                    lines[i].Number));
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
        for (var i = heading - 1;
            i >= 0
            && !(HeadingForm.Has(lines[i].Text)
                && ReferenceEntryLine.IsHeadingBetween(lines, i)
                && !HeadingNames.IsReferences(lines[i].Text));
            i--)
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
        for (var i = heading + 1; i < lines.Count && !ReferenceEntryLine.IsHeadingBetween(lines, i); i++)
        {
            cancel.ThrowIfCancellationRequested();
            var isFirst = i <= heading + MaxIntroduction;
            if (ReferenceEntryLine.IsEntry(lines[i].Text)
                || (ReferenceLabel.Split(lines[i].Text) is not null
                    && i + 1 < lines.Count
                    && ReferenceLabel.Split(lines[i + 1].Text) is not null))
            {
                entries++;
                if (isFirst && !HeadingNames.IsAmbiguous(lines[heading].Text))
                {
                    return true;
                }
            }
            else if (i == heading + 1 || lines[i].AfterBlank || !ReferenceEntryLine.Continues(lines[i - 1].Text, lines[i].Text))
            {
                others++;
            }
        }

        return HeadingNames.IsAmbiguous(lines[heading].Text) && entries > 0 && entries >= others;
    }

    /// <summary>The index of the first entry of a list without a heading, or -1: lines at the very end, numbered from 1 on.</summary>
    public int FindUnheaded()
    {
        var first = lines.Count;
        for (var i = lines.Count - 1;
            i > 0 && ReferenceLabel.Split(lines[i].Text) is { IsBare: false } label && ReferenceEntryLine.LooksLikeWork(lines[i].Text);
            i--)
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
        while (first > 1 && ReferenceEntryLine.IsNamedWork(lines[first - 1].Text))
        {
            first--;
        }

        return first < lines.Count - 1 ? first : -1;
    }

    /// <summary>Divides lines that hold several entries, "Sources 1. Roe … 2. Doe …", before each label that goes on counting.</summary>
    public void DivideLines()
    {
        var heading = lines.FindLastIndex(line => HeadingNames.IsReferences(line.Text));
        var start = heading < 0 ? Math.Max(0, lines.Count - MaxLinesToDivide) : heading + 1;
        var divided = new List<TextLine>(lines.Count);
        for (var i = start; i < lines.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var text = lines[i].Text;
            var named = heading < 0 ? ListHeading().Match(text) : Match.Empty;
            var parts = heading >= 0 || named.Success ? EntriesOf(text[named.Length..]) : [];
            if (parts.Count < 2)
            {
                divided.Add(lines[i]);
                continue;
            }

            var first = lines[i];
            if (GoesOn(i + 1))
            {
                var whole = new StringBuilder(text[named.Length..]);
                for (; GoesOn(i + 1); i++)
                {
                    whole.Append(' ').Append(lines[i + 1].Text);
                }

                parts = EntriesOf(whole.ToString());
            }

            if (named.Success)
            {
                parts.Insert(0, named.Value.Trim());
            }

            divided.Add(first with { Text = parts[0] });
            divided.AddRange(parts.Skip(1).Select(part => first with { Text = part, AfterBlank = false }));
        }

        lines.RemoveRange(start, lines.Count - start);
        lines.AddRange(divided);
    }

    // The last of several entries in a line may have been broken.
    private bool GoesOn(int at) =>
        at < lines.Count && !lines[at].AfterBlank && (lines[at - 1].Text[^1] != '.' || !HeadingForm.Has(lines[at].Text))
        && !BoilerplateHeadings.EndsReferences(lines[at].Text) && ReferenceLabel.Split(lines[at].Text) is null;

    /// <summary>The labelled entries of a line; one where it holds no more.</summary>
    private static List<string> EntriesOf(string text)
    {
        var parts = new List<string>();
        if (ReferenceLabel.Split(text) is not { IsBare: false } label
            || !int.TryParse(label.Label, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return parts;
        }

        var (start, body) = (0, label.End);
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
            var after = Characters.SkipSpace(text, at);
            if (after >= text.Length || char.IsAsciiDigit(text[at]) || char.IsLower(text[after])
                || !ReferenceLineHeuristic.LooksLikeReference(text[body..found]))
            {
                continue;
            }

            parts.Add(text[start..found]);
            (start, body, form, tries) = (found + 1, after, next, 0);
            number++;
        }

        parts.Add(text[start..]);
        return parts;
    }

    // "Sources 1. Roe"
    [GeneratedRegex(
        @"^(?:references|sources|bibliography|works cited|literature|notes|citations)\s?:?\s(?=[\[(]?1[\].)])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ListHeading();
}
