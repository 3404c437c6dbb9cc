using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>Decides the candidates that their place leaves open by what the whole article does.</summary>
internal static class MarkerEvidence
{
    private const int SurelyInOrder = 5;
    private const int MinInOrder = 3;
    private const int MinAlone = 3;

    // A label or two may be cited nowhere.
    private const int MaxLeap = 3;

    // Each of them costs a search of the whole text.
    private const int MaxCounted = 5;

    public static void Decide(IReadOnlyList<string> paragraphs, IReadOnlyList<List<MarkerCandidate>> candidates, LabelIndex labels)
    {
        var open = candidates.SelectMany(list => list).Where(candidate => candidate.Verdict == Verdict.Open).ToList();
        if (open.Count > 0)
        {
            GluedToWords(paragraphs, candidates, open, labels);
            RareSigns(candidates, open, labels);
            RoundBrackets(candidates, open, labels);
            BetweenSpaces(candidates, open, labels);
            AfterNames(paragraphs, open);
            NextInOrder(candidates);
        }

        InTheGaps(paragraphs, candidates, labels);
        OnlyPlaceOfALabel(candidates, labels);
    }

    /// <summary>
    /// A number glued to a word is a marker where the article has more than one such word; a word that stands without the number as
    /// well is a word, one that comes back with the same number a name.
    /// </summary>
    private static void GluedToWords(
        IReadOnlyList<string> paragraphs, IReadOnlyList<List<MarkerCandidate>> candidates, List<MarkerCandidate> open, LabelIndex labels)
    {
        var isGlued = candidates.Sum(list => list.Count(candidate => candidate is { Verdict: Verdict.Marker, Context: MarkerContext.AfterPunctuation })) > 1;
        var glued = open.Where(candidate => candidate.Word.Length > 0).ToList();
        var bare = CountBare(paragraphs, glued);
        var uses = glued.GroupBy(candidate => candidate.Word).ToDictionary(group => group.Key, group => group.Count());
        var repeats = glued.GroupBy(Printed).ToDictionary(group => group.Key, group => group.Count());

        bool IsWord(MarkerCandidate candidate) => candidate.Word == "s"
            || (bare[candidate.Word] > 0
                ? repeats[Printed(candidate)] < 3 || repeats[Printed(candidate)] <= bare[candidate.Word]
                : uses[candidate.Word] == 1 && candidate.Word.Length > 4);

        var small = glued.Where(candidate => candidate.Context == MarkerContext.AfterSmallWord && IsWord(candidate)).ToList();
        var isStyle = small.Select(candidate => candidate.Word).Distinct(StringComparer.Ordinal).Skip(1).Any(); // "Wave1" and "wave2" are a series.
        foreach (var candidate in small)
        {
            Settle(candidate, isStyle, "it is the only number glued to a word like this");
        }

        foreach (var candidate in glued.Where(candidate => candidate.Context == MarkerContext.AfterCapitalisedWord))
        {
            if (NamesAuthor(candidate, labels) || (isGlued && candidate.IsGroup && candidate.Named.Any(label => label.Label.Length > 1)))
            {
                candidate.Verdict = Verdict.Marker;
            }
            else if (bare[candidate.Word] > 0 && uses[candidate.Word] == 1)
            {
                Settle(candidate, isStyle && (candidate.IsGroup || candidate.Named[0].Label.Length > 1), "it may as well be a part of a name");
                candidate.IsMarkerInOrder = true;
            }
            else if (uses[candidate.Word] == 1)
            {
                candidate.IsMarkerInOrder = isStyle;
            }
        }

        foreach (var candidate in glued.Where(candidate => candidate.Context == MarkerContext.AfterAcronym && candidate.Word.Length > 1))
        {
            if (bare[candidate.Word] > 0 && uses[candidate.Word] == 1)
            {
                var isPlural = candidate.Word.Length > 2 && candidate.Word[^1] == 's' && candidate.Word[..^1].All(char.IsUpper);
                var isLongGroup = isGlued && candidate.IsGroup && candidate.Named.All(label => label.Label.Length > 1);
                Settle(candidate, (isStyle && (isPlural || candidate.IsGroup)) || isLongGroup, "it may as well be a part of an abbreviation");
                candidate.IsMarkerInOrder = true;
            }
        }

        foreach (var candidate in open.Where(candidate => candidate.Context == MarkerContext.AfterPercent))
        {
            Settle(candidate, isStyle || isGlued, "it is glued to a percentage");
        }
    }

    /// <summary>
    /// Numbers with spaces around them, as they are left of superscripts: markers where the article has several in places where nothing is counted, or where
    /// they name the list from its beginning in order. Where that is its style, others are that name a label used before, or the next.
    /// </summary>
    private static void BetweenSpaces(IReadOnlyList<List<MarkerCandidate>> candidates, List<MarkerCandidate> open, LabelIndex labels)
    {
        var spaced = open.Where(candidate => candidate.Context is MarkerContext.BetweenSpaces or MarkerContext.LooselyBetweenSpaces).ToList();
        var strong = spaced.Count(candidate => candidate.Context == MarkerContext.BetweenSpaces);
        var others = candidates.Sum(list => list.Count(candidate => candidate.Verdict == Verdict.Marker && !candidate.IsKept));
        var isStyle = others <= spaced.Count / 4 && (strong > 1 || NamesFromTheBeginning(spaced, labels));
        var highest = 0;
        foreach (var candidate in candidates.SelectMany(list => list))
        {
            if (candidate is { Verdict: Verdict.Open, Context: MarkerContext.BetweenSpaces })
            {
                Settle(candidate, strong > 1 || isStyle, "it is the only number with spaces around it like this");
            }
            else if (candidate is { Verdict: Verdict.Open, Context: MarkerContext.LooselyBetweenSpaces } && isStyle)
            {
                var isKnown = !int.TryParse(candidate.Named[0].Label, out var first) || first <= highest + 1;
                Settle(candidate, isKnown, "it names a reference out of order, so it may be a number of the text");
            }

            if (candidate.Verdict == Verdict.Marker && int.TryParse(candidate.Named[^1].Label, out var last))
            {
                highest = Math.Max(highest, last);
            }
        }
    }

    /// <summary>Whether candidates name most of the list in the order of the list, from the first on.</summary>
    private static bool NamesFromTheBeginning(List<MarkerCandidate> candidates, LabelIndex labels)
    {
        var highest = 0;
        var beyond = 0;
        foreach (var candidate in candidates)
        {
            if (int.TryParse(candidate.Named[0].Label, out var first) && int.TryParse(candidate.Named[^1].Label, out var last))
            {
                beyond += first > highest + 1 ? 1 : 0;
                highest = first <= highest + 1 ? Math.Max(highest, last) : highest;
            }
        }

        return highest >= MinInOrder && highest * 10 >= labels.Count * 6 && beyond * 4 <= candidates.Count;
    }

    /// <summary>"{3}" and "/3/": markers where nothing else is and they name the list from its beginning.</summary>
    private static void RareSigns(IReadOnlyList<List<MarkerCandidate>> candidates, List<MarkerCandidate> open, LabelIndex labels)
    {
        var rare = open.Where(candidate => candidate.Context == MarkerContext.RareSigns).ToList();
        if (rare.Count == 0)
        {
            return;
        }

        var others = candidates.Sum(list => list.Count(candidate => candidate.Verdict == Verdict.Marker && !candidate.IsKept));
        var isStyle = others <= rare.Count / 4 && (NamesFromTheBeginning(rare, labels) || (rare.Count > 1 && rare.Count * 2 >= labels.Count));
        foreach (var candidate in rare)
        {
            Settle(candidate, isStyle, "signs like these hold other things than markers as well");
        }
    }

    /// <summary>
    /// Numbers in round brackets are markers where there are no others, most stand where a clause ends, and they name the list from its beginning in order, or
    /// most of it.
    /// </summary>
    private static void RoundBrackets(IReadOnlyList<List<MarkerCandidate>> candidates, List<MarkerCandidate> open, LabelIndex labels)
    {
        var round = open.Where(candidate => candidate.Context == MarkerContext.RoundBrackets).ToList();
        var others = candidates.Sum(list => list.Count(candidate => candidate.Verdict == Verdict.Marker && !candidate.IsKept));
        if (round.Count < 2 || others > round.Count / 4)
        {
            return;
        }

        var counts = round.SelectMany(candidate => candidate.Labels(labels)).CountBy(label => label).ToDictionary(StringComparer.Ordinal);
        foreach (var candidate in candidates.SelectMany(list => Enumeration(list, counts)))
        {
            Settle(candidate, isMarker: false, "it counts the items of a list");
        }

        round.RemoveAll(candidate => candidate.Verdict != Verdict.Open);

        var highest = 0;
        var inOrder = 0;
        foreach (var candidate in round)
        {
            if (int.TryParse(candidate.Named[0].Label, out var first) && int.TryParse(candidate.Named[^1].Label, out var last))
            {
                inOrder += first <= highest + 1 ? 1 : 0;
                highest = Math.Max(highest, last);
            }
        }

        // "Boys (1) and girls (2)" counts; a citation stands where a clause ends.
        var isOrdered = inOrder * 10 >= round.Count * 8;
        var namesMost = counts.Count >= SurelyInOrder && counts.Count * 10 >= labels.Count * 6;
        var closing = round.Count(candidate => candidate.Closes);
        foreach (var candidate in isOrdered || namesMost ? round : [])
        {
            Settle(candidate, closing * 2 > round.Count, "numbers in round brackets may count as well as cite");
        }
    }

    /// <summary>"We expect that (1) it grows and (2) it falls": from one on, in the middle of clauses, in an article that names these labels elsewhere too.</summary>
    private static List<MarkerCandidate> Enumeration(List<MarkerCandidate> paragraph, Dictionary<string, int> counts)
    {
        var items = new List<MarkerCandidate>();
        foreach (var candidate in paragraph)
        {
            if (candidate is { Context: MarkerContext.RoundBrackets, Closes: false, IsGroup: false } && candidate.Named[0].Label == $"{items.Count + 1}" && counts[candidate.Named[0].Label] > 1)
            {
                items.Add(candidate);
            }
        }

        return items.Count > 1 ? items : [];
    }

    /// <summary>
    /// A number behind a name with a number, "CGI-58.4 We" and "PM2.5 Levels": a marker where the name stands alone too or a sentence surely begins, a part of
    /// the name where it comes back with the same decimals.
    /// </summary>
    private static void AfterNames(IReadOnlyList<string> paragraphs, List<MarkerCandidate> open)
    {
        var named = open.Where(candidate => candidate.Context == MarkerContext.AfterName).ToList();
        if (named.Count == 0)
        {
            return;
        }

        var names = named.Select(candidate => candidate.Word).ToHashSet(StringComparer.Ordinal);
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var alone = new HashSet<string>(StringComparer.Ordinal);
        var decimals = new HashSet<string>(StringComparer.Ordinal);
        foreach (var paragraph in paragraphs)
        {
            for (var i = 0; i < paragraph.Length; i++)
            {
                var start = i;
                while (i < paragraph.Length && (char.IsLetterOrDigit(paragraph[i]) || paragraph[i] == '-'))
                {
                    i++;
                }

                if (i == start || !lookup.TryGetValue(paragraph.AsSpan(start, i - start), out var name))
                {
                    continue;
                }

                var end = i + 1;
                while (end < paragraph.Length && char.IsAsciiDigit(paragraph[end]))
                {
                    end++;
                }

                if (i == paragraph.Length || paragraph[i] != '.' || end == i + 1)
                {
                    alone.Add(name);
                }
                else if (end + 1 < paragraph.Length && paragraph[end] == ' ' && char.IsLower(paragraph[end + 1]))
                {
                    decimals.Add(name);
                }
            }
        }

        foreach (var candidate in named)
        {
            var isMarker = alone.Contains(candidate.Word) || candidate.BeginsSentence || candidate.Named[0].Label.Length > 1;
            Settle(candidate, isMarker && !decimals.Contains(candidate.Word), "it may as well be a part of the name before it");
        }
    }

    /// <summary>
    /// "In 20193 the", "the Registry22 has": a marker where the label is the next one that the article uses for the first time. A small
    /// one proves nothing of a name: the first use of "BRCA1" may well stand before reference 1.
    /// </summary>
    private static void NextInOrder(IReadOnlyList<List<MarkerCandidate>> candidates)
    {
        var highest = 0;
        foreach (var candidate in candidates.SelectMany(list => list))
        {
            if (candidate.Named.Count == 0 || !int.TryParse(candidate.Named[^1].Label, out var last) || !int.TryParse(candidate.Named[0].Label, out var first))
            {
                continue;
            }

            var isNext = first == highest + 1;
            if (candidate is { Verdict: Verdict.Open, Context: MarkerContext.AfterNumber })
            {
                Settle(candidate, isNext, "it may as well belong to the number before it");
            }
            else if (candidate.IsMarkerInOrder && candidate.Verdict != Verdict.Marker && isNext && first >= SurelyInOrder)
            {
                Settle(candidate, isMarker: true, "");
            }

            highest = candidate.Verdict == Verdict.Marker ? Math.Max(highest, last) : highest;
        }
    }

    /// <summary>
    /// In an article that names its list in order, a doubtful number glued to something is a marker where it names exactly what is missing between the labels
    /// before it and those behind it: "optimum of 7.76 Similarly" between 75 and 77. A small label must be glued to what stands alone elsewhere, "vitamin A1".
    /// </summary>
    private static void InTheGaps(IReadOnlyList<string> paragraphs, IReadOnlyList<List<MarkerCandidate>> candidates, LabelIndex labels)
    {
        var all = paragraphs.Zip(candidates).SelectMany(pair => pair.Second, (pair, candidate) => (Text: pair.First, Candidate: candidate)).ToList();
        var named = new HashSet<int>();
        var firsts = new List<(int At, int Label)>();
        var (highest, inOrder, glued, apart) = (0, 0, 0, 0);
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Candidate is not { Verdict: Verdict.Marker, IsKept: false } marker)
            {
                continue;
            }

            (glued, apart) = IsApart(marker) ? (glued, apart + 1) : (glued + 1, apart);
            foreach (var label in marker.Labels(labels).Select(label => int.TryParse(label, out var number) ? number : 0).Where(number => number > 0 && named.Add(number)))
            {
                firsts.Add((i, label));
                inOrder += label > highest && label <= highest + MaxLeap ? 1 : 0;
                highest = Math.Max(highest, label);
            }
        }

        if (glued <= apart || firsts.Count < MinInOrder || inOrder * 10 < firsts.Count * 8)
        {
            return;
        }

        highest = 0;
        var (used, counted) = (0, 0);
        for (var i = 0; i < all.Count; i++)
        {
            for (; used < firsts.Count && firsts[used].At <= i; used++)
            {
                highest = Math.Max(highest, firsts[used].Label);
            }

            var (text, candidate) = all[i];
            if (candidate.Verdict == Verdict.Marker || candidate.Unknown || candidate.Named.Count == 0 || IsApart(candidate)
                || !int.TryParse(candidate.Named[0].Label, out var first) || !int.TryParse(candidate.Named[^1].Label, out var last)
                || first <= highest || first > highest + MaxLeap || named.Contains(first))
            {
                continue;
            }

            var next = used < firsts.Count ? firsts[used].Label : int.MaxValue;
            if (next <= last || (first > highest + 1 && next != last + 1))
            {
                continue;
            }

            if (first >= SurelyInOrder || (candidate.Word.Length > 0 && counted++ < MaxCounted && StandsAlone(paragraphs, text, candidate)))
            {
                Settle(candidate, isMarker: true, "");
                highest = last;
                named.Add(first);
            }
        }
    }

    private static bool IsApart(MarkerCandidate candidate) => candidate.Context
        is MarkerContext.Brackets or MarkerContext.RoundBrackets or MarkerContext.RareSigns or MarkerContext.BetweenSpaces or MarkerContext.LooselyBetweenSpaces;

    /// <summary>Whether what a number is glued to, with the word before a single letter, stands without it several times and with it only here.</summary>
    private static bool StandsAlone(IReadOnlyList<string> paragraphs, string text, MarkerCandidate candidate)
    {
        var start = candidate.Start - candidate.Word.Length;
        if (candidate.Word.Length == 1)
        {
            start = start > 1 ? text.LastIndexOf(' ', start - 2) + 1 : 0;
        }

        var (alone, numbered) = (0, 0);
        var term = text[start..candidate.Start];
        foreach (var paragraph in term.Contains(' ', StringComparison.Ordinal) || term.Length > 1 ? paragraphs : [])
        {
            for (var at = paragraph.IndexOf(term, StringComparison.Ordinal); at >= 0; at = paragraph.IndexOf(term, at + 1, StringComparison.Ordinal))
            {
                var end = at + term.Length;
                numbered += end < paragraph.Length && char.IsDigit(paragraph[end]) ? 1 : 0;
                alone += (end == paragraph.Length || !char.IsLetterOrDigit(paragraph[end])) && (at == 0 || !char.IsLetterOrDigit(paragraph[at - 1])) ? 1 : 0;
            }
        }

        return alone >= MinAlone && numbered == 1;
    }

    /// <summary>"Vitamin A1": no marker, but worth a note in an article that cites its references and names this one nowhere else.</summary>
    private static void OnlyPlaceOfALabel(IReadOnlyList<List<MarkerCandidate>> candidates, LabelIndex labels)
    {
        var all = candidates.SelectMany(list => list).ToList();
        var named = all.Where(candidate => candidate.Verdict == Verdict.Marker)
            .SelectMany(candidate => candidate.Labels(labels))
            .ToHashSet(StringComparer.Ordinal);
        var citesMost = named.Count * 2 >= labels.Count;
        foreach (var candidate in all.Where(candidate => candidate.Verdict == Verdict.Open))
        {
            candidate.Verdict = Verdict.NoMarker;
            if (citesMost && candidate.Word.Length > 0 && named.Add(candidate.Named[0].Label))
            {
                candidate.Doubt = $"it looks like a part of a name, but nothing else names reference {candidate.Named[0].Label}";
            }
        }
    }

    private static void Settle(MarkerCandidate candidate, bool isMarker, string doubt)
    {
        candidate.Verdict = isMarker ? Verdict.Marker : Verdict.NoMarker;
        candidate.Doubt = isMarker ? null : doubt;
    }

    private static bool NamesAuthor(MarkerCandidate candidate, LabelIndex labels)
    {
        var name = Folding.Key(candidate.Word);
        return candidate.Named.Any(label => labels.Find(label.Label) is { } reference
            && reference.Authors.Any(author => Folding.Words(author.Main).Split(' ').Contains(name)));
    }

    private static string Printed(MarkerCandidate candidate) => $"{candidate.Word} {candidate.Named[0].Label}";

    /// <summary>How often each word that a number is glued to stands without one.</summary>
    private static Dictionary<string, int> CountBare(IReadOnlyList<string> paragraphs, List<MarkerCandidate> glued)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var candidate in glued)
        {
            counts.TryAdd(candidate.Word, 0);
        }

        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var paragraph in paragraphs)
        {
            for (var i = 0; i < paragraph.Length; i++)
            {
                var start = i;
                while (i < paragraph.Length && char.IsLetter(paragraph[i]))
                {
                    i++;
                }

                var isBare = i > start && (i == paragraph.Length || !char.IsDigit(paragraph[i])) && (start == 0 || !char.IsDigit(paragraph[start - 1]));
                if (!isBare)
                {
                    continue;
                }

                var word = paragraph.AsSpan(start, i - start);
                if (lookup.TryGetValue(word, out var count))
                {
                    lookup[word] = count + 1;
                }

                // "Cells" at the start of a sentence is "cells".
                if (char.IsUpper(word[0]) && counts.TryGetValue(word.ToString().ToLowerInvariant(), out count))
                {
                    counts[word.ToString().ToLowerInvariant()] = count + 1;
                }
            }
        }

        return counts;
    }
}
