namespace ArticleApi.Documents.Claims.Markers;

/// <summary>
/// Decides numbers by the order in which the article names the entries of its list: a number that is the next in turn is a marker.
/// </summary>
internal static class OrderEvidence
{
    private const int MinAlone = 3;

    // A label or two may be cited nowhere.
    private const int MaxLeap = 3;

    // Each of them costs a search of the whole text.
    private const int MaxCounted = 5;

    /// <summary>
    /// "In 20193 the", "the Registry22 has": a marker where the label is the next one that the article uses for the first time. A small
    /// one proves nothing of a name: the first use of "BRCA1" may well stand before reference 1.
    /// </summary>
    public static void DecideNext(IReadOnlyList<List<MarkerCandidate>> candidates)
    {
        var highest = 0;
        foreach (var candidate in candidates.SelectMany(list => list))
        {
            if (candidate.Named.Count == 0 || !int.TryParse(candidate.Named[^1].Label, out var last)
                || !int.TryParse(candidate.Named[0].Label, out var first))
            {
                continue;
            }

            var isNext = first == highest + 1;
            if (candidate is { Verdict: Verdict.Open, Context: MarkerContext.AfterNumber })
            {
                candidate.Settle(isNext, "it may as well belong to the number before it");
            }
            else if (candidate.IsMarkerInOrder && candidate.Verdict != Verdict.Marker && isNext && first >= MarkerEvidence.SurelyInOrder)
            {
                candidate.Settle(isMarker: true, "");
            }

            highest = candidate.Verdict == Verdict.Marker ? Math.Max(highest, last) : highest;
        }
    }

    /// <summary>
    /// In an article that names its list in order, a doubtful number glued to something is a marker where it names exactly what is
    /// missing between the labels before it and those behind it: "optimum of 7.76 Similarly" between 75 and 77. A small label must be
    /// glued to what stands alone elsewhere, "vitamin A1".
    /// </summary>
    public static void DecideGaps(IReadOnlyList<string> paragraphs, IReadOnlyList<List<MarkerCandidate>> candidates, LabelIndex labels)
    {
        var all = paragraphs.Zip(candidates).SelectMany(pair => pair.Second, (pair, candidate) =>
            (Text: pair.First, Candidate: candidate)).ToList();
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
            foreach (var label in marker.Labels(labels).Select(label => int.TryParse(label, out var number) ? number
                : 0).Where(number => number > 0 && named.Add(number)))
            {
                firsts.Add((i, label));
                inOrder += label > highest && label <= highest + MaxLeap ? 1 : 0;
                highest = Math.Max(highest, label);
            }
        }

        if (glued <= apart || firsts.Count < MarkerEvidence.MinInOrder || inOrder * 10 < firsts.Count * 8)
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

            if (first >= MarkerEvidence.SurelyInOrder
                || (candidate.Word.Length > 0 && counted++ < MaxCounted && StandsAlone(paragraphs, text, candidate)))
            {
                candidate.Settle(isMarker: true, "");
                highest = last;
                named.Add(first);
            }
        }
    }

    /// <summary>
    /// "Vitamin A1": no marker, but worth a note in an article that cites its references and names this one nowhere else.
    /// </summary>
    public static void Close(IReadOnlyList<List<MarkerCandidate>> candidates, LabelIndex labels)
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

    private static bool IsApart(MarkerCandidate candidate) => candidate.Context
        is MarkerContext.Brackets or MarkerContext.RoundBrackets or MarkerContext.RareSigns
        or MarkerContext.BetweenSpaces or MarkerContext.LooselyBetweenSpaces;

    /// <summary>
    /// Whether what a number is glued to, with the word before a single letter, stands without it several times and with it only here.
    /// </summary>
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
            for (var at = paragraph.IndexOf(term, StringComparison.Ordinal); at >= 0; at =
                paragraph.IndexOf(term, at + 1, StringComparison.Ordinal))
            {
                var end = at + term.Length;
                numbered += end < paragraph.Length && char.IsDigit(paragraph[end]) ? 1 : 0;
                alone += (end == paragraph.Length || !char.IsLetterOrDigit(paragraph[end]))
                    && (at == 0 || !char.IsLetterOrDigit(paragraph[at - 1])) ? 1 : 0;
            }
        }

        return alone >= MinAlone && numbered == 1;
    }
}
