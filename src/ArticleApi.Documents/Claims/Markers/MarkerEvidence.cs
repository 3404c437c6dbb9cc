namespace ArticleApi.Documents.Claims.Markers;

/// <summary>
/// Decides which of the candidates that <see cref="MarkerScanner"/> leaves open are markers, by what the whole article does: which
/// style of markers it uses, and in which order it names its references.
/// </summary>
internal static class MarkerEvidence
{
    /// <summary>From this label on, a number that is the next in order is surely no accident.</summary>
    public const int SurelyInOrder = 5;

    /// <summary>So many labels in order show that an article names its list in order.</summary>
    public const int MinInOrder = 3;

    public static void Decide(IReadOnlyList<string> paragraphs, IReadOnlyList<List<MarkerCandidate>> candidates, LabelIndex labels)
    {
        var open = candidates.SelectMany(list => list).Where(candidate => candidate.Verdict == Verdict.Open).ToList();
        if (open.Count > 0)
        {
            GluedEvidence.DecideAfterWords(paragraphs, candidates, open, labels);
            ApartEvidence.DecideRareSigns(candidates, open, labels);
            ApartEvidence.DecideRoundBrackets(candidates, open, labels);
            ApartEvidence.DecideBetweenSpaces(candidates, open, labels);
            GluedEvidence.DecideAfterNames(paragraphs, open);
            OrderEvidence.DecideNext(candidates);
        }

        OrderEvidence.DecideGaps(paragraphs, candidates, labels);
        OrderEvidence.Close(candidates, labels);
    }
}
