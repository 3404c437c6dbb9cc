using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>Reads the lines before the body: rubric, title, subtitle, authors, dates.</summary>
internal sealed partial record PlainTextHead
{
    // Nothing this far down is a part of the head.
    private const int MaxLines = 14;
    private const int MaxPrintedLines = 45;
    private const int MinBrokenTitle = 20;
    private const int MaxNames = 6;
    private const int MaxBetween = 2;
    private const int MaxTitle = 300;

    private readonly WrittenWords words;
    private readonly bool isPrinted;

    private PlainTextHead(WrittenWords words, bool isPrinted)
    {
        this.words = words;
        this.isPrinted = isPrinted;
    }

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

    /// <summary>The index of the first line of the body of a text whose lines were broken at a width.</summary>
    public static int PrintedEnd(List<TextLine> lines, TextLayout layout)
    {
        var i = 1;
        while (i < Math.Min(lines.Count, MaxPrintedLines)
            && !OpensBody(lines[i].Text)
            && !(i > 1 && layout.IsFull(i) && i + 1 < lines.Count && !lines[i + 1].AfterBlank && layout.IsFull(i + 1)
                && !FrontMatter.IsAffiliation(lines[i].Text) && !FrontMatter.IsJournals(lines[i].Text) && !Byline.IsAuthors(lines[i].Text)
                && (HasSentence().IsMatch(lines[i].Text) || HasSentence().IsMatch(lines[i + 1].Text))))
        {
            i++;
        }

        return i < lines.Count ? i : Math.Min(1, lines.Count);
    }

    public static PlainTextHead Read(List<TextLine> lines, int end, WrittenWords words, bool isWrapped)
    {
        var head = new PlainTextHead(words, isWrapped);
        if (end == 0)
        {
            return head;
        }

        // The last line that tells when or by whom, or the key points, ends the head; without either it is the title alone.
        var limit = Math.Min(end, isWrapped ? MaxPrintedLines : MaxLines);
        var stop = 0;
        while (stop < limit
            && !HeadingNames.IsKeyPoints(lines[stop].Text)
            && (stop == 0 || !OpensBody(lines[stop].Text))
            && !IsProse(lines[stop]))
        {
            stop++;
        }

        // A date farther down belongs to the body.
        var bylines = new Dictionary<int, Byline>();
        for (int i = 1, near = MaxNames; i < stop && i <= near; i++)
        {
            if ((!FrontMatter.IsJournals(lines[i].Text) || IsPublished(lines[i].Text) || Dates.AtStart(lines[i].Text) is not null)
                && Byline.Parse(lines[i].Text) is { } byline)
            {
                bylines.Add(i, byline);
                near = i + MaxBetween;
            }
        }

        // Without a byline names and where they work end the head.
        var opens = stop < end && (OpensBody(lines[stop].Text) || (isWrapped && stop < limit));
        var signed = 0;
        for (var i = 1; i < stop; i++)
        {
            var isOne = opens && head.IsPerson(lines[i].Text) && (i + 1 == stop || head.IsHeadLine(lines[i + 1].Text));
            signed = isOne || head.IsAuthors(lines[i].Text) || FrontMatter.IsAffiliation(lines[i].Text)
                || FrontMatter.IsJournals(lines[i].Text)
                ? i + 1
                : signed;
        }

        var isSigned = signed > 0 && stop < end && (opens || signed == stop);
        var front = bylines.Count > 0
            ? bylines.Keys.Min()
            : (stop < end && HeadingNames.IsKeyPoints(lines[stop].Text)) ? stop : isSigned ? signed : head.TitleEnd(lines, stop, end);
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
        // What the journal prints parts its own name from the title.
        var blocks = new List<List<TextLine>> { new() };
        for (var i = 0; i < front; i++)
        {
            var text = lines[i].Text;
            if (Url is null && IsAddress(text))
            {
                Url = text;
            }
            else if ((i > 0 || front > 1) && FrontMatter.IsJournals(text) && !(FrontMatter.IsKind(text) && EndsTitle(lines[i], blocks[^1])))
            {
                Unplaced(lines[i]);
                blocks.Add([]);
            }
            else if (HasTitle(blocks) && (IsAuthors(text) || (IsPerson(text) && i + 1 < lines.Count
                && (i + 1 == front ? OpensBody(lines[i + 1].Text) : IsHeadLine(lines[i + 1].Text)))))
            {
                Authors.AddRange(Byline.AuthorsOf(text));
            }
            else if ((HasTitle(blocks) || IsNumberedPlace(text)) && FrontMatter.IsAffiliation(text))
            {
                Unplaced(lines[i]);
            }
            else if (Authors.Count > 0 && blocks.Count > 0 && HasTitle(blocks))
            {
                // Behind the authors nothing is a title.
                Unplaced(lines[i]);
            }
            else
            {
                blocks[^1].Add(lines[i]);
            }
        }

        blocks.RemoveAll(block => block.Count == 0);
        if (blocks.Count == 0)
        {
            return;
        }

        var chosen = Math.Max(0, blocks.FindLastIndex(block => block.Count > 1 || !FrontMatter.MayBeJournal(block[0].Text)));
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i == chosen)
            {
                Titles(blocks[i]);
            }
            else
            {
                blocks[i].ForEach(Unplaced);
            }
        }
    }

    private void Titles(List<TextLine> names)
    {
        // "SLEEP JOURNAL" above a title
        while (names.Count > (isPrinted ? 1 : 2) && FrontMatter.MayBeJournal(names[0].Text) && !GoesOn(names[0].Text, names[1]))
        {
            Unplaced(names[0]);
            names.RemoveAt(0);
        }

        var title = names.Count > 1 && !GoesOn(names[0].Text, names[1]) && IsRubric(names[0], names[1]) ? 1 : 0;
        Category = title == 1 ? names[0].Text : null;
        Title = names[title].Text;
        for (title++; title < names.Count && GoesOn(Title, names[title]); title++)
        {
            var joined = new System.Text.StringBuilder(Title);
            LineWrap.Join(joined, names[title - 1], names[title].Text, words);
            Title = joined.ToString();
        }

        Subtitle = title < names.Count ? names[title].Text : null;
        foreach (var line in names.Skip(title + 1))
        {
            Unplaced(line);
        }
    }

    /// <summary>The index after a title that nothing else of a head follows.</summary>
    private int TitleEnd(List<TextLine> lines, int stop, int last)
    {
        var end = Math.Min(stop, 1);
        while (end > 0 && end < stop && end + 1 < last && !lines[end].EndsSentence && GoesOn(lines[end - 1].Text, lines[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether a title goes on in the next line.</summary>
    private bool GoesOn(string title, TextLine next) =>
        title[^1] is not ('.' or '?' or '!')
        && title.Length + next.Text.Length < MaxTitle
        && (OpenLine.Is(title) || title[^1] == ':' || (char.IsLower(next.Text[0]) && title.Length >= MinBrokenTitle)
            || (!next.AfterBlank && IsCapitals(title) && IsCapitals(next.Text) && title.Contains(' ', StringComparison.Ordinal))
            || (isPrinted && !next.AfterBlank && next.Text[^1] is not '.' && title.Contains(' ', StringComparison.Ordinal)
                && IsCapitals(title) == IsCapitals(next.Text) && title.Length >= MinBrokenTitle
                && title.Length * 3 > next.Text.Length * 2));

    // "… A Short" goes on with "Report"; what tells the kind of article stands apart.
    private static bool EndsTitle(TextLine line, List<TextLine> block) =>
        block.Count > 0 && !line.AfterBlank && !IsCapitals(line.Text) && block[^1].Text.Length >= MinBrokenTitle;

    private static bool IsCapitals(string line) => !line.Any(char.IsLower);

    private static bool HasTitle(List<List<TextLine>> blocks) =>
        blocks.Exists(block => block.Count > 1 || (block.Count == 1 && !FrontMatter.MayBeJournal(block[0].Text)));

    /// <summary>Whether a line is a list of authors: names, whose words the text does not use as words.</summary>
    private bool IsAuthors(string line) =>
        Byline.IsAuthors(line) && !FrontMatter.IsAffiliation(line)
        && Byline.AuthorsOf(line) is var names && names.Count(name => IsWord(name.Split(' ', '-')[^1])) * 2 <= names.Count;

    /// <summary>Whether a line is one name: a few capitalised words of which the text does not use all as words.</summary>
    private bool IsPerson(string line)
    {
        var name = Byline.AuthorsOf(line) is [var only] ? only : line;
        var parts = name.Split(' ');
        return PersonName().IsMatch(name)
            && !FrontMatter.IsAffiliation(line) && !FrontMatter.MayBeJournal(line)
            && !parts.All(IsWord) && !(IsWord(parts[^1]) && IsWord(parts[0]));
    }

    private bool IsWord(string part) => part.Length > 2 && words.Has(part);

    /// <summary>Whether a line stands around authors: where they work, what the journal says, more of them.</summary>
    private bool IsHeadLine(string line) =>
        FrontMatter.IsAffiliation(line) || FrontMatter.IsJournals(line) || IsPerson(line) || IsAuthors(line);

    /// <summary>Whether the body starts with a line: "Abstract", "1 Introduction", "Abstract: Naps help".</summary>
    private static bool OpensBody(string line) =>
        HeadingNames.IsCommon(line) || HeadingNames.IsKeyPoints(line) || PlainTextBody.IsRunIn(line);

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
        Notes.Add(ImportNote.Info("unused-text", $"{ImportNote.Quote(text)} has no field and is left out.", line.Number).LeavingOut(text));

    private void Unplaced(TextLine line) =>
        Notes.Add(ImportNote.Warning(
            "unplaced-line", $"{ImportNote.Quote(line.Text)} stands among the head lines, has no field and is left out.", line.Number)
            .LeavingOut(line.Text));

    private static bool IsRubric(TextLine line, TextLine next) =>
        line.Words <= 3 && !line.EndsSentence && next.Words > line.Words && !next.Text.EndsWith('.') && Byline.Parse(line.Text) is null;

    private static bool IsProse(TextLine line) =>
        line.Text.Length > MaxTitle
        || (line.Text.Length > 120 && line.EndsSentence && Claims.SentenceSplitter.Split(line.Text).Count > 1);

    // "1 Harbour University, Oslo"
    private static bool IsNumberedPlace(string line) => char.IsAsciiDigit(line[0]);

    // "Ann Roe", "Mathijs de Hill", "A. B. Roe", "ANN ROE"; "Sleep in Adults" is none.
    [GeneratedRegex(
        @"^\p{Lu}[\p{L}'’.\-]{0,30}"
        + @"(?:\s(?:\p{Lu}[\p{L}'’.\-]{0,30}|de|del|della|di|da|dos|do|du|van|von|der|den|la|le|ten|ter|bin|al|el|y|e|zu)){1,5}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();

    [GeneratedRegex(@"[\p{Ll}\])][.?!]\s+\p{Lu}|\p{Ll}{3,}[.?!]$", RegexOptions.CultureInvariant)]
    private static partial Regex HasSentence();

    private static bool IsPublished(string line) =>
        line.StartsWith("Publ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Posted", StringComparison.OrdinalIgnoreCase);

    private static bool IsAddress(string line) =>
        Uri.TryCreate(line, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static bool IsPageLine(string line) =>
        line.Length <= 40
        && (line.EndsWith("min read", StringComparison.OrdinalIgnoreCase)
            || line.EndsWith("minutes read", StringComparison.OrdinalIgnoreCase)
            || line is "Share" or "Print" or "Email" or "Tweet" or "Save" or "Listen" or "Comments");
}
