using System.Collections.Frozen;
using System.Globalization;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Finds the author-year mentions of a text, "Hermens et al. (2020)" and "(Keeler et al., 2021; Frank, 2016)", and the references that
/// they name.
/// </summary>
internal sealed class CitationResolver
{
    private const int MaxWords = 14;
    private const int MaxAlike = 26;

    private static readonly FrozenSet<string> Particles = WordSet.Of(
        "van von der den de del della di da dos du la le ter ten el al bin ibn y of the for on in af zu zur 't");

    private readonly Dictionary<(string Author, int Year), List<Entry>> byAuthorAndYear = [];

    public CitationResolver(IReadOnlyList<Reference> references)
    {
        foreach (var reference in references)
        {
            if (reference is not { Year: { } year, Authors: [var first, ..] })
            {
                continue;
            }

            var entry = new Entry(reference.Label, [.. reference.Authors.Select(author => Folding.Key(author.Main))], ReferenceParser.YearSuffix(reference.Raw, year));
            foreach (var name in NamesOf(first))
            {
                if (!byAuthorAndYear.TryGetValue((name, year), out var entries))
                {
                    byAuthorAndYear.Add((name, year), entries = []);
                }

                entries.Add(entry);
            }
        }
    }

    /// <summary>Whether a kept marker is a part of the running text, "Frank (2016)", and not a bare pointer in brackets.</summary>
    public static bool IsNarrative(string printed) => printed.EndsWith(')');

    /// <summary>The mentions in a clean text: kept markers in order of place, and those that name no one reference.</summary>
    public (IReadOnlyList<Marker> Markers, IReadOnlyList<UnresolvedMarker> Unresolved) Find(string text)
    {
        var markers = new List<Marker>();
        var unresolved = new List<UnresolvedMarker>();
        var place = (Index: 0, Offset: 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsYear(text, i, out var afterYear))
            {
                continue;
            }

            if (MentionAt(text, i, afterYear) is not { } mention)
            {
                i = afterYear - 1;
                continue;
            }

            place = (mention.End, place.Offset + CodePoints.Count(text.AsSpan(place.Index, mention.End - place.Index)));
            var isFirst = true;
            foreach (var (year, suffix) in mention.Years)
            {
                var (entries, start) = Resolve(mention.Names, year, suffix);
                var printed = text[start..mention.End];
                if (entries.Count == 1)
                {
                    markers.Add(new Marker(entries[0].Label, place.Offset, isFirst ? printed : "", Kept: true));
                    isFirst = false;
                }
                else if (entries.Count > 1)
                {
                    var labels = string.Join(", ", entries.Take(MaxAlike).Select(entry => entry.Label));
                    unresolved.Add(new UnresolvedMarker(printed, "ambiguous-citation", $"it may name any of the references {labels}"));
                }
                else if (mention.IsCertain && byAuthorAndYear.Count > 0)
                {
                    unresolved.Add(new UnresolvedMarker(printed, "unknown-citation", "no reference has this author and year"));
                }
            }

            i = mention.End - 1;
        }

        return (markers, unresolved);
    }

    /// <summary>The entries that names and a year fit, with the reading that fits; empty where none does.</summary>
    private (List<Entry> Entries, int Start) Resolve(Names names, int year, char? suffix)
    {
        foreach (var reading in names.Readings)
        {
            if (!byAuthorAndYear.TryGetValue((reading.First, year), out var entries))
            {
                continue;
            }

            // More works of one author and year than there are letters are told apart by nothing.
            if (entries.Count > MaxAlike)
            {
                return (entries, reading.Start);
            }

            var fitting = entries.Where(entry => suffix is null || entry.Suffix is null || entry.Suffix == suffix).ToList();
            fitting = Narrow(fitting, entry => reading.Others.All(entry.Authors.Contains));
            fitting = Narrow(fitting, entry => names.AndOthers
                ? entry.Authors.Length > 1 + reading.Others.Length
                : entry.Authors.Length == 1 + reading.Others.Length);
            return (fitting, reading.Start);
        }

        return ([], names.Start);
    }

    private static List<Entry> Narrow(List<Entry> entries, Func<Entry, bool> fits)
    {
        var narrowed = entries.Count > 1 ? entries.Where(fits).ToList() : entries;
        return narrowed.Count > 0 ? narrowed : entries;
    }

    /// <summary>The mention that a year belongs to: names before it, bracketed with it or before its bracket.</summary>
    private static Mention? MentionAt(string text, int yearStart, int afterYear)
    {
        var narrative = yearStart > 0 && text[yearStart - 1] == '(';
        var namesEnd = narrative ? yearStart - 1 : yearStart;
        if (NamesBefore(text, namesEnd) is not { } names)
        {
            return null;
        }

        var years = new List<(int, char?)>();
        var end = YearsFrom(text, yearStart, years);
        var several = names.AndOthers || names.Readings.Exists(reading => reading.Others.Length > 0);
        if (narrative)
        {
            var close = text.IndexOf(')', end, Math.Min(40, text.Length - end));
            return close < 0 || text.AsSpan(end, close - end).Contains('(') ? null : new Mention(names, years, close + 1, several);
        }

        var open = text.LastIndexOf('(', names.Start, Math.Min(300, names.Start + 1));
        var bracketed = open >= 0
            && text.IndexOf(')', open, yearStart - open) < 0
            && text.IndexOf(')', afterYear, Math.Min(300, text.Length - afterYear)) >= 0;
        var alone = open == names.Start - 1 && text[namesEnd - 1] == ' ' && text[namesEnd - 2] == ',';
        return bracketed ? new Mention(names, years, end, several || alone) : null;
    }

    // "2019", "2019a", "2019, 2020a", "2019a, b".
    private static int YearsFrom(string text, int start, List<(int, char?)> years)
    {
        var end = start;
        for (var at = start; IsYear(text, at, out var after);)
        {
            var year = int.Parse(text.AsSpan(at, 4), NumberStyles.None);
            years.Add((year, after - at > 4 ? text[at + 4] : null));
            end = after;
            while (after - at > 4 && end + 2 < text.Length && text[end] == ',' && IsSuffix(text, end + 2) && text[end + 1] == ' ')
            {
                years.Add((year, text[end + 2]));
                end += 3;
            }

            at = end + 1 < text.Length && text[end] == ',' && text[end + 1] == ' ' ? end + 2 : text.Length;
        }

        return end;
    }

    private static Names? NamesBefore(string text, int end)
    {
        var at = end;
        SkipBack(text, ref at, " ,");
        var andOthers = false;
        foreach (var phrase in (ReadOnlySpan<string>)["et al.", "et al", "and colleagues", "and coworkers", "and co-workers", "and others"])
        {
            if (text.AsSpan(0, at).EndsWith(phrase, StringComparison.Ordinal))
            {
                andOthers = true;
                at -= phrase.Length;
                SkipBack(text, ref at, " ,");
                break;
            }
        }

        if (text.AsSpan(0, at) is [.., '\'' or '’', 's'])
        {
            at -= 2;
        }

        // Word by word back to what is neither a name nor a link between names.
        var words = new List<(string Word, int Start)>();
        while (at > 0 && words.Count < MaxWords)
        {
            var wordEnd = at;
            var before = at;
            while (at > 0 && wordEnd - at < 40 && (char.IsLetter(text[at - 1]) || text[at - 1] is '-' or '‐' or '‑' or '\'' or '’' or '.' or '&' || char.GetUnicodeCategory(text[at - 1]) == UnicodeCategory.NonSpacingMark))
            {
                at--;
            }

            var word = text[at..wordEnd];
            if (word.Length == 0 || !(word is "and" or "&" || char.IsUpper(word[0]) || (Particles.Contains(word) && words.Count > 0) || (word.Length > 2 && word[1] is '\'' or '’')))
            {
                at = before;
                break;
            }

            words.Add((word, at));
            var spaces = at;
            SkipBack(text, ref at, " ");
            if (at > 0 && text[at - 1] == ',' && at < spaces)
            {
                at--;
                words.Add((",", at));
            }
            else if (at == spaces)
            {
                break;
            }
        }

        words.Reverse();
        return words.Count == 0 || words[^1].Word is "and" or "&" or "," ? null : Names.From(words, andOthers);
    }

    private static void SkipBack(string text, ref int at, string characters)
    {
        while (at > 0 && characters.Contains(text[at - 1], StringComparison.Ordinal))
        {
            at--;
        }
    }

    private static bool IsYear(string text, int at, out int after)
    {
        after = at + 4;
        if (after > text.Length || text[at] is not ('1' or '2') || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
        {
            return false;
        }

        for (var i = at + 1; i < after; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        if (IsSuffix(text, after))
        {
            after++;
        }

        return after == text.Length || !char.IsLetterOrDigit(text[after]);
    }

    private static bool IsSuffix(string text, int at) =>
        at < text.Length && text[at] is >= 'a' and <= 'k' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    private static IEnumerable<string> NamesOf(PersonName author)
    {
        var key = Folding.Key(author.Main);
        yield return key;
        if (author.Literal is not null && key.StartsWith("the", StringComparison.Ordinal))
        {
            yield return key[3..];
        }
    }

    private sealed record Entry(string Label, string[] Authors, char? Suffix);

    private sealed record Mention(Names Names, List<(int Year, char? Suffix)> Years, int End, bool IsCertain);

    /// <summary>A way to read the names before a year: where they begin, the first author, the others.</summary>
    private sealed record Reading(int Start, string First, string[] Others);

    /// <summary>The names before a year.</summary>
    /// <param name="Readings">Each way to read where they begin, the longest first: "However, Hermens and Dutton".</param>
    /// <param name="AndOthers">Whether "et al." follows.</param>
    private sealed record Names(List<Reading> Readings, bool AndOthers)
    {
        /// <summary>Where the names begin as far as can be told without a reference that they fit.</summary>
        public required int Start { get; init; }

        public static Names? From(List<(string Word, int Start)> words, bool andOthers)
        {
            var names = new List<List<(string Word, int Start)>> { new() };
            foreach (var word in words)
            {
                if (word.Word is "and" or "&" or ",")
                {
                    names.Add([]);
                }
                else
                {
                    names[^1].Add(word);
                }
            }

            names.RemoveAll(name => name.Count == 0);
            var readings = new List<Reading>();
            for (var n = 0; n < names.Count; n++)
            {
                string[] others = [.. names.Skip(n + 1).Select(name => KeyOf(name, 0))];
                readings.AddRange(names[n].Select((word, w) => new Reading(word.Start, KeyOf(names[n], w), others)));
            }

            return readings.Count == 0 ? null : new Names(readings, andOthers)
            {
                Start = names[andOthers || names.Count == 1 ? ^1 : ^2][0].Start,
            };
        }

        private static string KeyOf(List<(string Word, int Start)> name, int from) =>
            Folding.Key(string.Join(' ', name.Skip(from).Select(word => word.Word)));
    }
}
