using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>Reads the lines before the body: rubric, title, subtitle, authors, dates.</summary>
internal sealed partial record PlainTextHead
{
    // Nothing this far down is a part of the head.
    private const int MaxLines = 14;
    private const int MaxNames = 6;
    private const int MaxBetween = 2;
    private const int MaxTitle = 300;

    public string? Category { get; private set; }

    public string? Title { get; private set; }

    public string? Subtitle { get; private set; }

    public List<string> Authors { get; } = [];

    public List<string> ReviewedBy { get; } = [];

    public DateOnly? PublishedOn { get; private set; }

    public string? Url { get; private set; }

    public List<ImportNote> Notes { get; } = [];

    /// <summary>The index of the first line of the body.</summary>
    public int End { get; private set; }

    public static PlainTextHead Read(List<TextLine> lines, int end)
    {
        var head = new PlainTextHead();
        if (end == 0)
        {
            return head;
        }

        // The last line that tells when or by whom, or the key points, ends the head; without either it is the title alone.
        var limit = Math.Min(end, MaxLines);
        var stop = 0;
        while (stop < limit
            && !HeadingNames.IsKeyPoints(lines[stop].Text)
            && (stop == 0 || !HeadingNames.IsCommon(lines[stop].Text))
            && !IsProse(lines[stop])
            && (stop == 0 || !PlainTextBody.IsRunIn(lines[stop].Text)))
        {
            stop++;
        }

        // A date farther down belongs to the body.
        var bylines = new Dictionary<int, Byline>();
        for (int i = 1, near = MaxNames; i < stop && i <= near; i++)
        {
            if (Byline.Parse(lines[i].Text) is { } byline)
            {
                bylines.Add(i, byline);
                near = i + MaxBetween;
            }
        }

        // Without a byline names and where they work end the head.
        var signed = 0;
        for (var i = 1; i < stop; i++)
        {
            signed = Byline.IsAuthors(lines[i].Text) || IsAffiliation(lines[i].Text) ? i + 1 : signed;
        }

        var isSigned = signed > 0
            && stop < end
            && (HeadingNames.IsCommon(lines[stop].Text) || PlainTextBody.IsRunIn(lines[stop].Text) || signed == stop);
        var front = bylines.Count > 0
            ? bylines.Keys.Min()
            : (stop < end && HeadingNames.IsKeyPoints(lines[stop].Text)) ? stop : isSigned ? signed : Math.Min(stop, 1);
        head.Names(lines, front);
        head.End = front;
        if (bylines.Count == 0)
        {
            return head;
        }

        head.PublishedOn = bylines.Values.Select(byline => byline.Published).FirstOrDefault(day => day is not null);
        var last = bylines.Keys.Max();
        for (var i = front; i <= last; i++)
        {
            if (bylines.TryGetValue(i, out var byline))
            {
                head.Take(byline, lines[i]);
            }
            else
            {
                head.Unplaced(lines[i]);
            }
        }

        head.End = last + 1;
        for (; head.End < stop && head.End + 1 < end; head.End++)
        {
            if (head.Url is null && IsAddress(lines[head.End].Text))
            {
                head.Url = lines[head.End].Text;
            }
            else if (IsPageLine(lines[head.End].Text))
            {
                head.Unplaced(lines[head.End]);
            }
            else
            {
                break;
            }
        }

        return head;
    }

    /// <summary>Rubric, title and subtitle, and authors without "By", of the lines before the first byline.</summary>
    private void Names(List<TextLine> lines, int front)
    {
        var names = new List<TextLine>();
        for (var i = 0; i < front; i++)
        {
            if (Url is null && IsAddress(lines[i].Text))
            {
                Url = lines[i].Text;
            }
            else if (names.Count > 0 && Byline.IsAuthors(lines[i].Text))
            {
                Authors.AddRange(Byline.AuthorsOf(lines[i].Text));
            }
            else if (names.Count > 0 && IsAffiliation(lines[i].Text))
            {
                Unplaced(lines[i]);
            }
            else
            {
                names.Add(lines[i]);
            }
        }

        if (names.Count == 0)
        {
            return;
        }

        var title = names.Count > 1 && IsRubric(names[0], names[1]) ? 1 : 0;
        Category = title == 1 ? names[0].Text : null;
        Title = names[title].Text;
        Subtitle = title + 1 < names.Count ? names[title + 1].Text : null;
        foreach (var line in names.Skip(title + 2))
        {
            Unplaced(line);
        }
    }

    private void Take(Byline byline, TextLine line)
    {
        if (byline.Updated is { } updated && PublishedOn is null)
        {
            PublishedOn = updated.Date;
            Notes.Add(ImportNote.Info(
                "date-of-update", "The only date is that of an update; it is taken as the day of publication.", line.Number));
        }
        else if (byline.Updated is not null)
        {
            Unused(byline.Updated.Value.Printed, line);
        }

        Authors.AddRange(byline.Authors);
        ReviewedBy.AddRange(byline.Reviewers);
        foreach (var text in byline.Unused)
        {
            Unused(text, line);
        }
    }

    private void Unused(string text, TextLine line) =>
        Notes.Add(ImportNote.Info("unused-text", $"{ImportNote.Quote(text)} has no field and is left out.", line.Number));

    private void Unplaced(TextLine line) =>
        Notes.Add(ImportNote.Warning(
            "unplaced-line", $"{ImportNote.Quote(line.Text)} stands among the head lines, has no field and is left out.", line.Number));

    private static bool IsRubric(TextLine line, TextLine next) =>
        line.Words <= 3 && !line.EndsSentence && next.Words > line.Words && !next.Text.EndsWith('.') && Byline.Parse(line.Text) is null;

    private static bool IsProse(TextLine line) =>
        line.Text.Length > MaxTitle
        || (line.Text.Length > 120 && line.EndsSentence && Claims.SentenceSplitter.Split(line.Text).Count > 1);

    // "1 Harbour University, Oslo", "* Correspondence: a@example.org"
    private static bool IsAffiliation(string line) => line.Length <= MaxTitle && Workplace().IsMatch(line);

    [GeneratedRegex(
        @"^(?:[0-9*†‡¹²³⁴⁵⁶⁷⁸⁹]{1,2}|[a-f]\s|\([0-9]\))\s?(?=\p{Lu})[^.!?]{0,200}\b(?:Universi|Institut|Department|Hospital|Cent(?:er|re)"
        + @"|School|College|Laborator|Faculty|Clinic|Academy|Division|Ltd|Inc)"
        + @"|^\*?\s?(?:Correspond|Corresponding author|E-?mails?:|Address for|Academic Editor|ORCID)"
        + @"|^[\w.+-]{2,40}@[\w.-]{3,60}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Workplace();

    private static bool IsAddress(string line) =>
        Uri.TryCreate(line, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static bool IsPageLine(string line) =>
        line.Length <= 40
        && (line.EndsWith("min read", StringComparison.OrdinalIgnoreCase)
            || line.EndsWith("minutes read", StringComparison.OrdinalIgnoreCase)
            || line is "Share" or "Print" or "Email" or "Tweet" or "Save" or "Listen" or "Comments");
}
