namespace ArticleApi.Documents.Claims.Markers;

/// <summary>
/// Decides numbers that stand apart, between spaces, in round brackets or in rare signs: they are markers where the article cites by
/// them and by nothing else.
/// </summary>
internal static class ApartEvidence
{
    /// <summary>
    /// Numbers with spaces around them, as they are left of superscripts: markers where the article has several in places where nothing
    /// is counted, or where they name the list from its beginning in order. Where that is its style, others are that name a label used
    /// before, or the next.
    /// </summary>
    public static void DecideBetweenSpaces(IReadOnlyList<List<MarkerCandidate>> candidates, List<MarkerCandidate> open, LabelIndex labels)
    {
        var spaced = open.Where(candidate =>
            candidate.Context is MarkerContext.BetweenSpaces or MarkerContext.LooselyBetweenSpaces).ToList();
        var strong = spaced.Count(candidate => candidate.Context == MarkerContext.BetweenSpaces);
        var others = candidates.Sum(list => list.Count(candidate => candidate.Verdict == Verdict.Marker && !candidate.IsKept));
        var isStyle = others <= spaced.Count / 4 && (strong > 1 || NamesFromTheBeginning(spaced, labels));
        var highest = 0;
        foreach (var candidate in candidates.SelectMany(list => list))
        {
            if (candidate is { Verdict: Verdict.Open, Context: MarkerContext.BetweenSpaces })
            {
                candidate.Settle(strong > 1 || isStyle, "it is the only number with spaces around it like this");
            }
            else if (candidate is { Verdict: Verdict.Open, Context: MarkerContext.LooselyBetweenSpaces } && isStyle)
            {
                var isKnown = !int.TryParse(candidate.Named[0].Label, out var first) || first <= highest + 1;
                candidate.Settle(isKnown, "it names a reference out of order, so it may be a number of the text");
            }

            if (candidate.Verdict == Verdict.Marker && int.TryParse(candidate.Named[^1].Label, out var last))
            {
                highest = Math.Max(highest, last);
            }
        }
    }

    /// <summary>"{3}" and "/3/": markers where nothing else is and they name the list from its beginning.</summary>
    public static void DecideRareSigns(IReadOnlyList<List<MarkerCandidate>> candidates, List<MarkerCandidate> open, LabelIndex labels)
    {
        var rare = open.Where(candidate => candidate.Context == MarkerContext.RareSigns).ToList();
        if (rare.Count == 0)
        {
            return;
        }

        var others = candidates.Sum(list => list.Count(candidate => candidate.Verdict == Verdict.Marker && !candidate.IsKept));
        var isStyle = others <= rare.Count / 4
            && (NamesFromTheBeginning(rare, labels) || (rare.Count > 1 && rare.Count * 2 >= labels.Count));
        foreach (var candidate in rare)
        {
            candidate.Settle(isStyle, "signs like these hold other things than markers as well");
        }
    }

    /// <summary>
    /// Numbers in round brackets are markers where there are no others, most stand where a clause ends, and they name the list from its
    /// beginning in order, or most of it.
    /// </summary>
    public static void DecideRoundBrackets(IReadOnlyList<List<MarkerCandidate>> candidates, List<MarkerCandidate> open, LabelIndex labels)
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
            candidate.Settle(isMarker: false, "it counts the items of a list");
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
        var namesMost = counts.Count >= MarkerEvidence.SurelyInOrder && counts.Count * 10 >= labels.Count * 6;
        var closing = round.Count(candidate => candidate.Closes);
        foreach (var candidate in isOrdered || namesMost ? round : [])
        {
            candidate.Settle(closing * 2 > round.Count, "numbers in round brackets may count as well as cite");
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

        return highest >= MarkerEvidence.MinInOrder && highest * 10 >= labels.Count * 6 && beyond * 4 <= candidates.Count;
    }

    /// <summary>
    /// "We expect that (1) it grows and (2) it falls": from one on, in the middle of clauses, in an article that names these labels
    /// elsewhere too.
    /// </summary>
    private static List<MarkerCandidate> Enumeration(List<MarkerCandidate> paragraph, Dictionary<string, int> counts)
    {
        var items = new List<MarkerCandidate>();
        foreach (var candidate in paragraph)
        {
            if (candidate is { Context: MarkerContext.RoundBrackets, Closes: false, IsGroup: false }
                && candidate.Named[0].Label == $"{items.Count + 1}" && counts[candidate.Named[0].Label] > 1)
            {
                items.Add(candidate);
            }
        }

        return items.Count > 1 ? items : [];
    }
}
