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
    private const int MaxWords = 30;
    private const int MaxAlike = 26;
    private const int MaxBracket = 300;
    private const int MaxPrinted = 400;
    private const int MaxSameWord = 500;

    private static readonly FrozenSet<string> Particles = WordSet.Of(
        "van von der den de del della di da dos du la le ter ten el al bin ibn of the for on in af zu zur 't");

    // The year of a work without one, "in press".
    private const int NoYear = 0;

    private static readonly string[] Undated = ["in press", "n.d.", "n. d.", "forthcoming", "in preparation", "submitted", "no date"];

    private readonly Dictionary<(string Author, int Year), List<Entry>> byAuthorAndYear = [];
    private readonly Dictionary<(string Word, int Year), List<PrintedEntry>> byFirstWord = [];
    private readonly IReadOnlyDictionary<string, string> abbreviations;
    private readonly bool hasUndated;

    /// <param name="references">The list.</param>
    /// <param name="abbreviations">The short forms that the article defines, "WHO", with what they stand for.</param>
    public CitationResolver(IReadOnlyList<Reference> references, IReadOnlyDictionary<string, string> abbreviations)
    {
        this.abbreviations = abbreviations;
        foreach (var reference in references)
        {
            var isUndated = reference.Year is null && Array.Exists(Undated, phrase => reference.Raw.Contains(phrase, StringComparison.OrdinalIgnoreCase));
            hasUndated |= isUndated;
            AddPrinted(reference, isUndated);
            if (reference.Authors is not [var first, ..] || (reference.Year ?? (isUndated ? NoYear : null)) is not { } year)
            {
                continue;
            }

            var entry = new Entry(
                reference.Label,
                [.. reference.Authors.Select(author => Folding.Key(author.Main))],
                ReferenceParser.Parse(reference.Label, reference.Raw).AuthorsElided,
                ReferenceParser.YearSuffix(reference.Raw, year));
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

    /// <summary>
    /// Whether a kept marker is a part of the running text, "Frank (2016)" or "Frank, 2016 found", and not a bare pointer, "(Frank, 2016)".
    /// </summary>
    /// <param name="printed">The marker as printed.</param>
    /// <param name="after">The text behind it.</param>
    public static bool IsNarrative(string printed, ReadOnlySpan<char> after)
    {
        if (printed.Length == 0 || !char.IsLetter(printed[0]))
        {
            return false;
        }

        if (printed is [.., ')' or ']'])
        {
            return true;
        }

        // "Frank, 2016 found": outside brackets, and the sentence goes on.
        if (after is not [' ', var letter, ..] || !char.IsLower(letter))
        {
            return false;
        }

        var near = after[..Math.Min(after.Length, MaxBracket)];
        var bracket = near.IndexOfAny("()[]");
        var year = printed.AsSpan().TrimEnd("abcdefghijk");
        return year.Length >= 4 && Years.IsYear(year[^4..]) && (bracket < 0 || near[bracket] is '(' or '[');
    }

    /// <summary>
    /// The line as printed, for the names that it starts with where the fields are of no help: an organisation, or a list of authors in a style that was not
    /// understood.
    /// </summary>
    private void AddPrinted(Reference reference, bool isUndated)
    {
        var start = CodePoints.First(reference.Raw, MaxPrinted);
        var words = Folding.Words(start) + " ";
        var isRead = reference is { Year: not null, Authors.Count: > 0 } && !reference.Authors.Any(author => author.Main.Any(char.IsAsciiDigit));
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        var years = new HashSet<int>();
        for (var i = 0; i + 4 <= start.Length && years.Count < 3; i++)
        {
            if (IsYear(start, i, out var after))
            {
                years.Add(int.Parse(start.AsSpan(i, 4), NumberStyles.None));
                i = after;
            }
        }

        if (reference.Year is { } year)
        {
            years = [year];
        }
        else if (isUndated)
        {
            years.Add(NoYear);
        }

        foreach (var each in space > 0 ? years : [])
        {
            if (!byFirstWord.TryGetValue((words[..space], each), out var entries))
            {
                byFirstWord.Add((words[..space], each), entries = []);
            }

            entries.Add(new PrintedEntry(
                new Entry(reference.Label, [], IsElided: true, ReferenceParser.YearSuffix(reference.Raw, each)), words, isRead));
        }
    }

    /// <summary>The mentions in a clean text: kept markers, and those that name no one reference.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tagged">The mentions that the format tells, in order of place: what they point to is not looked for.</param>
    public (IReadOnlyList<Marker> Markers, IReadOnlyList<UnresolvedMarker> Unresolved) Find(string text, IReadOnlyList<TaggedMarker> tagged)
    {
        var next = 0;
        var markers = new List<Marker>();
        var unresolved = new List<UnresolvedMarker>();
        var alone = new List<TaggedMarker>();
        var place = (Index: 0, Offset: 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsYear(text, i, out var afterYear) && !IsUndated(text, i, out afterYear))
            {
                continue;
            }

            if (MentionAt(text, i, afterYear) is not { } mention)
            {
                i = afterYear - 1;
                continue;
            }

            Place(ref place, text, mention.End);
            var told = new List<string>();
            for (; next < tagged.Count && tagged[next].Start < mention.End; next++)
            {
                if (tagged[next].End > mention.Names.Start)
                {
                    told.AddRange(tagged[next].Labels);
                }
                else
                {
                    alone.Add(tagged[next]);
                }
            }

            if (told.Count > 0)
            {
                markers.AddRange(told.Distinct(StringComparer.Ordinal).Select((label, n) => new Marker(label, place.Offset, n == 0 ? text[mention.Names.Start..mention.End] : "", Kept: true)));
                i = mention.End - 1;
                continue;
            }

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

        place = (0, 0);
        foreach (var marker in alone.Concat(tagged.Skip(next)))
        {
            Place(ref place, text, marker.End);
            var printed = marker.Printed is ['(', .. var inner, ')'] ? inner : marker.Printed;
            markers.AddRange(marker.Labels.Select((label, n) => new Marker(label, place.Offset, n == 0 ? printed : "", Kept: true)));
        }

        return (markers, unresolved);
    }

    /// <summary>Moves a place on to an index, counting code points.</summary>
    private static void Place(ref (int Index, int Offset) place, string text, int index) =>
        place = (index, place.Offset + CodePoints.Count(text.AsSpan(place.Index, index - place.Index)));

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
            fitting.RemoveAll(entry => !entry.Admits(reading.Others, names.AndOthers));
            if (fitting.Count == 0)
            {
                continue;
            }

            fitting = Narrow(fitting, entry => names.AndOthers
                ? entry.IsElided || entry.Authors.Length > 1 + reading.Others.Length
                : entry.Authors.Length == 1 + reading.Others.Length);
            return (fitting, reading.Start);
        }

        foreach (var reading in names.Readings)
        {
            if (ResolvePrinted(reading, names, year, suffix) is { Count: > 0 } printed)
            {
                return (printed, reading.Start);
            }

            if (names.Readings.Count == 1 && abbreviations.TryGetValue(reading.Printed, out var full)
                && (byAuthorAndYear.GetValueOrDefault((Folding.Key(full), year)) ?? ResolvePrinted(reading with { Words = Folding.Words(full) }, names, year, suffix)) is { Count: > 0 } defined)
            {
                return ([.. defined.Where(entry => suffix is null || entry.Suffix is null || entry.Suffix == suffix).Take(MaxAlike)], reading.Start);
            }
        }

        return ([], names.Start);
    }

    /// <summary>The entries whose printed line starts with the names of a mention.</summary>
    private List<Entry> ResolvePrinted(Reading reading, Names names, int year, char? suffix)
    {
        var found = new List<Entry>();
        var space = reading.Words.IndexOf(' ', StringComparison.Ordinal);
        var alike = byFirstWord.GetValueOrDefault((space < 0 ? reading.Words : reading.Words[..space], year)) ?? [];
        var whole = Folding.Words(reading.Whole) + " ";
        foreach (var printed in alike.Take(MaxSameWord))
        {
            if (found.Count > MaxAlike || (suffix is not null && printed.Entry.Suffix is not null && printed.Entry.Suffix != suffix))
            {
                continue;
            }

            // Of a line that was understood only the whole name of an organisation counts for more than its fields.
            var begins = printed.Words.StartsWith(reading.Words + " ", StringComparison.Ordinal);
            var isWhole = begins && whole.Count(c => c == ' ') > 2 && !names.AndOthers && printed.Words.StartsWith(whole, StringComparison.Ordinal);
            var others = begins && !printed.IsRead && Array.TrueForAll(reading.Others, forms => Array.Exists(forms, form => printed.Words.Contains($" {form} ", StringComparison.Ordinal)));
            if (isWhole || others)
            {
                found.Add(printed.Entry);
            }
        }

        return found;
    }

    private static List<Entry> Narrow(List<Entry> entries, Func<Entry, bool> fits)
    {
        var narrowed = entries.Count > 1 ? entries.Where(fits).ToList() : entries;
        return narrowed.Count > 0 ? narrowed : entries;
    }

    /// <summary>The mention that a year belongs to: names before it, bracketed with it or before its bracket.</summary>
    private static Mention? MentionAt(string text, int yearStart, int afterYear)
    {
        var narrative = yearStart > 0 && text[yearStart - 1] is '(' or '[';
        var namesEnd = narrative ? yearStart - 1 : yearStart;
        if (NamesBefore(text, namesEnd, narrative) is not { } names)
        {
            return null;
        }

        var years = new List<(int, char?)>();
        var end = YearsFrom(text, yearStart, afterYear, years);
        var several = names.AndOthers || names.AreSeveral;
        if (narrative)
        {
            var closing = text.IndexOf(text[namesEnd] == '(' ? ')' : ']', end, Math.Min(40, text.Length - end));
            return closing < 0 || text.AsSpan(end, closing - end).Contains(text[namesEnd]) ? null : new Mention(names, years, closing + 1, several);
        }

        // "(Keeler et al., 2021)", "[Keeler, 2021]"; "et al." and a year need no brackets.
        var from = Math.Max(0, names.Start - 300);
        var open = text.AsSpan(from, names.Start + 1 - from).LastIndexOfAny('(', '[') is >= 0 and var at ? from + at : -1;
        var close = open >= 0 && text[open] == '[' ? ']' : ')';
        var bracketed = open >= 0
            && text.IndexOf(close, open, yearStart - open) < 0
            && text.IndexOf(close, afterYear, Math.Min(300, text.Length - afterYear)) >= 0;
        var alone = open == names.Start - 1 && text[namesEnd - 1] == ' ' && text[namesEnd - 2] == ',';
        return bracketed || names.AndOthers ? new Mention(names, years, end, several || alone) : null;
    }

    // "2019", "2019a", "2019, 2020a", "2019a, b".
    private static int YearsFrom(string text, int start, int afterFirst, List<(int, char?)> years)
    {
        var end = start;
        if (!char.IsAsciiDigit(text[start]))
        {
            years.Add((NoYear, null));
            return afterFirst;
        }

        for (var at = start; IsYear(text, at, out var after);)
        {
            var year = int.Parse(text.AsSpan(at, 4), NumberStyles.None);
            years.Add((year, after - at > 4 ? text[at + 4] : null));
            end = after;
            while (after - at > 4 && end + 2 < text.Length && (text[end] == ',' || Characters.IsShortDash(text[end])) && (text[end + 1] == ' ' ? end + 2 : end + 1) is var next && IsSuffix(text, next))
            {
                // "2018a–c"
                var first = text[end] == ',' ? text[next] : (char)(years[^1].Item2.GetValueOrDefault() + 1);
                for (var letter = first; letter <= text[next]; letter++)
                {
                    years.Add((year, letter));
                }

                end = next + 1;
            }

            at = end + 1 < text.Length && text[end] is ',' or ';' ? (text[end + 1] == ' ' ? end + 2 : end + 1)
                : text.AsSpan(end).StartsWith(" and ") ? end + " and ".Length : text.Length;
        }

        return end;
    }

    private static Names? NamesBefore(string text, int end, bool narrative)
    {
        var at = end;
        at = text.AsSpan(0, at).TrimEnd(" ,").Length;
        at = BeforeShortForm(text, at);
        if (text.AsSpan(0, at) is [.., var apostrophe, 's'] && Characters.IsApostrophe(apostrophe))
        {
            at -= 2;
        }

        var andOthers = false;
        foreach (var phrase in (ReadOnlySpan<string>)["et al.", "et al", "et. al.", "and colleagues", "and coworkers", "and co-workers", "and others", "and associates", "& colleagues", "u. a.", "et coll."])
        {
            if (text.AsSpan(0, at).EndsWith(phrase, StringComparison.Ordinal))
            {
                andOthers = true;
                at -= phrase.Length;
                at = text.AsSpan(0, at).TrimEnd(" ,").Length;
                break;
            }
        }

        // Word by word back to what is neither a name nor a link between names.
        var words = new List<(string Word, int Start)>();
        while (at > 0 && words.Count < MaxWords)
        {
            var wordEnd = at;
            var before = at;
            while (at > 0 && wordEnd - at < 40 && (char.IsLetter(text[at - 1]) || text[at - 1] is '.' or '&' || Characters.IsHyphen(text[at - 1]) || Characters.IsApostrophe(text[at - 1]) || char.GetUnicodeCategory(text[at - 1]) == UnicodeCategory.NonSpacingMark))
            {
                at--;
            }

            var word = text[at..wordEnd];
            if (word.Length == 0 || !(IsLink(word) || char.IsUpper(word[0]) || (Particles.Contains(word) && words.Count > 0) || (word.Length > 2 && Characters.IsApostrophe(word[1]))))
            {
                at = before;
                break;
            }

            words.Add((word, at));
            var spaces = at;
            at = text.AsSpan(0, at).TrimEnd(" ").Length;
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
        if (words.Count == 0 || words[^1].Word == "," || IsLink(words[^1].Word))
        {
            return null;
        }

        // Other names may stand before these: a list too long, a pair with a dash or a slash, a name that is not read as one.
        var goesOn = words.Count >= MaxWords || words[0].Word == "&" || (words[0].Start > 0 && text[words[0].Start - 1] is '/' or '–');
        return Names.From(words, andOthers, narrative, goesOn);
    }

    private static bool IsLink(string word) => word is "and" or "&" or "et" or "und" or "y" or "e";

    // "World Health Organization [WHO], 2020"
    private static int BeforeShortForm(string text, int at)
    {
        var open = at > 3 && text[at - 1] is ']' or ')' ? text.AsSpan(Math.Max(0, at - 12), Math.Min(at, 12)).LastIndexOfAny('[', '(') : -1;
        var start = open < 0 ? -1 : Math.Max(0, at - 12) + open;
        if (start < 1 || text.AsSpan(start + 1, at - start - 2).ContainsAnyExceptInRange('A', 'Z'))
        {
            return at;
        }

        start = text.AsSpan(0, start).TrimEnd(" ").Length;
        return start;
    }

    // "(Keeler, in press)", where the list has such a work.
    private bool IsUndated(string text, int at, out int after)
    {
        after = at;
        if (!hasUndated || at == 0 || text[at - 1] is not ('(' or ' ') || text[at] is not ('i' or 'n' or 'f' or 's'))
        {
            return false;
        }

        foreach (var phrase in Undated)
        {
            after = at + phrase.Length;
            if (text.AsSpan(at).StartsWith(phrase, StringComparison.Ordinal) && (after == text.Length || !char.IsLetter(text[after])))
            {
                return true;
            }
        }

        return false;
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

        // "WHO"
        var initials = author.Literal is { } literal ? string.Concat(literal.Split(' ').Where(word => word.Length > 0 && char.IsUpper(word[0])).Select(word => char.ToLowerInvariant(word[0]))) : "";
        if (initials.Length > 2 && initials != key)
        {
            yield return initials;
        }
    }

    /// <param name="IsElided">Whether the entry leaves out some of its authors.</param>
    private sealed record Entry(string Label, string[] Authors, bool IsElided, char? Suffix)
    {
        /// <summary>Whether the names after the first contradict nothing. "et al." of two authors is wrong, but it is found in print.</summary>
        public bool Admits(string[][] others, bool andOthers) =>
            IsElided || (Authors.Length >= (andOthers ? 2 : 1) && Array.TrueForAll(others, forms => Authors.Skip(1).Any(forms.Contains)));
    }

    /// <summary>An entry by the words that its line starts with.</summary>
    /// <param name="Words">The folded words, with a space behind each.</param>
    /// <param name="IsRead">Whether its authors and its year were understood.</param>
    private sealed record PrintedEntry(Entry Entry, string Words, bool IsRead);

    private sealed record Mention(Names Names, List<(int Year, char? Suffix)> Years, int End, bool IsCertain);

    /// <summary>A way to read the names before a year: where they begin, the first author, the forms that each of the others may have.</summary>
    private sealed record Reading(int Start, string First, string[][] Others)
    {
        /// <summary>The first author as printed.</summary>
        public required string Printed { get; init; }

        /// <summary>The same in folded words.</summary>
        public required string Words { get; init; }

        /// <summary>All the names as printed.</summary>
        public required string Whole { get; init; }
    }

    /// <summary>The names before a year.</summary>
    /// <param name="Readings">Each way to read where they begin, the longest first: "However, Hermens and Dutton".</param>
    /// <param name="AndOthers">Whether "et al." follows.</param>
    /// <param name="AreSeveral">Whether they look like a list.</param>
    private sealed record Names(List<Reading> Readings, bool AndOthers, bool AreSeveral)
    {
        /// <summary>Where the names begin as far as can be told without a reference that they fit.</summary>
        public required int Start { get; init; }

        public static Names? From(List<(string Word, int Start)> words, bool andOthers, bool narrative, bool goesOn)
        {
            var names = new List<Name>();
            var joined = false;
            var isNew = true;
            foreach (var (word, start) in words)
            {
                if (word == "," || IsLink(word))
                {
                    isNew = true;
                    joined |= word != ",";
                }
                else if (isNew)
                {
                    names.Add(new Name([(word, start)], joined));
                    (isNew, joined) = (false, false);
                }
                else
                {
                    names[^1].Words.Add((word, start));
                }
            }

            // "Smith, J., & Frank, G."
            for (var n = names.Count - 1; n > 0; n--)
            {
                if (names[n].IsInitials)
                {
                    names.RemoveAt(n);
                }
            }

            var readings = new List<Reading>();
            for (var first = 0; first < names.Count; first++)
            {
                if (goesOn || (first > 0 && !MayBeginAt(first, names, andOthers, narrative)))
                {
                    continue;
                }

                string[][] others = [.. names.Skip(first + 1).Select(name => name.Keys.ToArray())];
                foreach (var ((_, start), printed) in names[first].Words.Zip(names[first].Printed))
                {
                    readings.Add(new Reading(start, Folding.Key(printed), others)
                    {
                        Printed = printed,
                        Words = Folding.Words(printed),
                        Whole = string.Join(' ', words.Where(word => word.Start >= start).Select(word => word.Word)),
                    });
                }
            }

            var begins = names[Enumerable.Range(0, names.Count).Last(first => first == 0 || MayBeginAt(first, names, andOthers, narrative))].Words;
            return new Names(readings, andOthers, names.Count > 1)
            {
                Start = begins[Math.Max(0, begins.FindIndex(word => !English.IntroductoryWords.Contains(word.Word.ToLowerInvariant())))].Start,
            };
        }

        // A name is never passed over to reach a reference: what goes is a word before a comma that begins the sentence.
        private static bool MayBeginAt(int first, List<Name> names, bool andOthers, bool narrative)
        {
            if (names[first].IsJoined)
            {
                return false;
            }

            if (first + 1 < names.Count)
            {
                return first == 1 && names[0].Words.TrueForAll(word => IsNoName(word.Word));
            }

            var opens = IsNoName(names[0].Words[0].Word);
            return narrative && !andOthers ? first == 1 || opens : first == 1 && opens;
        }

        private static bool IsNoName(string word) =>
            English.IntroductoryWords.Contains(word.ToLowerInvariant()) || (word.Length is > 1 and < 7 && word.All(char.IsUpper));
    }

    /// <summary>One of the names before a year.</summary>
    /// <param name="Words">The words and where they start.</param>
    /// <param name="IsJoined">Whether "and" or "&amp;" stands before it.</param>
    private sealed record Name(List<(string Word, int Start)> Words, bool IsJoined)
    {
        public bool IsInitials => Words.TrueForAll(word => word.Word.Length < 7 && word.Word.All(c => char.IsUpper(c) || c is '.' or '-')
            && (word.Word.Length == 1 || word.Word.Contains('.', StringComparison.Ordinal)));

        /// <summary>The name from each of its words on: "Guido Frank", "Frank".</summary>
        public IEnumerable<string> Printed =>
            Enumerable.Range(0, Words.Count).Select(from => string.Join(' ', Words.Skip(from).Select(word => word.Word)));

        public IEnumerable<string> Keys => Printed.Select(Folding.Key);
    }
}
