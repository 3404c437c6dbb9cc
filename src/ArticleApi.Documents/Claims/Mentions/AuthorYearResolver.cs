using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Mentions;

/// <summary>
/// Finds the author-year mentions of a text, "Hermens et al. (2020)" and "(Keeler et al., 2021; Frank, 2016)", and tells which
/// references they name.
/// </summary>
/// <param name="references">The reference list.</param>
/// <param name="abbreviations">The short forms that the article defines, "WHO", with what they stand for.</param>
/// <param name="cancel">Stops the search.</param>
internal sealed class AuthorYearResolver(
    IReadOnlyList<Reference> references, IReadOnlyDictionary<string, string> abbreviations, CancellationToken cancel)
{
    // More works of one author and year than there are letters cannot be told apart.
    private const int MaxAmbiguous = 26;

    private readonly AuthorYearIndex index = new(references, cancel);

    /// <summary>Finds the mentions of a clean text: markers that stay in it, and mentions that name no reference or several.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tagged">The mentions that the format marks, in text order. What they name is taken as given.</param>
    public (IReadOnlyList<Marker> Markers, IReadOnlyList<UnresolvedMarker> Unresolved) Find(string text, IReadOnlyList<TaggedMarker> tagged)
    {
        var parser = new MentionParser(text, index.HasUndated);
        var offsets = new IndexedText(text);
        var next = 0;
        var markers = new List<Marker>();
        var unresolved = new List<UnresolvedMarker>();
        var apart = new List<TaggedMarker>();
        foreach (var mention in parser.Mentions())
        {
            cancel.ThrowIfCancellationRequested();
            var labels = new List<string>();
            for (; next < tagged.Count && tagged[next].Start < mention.End; next++)
            {
                if (tagged[next].End > mention.Names.Start)
                {
                    labels.AddRange(tagged[next].Labels);
                }
                else
                {
                    apart.Add(tagged[next]);
                }
            }

            var offset = offsets.ToOffset(mention.End);
            if (labels.Count > 0)
            {
                AddMarkers(markers, [.. labels.Distinct(StringComparer.Ordinal)], offset, text[mention.Names.Start..mention.End]);
            }
            else
            {
                Resolve(text, mention, offset, markers, unresolved);
            }
        }

        foreach (var marker in apart.Concat(tagged.Skip(next)))
        {
            var printed = marker.Printed is ['(', .. var inner, ')'] ? inner : marker.Printed;
            AddMarkers(markers, marker.Labels, offsets.ToOffset(marker.End), printed);
        }

        return (markers, unresolved);
    }

    // The first marker of a group carries its text.
    private static void AddMarkers(List<Marker> markers, IReadOnlyList<string> labels, int offset, string printed) =>
        markers.AddRange(labels.Select((label, n) => new Marker(label, offset, n == 0 ? printed : "", Kept: true)));

    private void Resolve(string text, Mention mention, int offset, List<Marker> markers, List<UnresolvedMarker> unresolved)
    {
        var isFirst = true;
        foreach (var year in mention.Years)
        {
            var (entries, start) = Resolve(mention.Names, year);
            var printed = text[start..mention.End];
            if (entries.Count == 1)
            {
                AddMarkers(markers, [entries[0].Label], offset, isFirst ? printed : "");
                isFirst = false;
            }
            else if (entries.Count > 1)
            {
                var labels = string.Join(", ", entries.Take(MaxAmbiguous).Select(entry => entry.Label));
                unresolved.Add(new UnresolvedMarker(printed, "ambiguous-citation", $"it may name any of the references {labels}"));
            }
            else if (mention.IsCertain && index.HasAuthors)
            {
                unresolved.Add(new UnresolvedMarker(printed, "unknown-citation", "no reference has this author and year"));
            }
        }
    }

    /// <summary>The entries that the names and a year fit, and where the names begin that fit; no entries where none does.</summary>
    private (List<AuthorYearEntry> Entries, int Start) Resolve(MentionNames names, MentionYear year)
    {
        foreach (var reading in names.Readings)
        {
            if (ByAuthors(reading, names.AndOthers, year) is { } fitting)
            {
                return (fitting, reading.Start);
            }
        }

        foreach (var reading in names.Readings)
        {
            if (ByPrintedLine(reading, names.AndOthers, year) is { Count: > 0 } printed)
            {
                return (printed, reading.Start);
            }

            if (names.Readings.Count == 1 && ByAbbreviation(reading, names.AndOthers, year) is { Count: > 0 } defined)
            {
                return (defined, reading.Start);
            }
        }

        return ([], names.Start);
    }

    /// <summary>The entries by the authors of their fields; null where none fits.</summary>
    private List<AuthorYearEntry>? ByAuthors(NameReading reading, bool andOthers, MentionYear year)
    {
        var entries = index.ByAuthor(reading.First, year.Year);
        if (entries is null || entries.Count > MaxAmbiguous)
        {
            return entries;
        }

        var fitting = entries.Where(entry => entry.HasSuffix(year.Suffix) && entry.Admits(reading.Others, andOthers)).ToList();
        if (fitting.Count < 2)
        {
            return fitting.Count == 0 ? null : fitting;
        }

        var authors = 1 + reading.Others.Length;
        var exact = fitting.Where(entry => andOthers
            ? entry.IsElided || entry.Authors.Length > authors
            : entry.Authors.Length == authors).ToList();
        return exact.Count > 0 ? exact : fitting;
    }

    /// <summary>The entries whose printed line starts with the names of a mention.</summary>
    private List<AuthorYearEntry> ByPrintedLine(NameReading reading, bool andOthers, MentionYear year)
    {
        var found = new List<AuthorYearEntry>();
        var whole = Folding.Words(reading.Whole) + " ";
        var isLongName = whole.Count(c => c == ' ') > 2 && !andOthers;
        foreach (var line in index.ByFirstWord(reading.Words, year.Year))
        {
            if (found.Count > MaxAmbiguous || !line.Entry.HasSuffix(year.Suffix)
                || !line.Words.StartsWith(reading.Words + " ", StringComparison.Ordinal))
            {
                continue;
            }

            // Where the fields of a line were understood, only the whole name of an organisation counts for more than they do.
            if ((isLongName && line.Words.StartsWith(whole, StringComparison.Ordinal)) || (!line.IsRead && line.NamesAll(reading.Others)))
            {
                found.Add(line.Entry);
            }
        }

        return found;
    }

    /// <summary>The entries by what a short form stands for in this article: "WHO" for the World Health Organization.</summary>
    private List<AuthorYearEntry> ByAbbreviation(NameReading reading, bool andOthers, MentionYear year)
    {
        if (!abbreviations.TryGetValue(reading.Printed, out var full))
        {
            return [];
        }

        var entries = index.ByAuthor(Folding.Key(full), year.Year)
            ?? ByPrintedLine(reading with { Words = Folding.Words(full) }, andOthers, year);
        return [.. entries.Where(entry => entry.HasSuffix(year.Suffix)).Take(MaxAmbiguous)];
    }
}
