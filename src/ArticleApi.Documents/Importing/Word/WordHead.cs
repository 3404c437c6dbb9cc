using System.Text.RegularExpressions;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing.Lines;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>Reads what stands before the body: title, subtitle, authors, date; by style, else by look and words.</summary>
internal sealed partial class WordHead
{
    private const int MaxTitle = 300;
    private const int MaxBefore = 8;
    private const int MaxLines = 24;
    private const int ProseLength = 160;

    private readonly List<WordParagraph> paragraphs;
    private readonly WordOutline outline;
    private readonly List<ImportNote> notes;
    private readonly List<string> authors = [];
    private readonly List<string> reviewers = [];
    private int titleAt = -1;

    private WordHead(List<WordParagraph> paragraphs, WordOutline outline, List<ImportNote> notes)
    {
        this.paragraphs = paragraphs;
        this.outline = outline;
        this.notes = notes;
    }

    public string? Category { get; private set; }

    public string? Title { get; private set; }

    public string? Subtitle { get; private set; }

    public IReadOnlyList<string> Authors => authors;

    public IReadOnlyList<string> ReviewedBy => reviewers;

    public DateOnly? PublishedOn { get; private set; }

    /// <summary>The paragraphs of the head, by index.</summary>
    public HashSet<int> Taken { get; } = [];

    /// <param name="document">The document.</param>
    /// <param name="paragraphs">Its paragraphs that may be of the head or the body.</param>
    /// <param name="outline">Their headings.</param>
    /// <param name="list">The paragraphs of the reference list, by index.</param>
    /// <param name="notes">What is left out is told there.</param>
    public static WordHead Read(
        WordDocument document, List<WordParagraph> paragraphs, WordOutline outline, IReadOnlySet<int> list, List<ImportNote> notes)
    {
        var head = new WordHead(paragraphs, outline, notes);
        var told = document.Properties.Title is { } title && !NoTitle().IsMatch(title) ? title : null;
        head.titleAt = head.FindTitle(told, list);
        head.ReadTitle();
        head.ReadLines(list);
        head.Title ??= told;
        if (head.authors.Count == 0 && document.Properties.Creator is { } creator)
        {
            head.authors.AddRange(creator.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(name => name.Contains(' ', StringComparison.Ordinal) && name.Any(char.IsLetter)));
        }

        return head;
    }

    /// <summary>The text of a heading or of a line of the head, without signs of notes.</summary>
    public static string Plain(WordParagraph paragraph) =>
        Text.CleanText.Of(string.Concat(paragraph.Runs.Where(run => !IsSign(run)).Select(run => run.Text)));

    private static bool IsSign(WordRun run) =>
        run.Citation >= 0 || (run.Look.Raised && run.Text.Length <= 12 && !run.Text.Contains(' ', StringComparison.Ordinal));

    private int FindTitle(string? told, IReadOnlySet<int> list)
    {
        var end = 0;
        while (end < paragraphs.Count && end < MaxLines && !list.Contains(end) && !IsProse(paragraphs[end]))
        {
            end++;
        }

        var start = Enumerable.Range(0, end).ToList();
        if (start.FindIndex(i => WordStyleNames.IsTitle(paragraphs[i].Style)) is var styled and >= 0)
        {
            return styled;
        }

        if (told is not null && start.FindIndex(i => Text.Folding.Key(paragraphs[i].Text) == Text.Folding.Key(told)) is var same and >= 0)
        {
            return same;
        }

        // One heading above all others is the title.
        var first = start.FindIndex(i => outline.StyledLevelAt(i) > 0);
        if (first >= 0 && !HeadingNames.IsCommon(paragraphs[first].Text) && !HeadingNames.IsReferences(paragraphs[first].Text))
        {
            var level = outline.StyledLevelAt(first);
            var others = Enumerable.Range(first + 1, paragraphs.Count - first - 1).Where(i => outline.StyledLevelAt(i) is > 0 and var other
                && other <= level && !list.Contains(i));
            if (!others.Any())
            {
                return first;
            }
        }

        var limit = first >= 0 ? Math.Min(first, MaxBefore) : Math.Min(end, MaxBefore);
        for (var i = 0; i < limit; i++)
        {
            if (outline.IsSetOff(i) && CanBeTitle(i) && paragraphs[i].Text.Contains(' ', StringComparison.Ordinal))
            {
                return i;
            }
        }

        return told is null && limit > 0 && CanBeTitle(0) && paragraphs[0].Text[^1] is not '.' && paragraphs.Count > 1 ? 0 : -1;
    }

    private bool CanBeTitle(int at) =>
        paragraphs[at].Text.Length <= MaxTitle
        && paragraphs[at].Numbering is null
        && !HeadingNames.IsCommon(paragraphs[at].Text)
        && !HeadingNames.IsReferences(paragraphs[at].Text)
        && Byline.Parse(paragraphs[at].Text) is null;

    private void ReadTitle()
    {
        if (titleAt < 0)
        {
            return;
        }

        var title = paragraphs[titleAt];
        Title = Plain(title);
        Taken.Add(titleAt);
        var next = titleAt + 1;
        var isStyled = WordStyleNames.IsTitle(title.Style);
        while (next < paragraphs.Count && next - titleAt <= 3 && paragraphs[next].Style == title.Style && IsRestOfTitle(next, isStyled))
        {
            Title += " " + Plain(paragraphs[next]);
            Taken.Add(next);
            next++;
        }

        if (next < paragraphs.Count && WordStyleNames.IsSubtitle(paragraphs[next].Style))
        {
            Subtitle = Plain(paragraphs[next]);
            Taken.Add(next);
        }

        for (var i = 0; i < titleAt; i++)
        {
            Taken.Add(i);
            if (titleAt == 1 && paragraphs[0].Text.AsSpan().Count(' ') < 3)
            {
                Category = Plain(paragraphs[0]);
            }
            else if (!TakeLine(i))
            {
                Unplaced(i);
            }
        }
    }

    private bool IsRestOfTitle(int at, bool isStyled) =>
        isStyled
        || (outline.IsSetOff(at) && paragraphs[at].Size == paragraphs[titleAt].Size
            && (Title![^1] is ':' or ',' or '-' or '–' or '—' || char.IsLower(paragraphs[at].Text[0]) || Unfinished().IsMatch(Title)));

    private void ReadLines(IReadOnlySet<int> list)
    {
        var at = titleAt + 1;
        while (Taken.Contains(at))
        {
            at++;
        }

        // A document without a title may begin with its text.
        for (var end = Math.Min(paragraphs.Count, at + MaxLines); at < end && !list.Contains(at); at++)
        {
            var paragraph = paragraphs[at];
            if (WordStyleNames.IsAbstract(paragraph.Style) || HeadingNames.IsCommon(paragraph.Text.TrimEnd(':'))
                || HeadingNames.IsKeyPoints(paragraph.Text) || WordBody.IsKeywords(paragraph.Text)
                || (IsProse(paragraph) && !IsAffiliation(paragraph)))
            {
                break;
            }

            if (TakeLine(at))
            {
                Taken.Add(at);
            }
            else if (outline.StyledLevelAt(at) > 0)
            {
                break;
            }
            else if (Subtitle is null && titleAt >= 0 && authors.Count == 0 && outline.IsSetOff(at) && at == titleAt + 1
                && HeadingForm.Has(paragraph.Text) && paragraph.IsCentred)
            {
                Subtitle = Plain(paragraph);
                Taken.Add(at);
            }
            else if (IsAffiliation(paragraph))
            {
                Unplaced(at);
                Taken.Add(at);
            }
            else
            {
                break;
            }
        }
    }

    /// <summary>Takes authors, reviewers and dates of a line; false where it tells none.</summary>
    private bool TakeLine(int at)
    {
        var paragraph = paragraphs[at];
        var text = Plain(paragraph);
        if (text.Length == 0)
        {
            return false;
        }

        if (WordStyleNames.IsAuthor(paragraph.Style))
        {
            authors.AddRange(Byline.AuthorsOf(text.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? text[3..] : text).Select(Tidy));
            return true;
        }

        if (Dates.AtStart(text) is { } date && (date.End == text.Length || WordStyleNames.IsDate(paragraph.Style)))
        {
            PublishedOn ??= date.Date;
            return true;
        }

        if (Byline.Parse(text) is { } byline)
        {
            authors.AddRange(byline.Authors);
            reviewers.AddRange(byline.Reviewers);
            PublishedOn ??= byline.Published ?? byline.Updated?.Date;
            foreach (var unused in byline.Unused)
            {
                notes.Add(ImportNote.Info("unused-text", $"{ImportNote.Quote(unused)} has no field and is left out.", paragraph.Line));
            }

            return true;
        }

        if (titleAt >= 0 && at > titleAt && outline.StyledLevelAt(at) == 0
            && !IsAffiliation(paragraph) && (Byline.IsAuthors(text) || IsOneAuthor(at, text)))
        {
            authors.AddRange(Byline.AuthorsOf(text).Select(Tidy));
            return true;
        }

        return false;
    }

    private static string Tidy(string name) => name.Trim('*', '†', '‡', ' ', ',');

    // A name alone needs another sign that it is one.
    private bool IsOneAuthor(int at, string text) =>
        authors.Count == 0
        && Name().IsMatch(Tidy(text))
        && (paragraphs[at].Runs.Exists(IsSign)
            || (at + 1 < paragraphs.Count && (IsAffiliation(paragraphs[at + 1]) || Dates.AtStart(paragraphs[at + 1].Text) is not null))
            || (paragraphs[at].IsCentred && !paragraphs[at].All(look => look.Bold)));

    private static bool IsAffiliation(WordParagraph paragraph) =>
        WordStyleNames.IsAffiliation(paragraph.Style) || (paragraph.Text.Length <= MaxTitle * 2 && Workplace().IsMatch(paragraph.Text));

    private static bool IsProse(WordParagraph paragraph) =>
        paragraph.Text.Length > MaxTitle
        || (paragraph.Text.Length > ProseLength && paragraph.Text[^1] == '.')
        || (paragraph.Text[^1] is '.' or '!' or '?' && paragraph.Text.Length > 60 && SentenceSplitter.Split(paragraph.Text).Count > 1);

    private void Unplaced(int at) => notes.Add(ImportNote.Warning(
        "unplaced-line",
        $"{ImportNote.Quote(paragraphs[at].Text)} stands among the head lines, has no field and is left out.",
        paragraphs[at].Line)
        .LeavingOut(paragraphs[at].Text));

    // What a program puts in by itself.
    [GeneratedRegex(
        @"^(?:microsoft word|untitled|document ?[0-9]*$|title$|manuscript$|presentation)|\.(?:docx?|rtf|odt|tex|pdf)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoTitle();

    [GeneratedRegex(@"\b(?:of|and|the|in|on|for|with|to|by|a|an|from|und|der|die|y|de|la|et|e)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();

    [GeneratedRegex(
        @"^\p{Lu}[\p{L}'’.\-]{0,30}(?:\s(?:\p{Lu}[\p{L}'’.\-]{0,30}|de|van|von|der|den|da|di|la|le|el|bin|al)){1,4}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\b(?:Universi|Institut|Department|Departamento|Hospital|Cent(?:er|re)\b|School of|College|Laborator|Facult|Clinic\b|Academy"
        + @"|Division of)"
        + @"|^\W{0,2}(?:Correspond|E-?mails?:|Address for|ORCID|Word count)|^[\w.+-]{2,40}@[\w.-]{3,60}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Workplace();
}
