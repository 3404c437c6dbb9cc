using System.Globalization;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Mentions;

/// <summary>The reference list by author and year, and by the first word of each line and year.</summary>
internal sealed class AuthorYearIndex
{
    private const int MaxPrinted = 400;
    private const int MaxPrintedYears = 3;
    private const int MaxSameWord = 500;

    private readonly Dictionary<(string Author, int Year), List<AuthorYearEntry>> byAuthor = [];
    private readonly Dictionary<(string Word, int Year), List<PrintedLine>> byFirstWord = [];

    public AuthorYearIndex(IReadOnlyList<Reference> references, CancellationToken cancel)
    {
        foreach (var reference in references)
        {
            cancel.ThrowIfCancellationRequested();
            var isUndated = MentionYear.IsUndated(reference);
            HasUndated |= isUndated;
            AddLine(reference, isUndated);
            if (reference.Authors is [var first, ..] && (reference.Year ?? (isUndated ? MentionYear.Undated : null)) is { } year)
            {
                AddAuthor(reference, first, year);
            }
        }
    }

    /// <summary>Whether the list has a work without a year, "in press".</summary>
    public bool HasUndated { get; }

    /// <summary>Whether any reference has an author and a year.</summary>
    public bool HasAuthors => byAuthor.Count > 0;

    /// <summary>The references of a first author and a year, or null.</summary>
    public List<AuthorYearEntry>? ByAuthor(string author, int year) => byAuthor.GetValueOrDefault((author, year));

    /// <summary>The references of a year whose lines start with the first of some folded words.</summary>
    public IEnumerable<PrintedLine> ByFirstWord(string words, int year)
    {
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        return (byFirstWord.GetValueOrDefault((space < 0 ? words : words[..space], year)) ?? []).Take(MaxSameWord);
    }

    private void AddAuthor(Reference reference, PersonName first, int year)
    {
        var entry = new AuthorYearEntry(
            reference.Label,
            [.. reference.Authors.Select(author => Folding.Key(author.Main))],
            ReferenceParser.Parse(reference.Label, reference.Raw).AuthorsElided,
            ReferenceParser.YearSuffix(reference.Raw, year));
        foreach (var name in NamesOf(first))
        {
            if (!byAuthor.TryGetValue((name, year), out var entries))
            {
                byAuthor.Add((name, year), entries = []);
            }

            entries.Add(entry);
        }
    }

    /// <summary>
    /// Adds the line as printed. It helps where the fields do not: with organisations, and with authors in a style that was not
    /// understood.
    /// </summary>
    private void AddLine(Reference reference, bool isUndated)
    {
        var start = CodePoints.First(reference.Raw, MaxPrinted);
        var words = Folding.Words(start) + " ";
        var isRead = reference is { Year: not null, Authors.Count: > 0 }
            && !reference.Authors.Any(author => author.Main.Any(char.IsAsciiDigit));
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        foreach (var year in space > 0 ? YearsOf(reference, start, isUndated) : [])
        {
            if (!byFirstWord.TryGetValue((words[..space], year), out var lines))
            {
                byFirstWord.Add((words[..space], year), lines = []);
            }

            var entry = new AuthorYearEntry(reference.Label, [], IsElided: true, ReferenceParser.YearSuffix(reference.Raw, year));
            lines.Add(new PrintedLine(entry, words, isRead));
        }
    }

    private static HashSet<int> YearsOf(Reference reference, string start, bool isUndated)
    {
        if (reference.Year is { } known)
        {
            return [known];
        }

        var years = new HashSet<int>();
        for (var i = 0; i + 4 <= start.Length && years.Count < MaxPrintedYears; i++)
        {
            if (MentionYear.IsYearAt(start, i, out var after))
            {
                years.Add(int.Parse(start.AsSpan(i, 4), NumberStyles.None));
                i = after;
            }
        }

        if (isUndated)
        {
            years.Add(MentionYear.Undated);
        }

        return years;
    }

    private static IEnumerable<string> NamesOf(PersonName author)
    {
        var key = Folding.Key(author.Main);
        yield return key;
        if (author.Literal is not null && key.StartsWith("the", StringComparison.Ordinal))
        {
            yield return key[3..];
        }

        // "WHO"
        var capitals = (author.Literal ?? "").Split(' ').Where(word => word.Length > 0 && char.IsUpper(word[0]));
        var initials = string.Concat(capitals.Select(word => char.ToLowerInvariant(word[0])));
        if (initials.Length > 2 && initials != key)
        {
            yield return initials;
        }
    }
}
