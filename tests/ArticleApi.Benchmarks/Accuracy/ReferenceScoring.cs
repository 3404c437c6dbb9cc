using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>
/// Entries are paired by the beginning of their lines, what remains by DOI, title, or label; of a pair each field is compared.
/// </summary>
internal static class ReferenceScoring
{
    private const int Beginning = 16;
    private const double Similar = 0.9;

    // A note among the references has no fields.
    private static readonly ReferenceFields Unknown = new();

    private static readonly (Measure Measure, Func<ReferenceFields, string?> Field, Func<string, string, bool> Soft)[] Fields =
    [
        (Measure.Year, fields => fields.Year, SameKey),
        (Measure.Doi, fields => fields.Doi, SameKey),
        (Measure.Author, fields => fields.Author, IsSimilar),
        (Measure.Volume, fields => fields.Volume, SameKey),
        (Measure.Pages, fields => fields.Pages, (one, other) => SameKey(one.Split('-')[0], other.Split('-')[0])),
        (Measure.Title, fields => fields.Title, IsSimilar),
        (Measure.Container, fields => fields.Container, IsSimilar),
    ];

    public static void Judge(
        IReadOnlyList<GoldReference> references,
        SourceText source,
        Article article,
        Dictionary<Measure, ScorePair> measures,
        List<string> mistakes)
    {
        var found = article.References;
        var pairs = Pair(references, source, found);
        var unpaired = found.Where((_, i) => !pairs.ContainsValue(i)).Select(ReferenceFields.Of).ToList();
        var judged = references
            .Select((gold, i) => (Gold: gold, Found: pairs.TryGetValue(i, out var index) ? found[index] : null))
            .Where(pair => pair.Gold.PunctuationFromSource)
            .Select(pair => (
                pair.Gold.Label,
                Gold: ReferenceFields.Of(pair.Gold),
                Found: pair.Found is { } reference ? ReferenceFields.Of(reference) : null))
            .Where(pair => pair.Gold != Unknown)
            .ToList();
        if (judged.Count == 0 && references.Count > 0)
        {
            return;
        }

        foreach (var (measure, field, soft) in Fields)
        {
            var invented = new Score(unpaired.Count(fields => field(fields) is not null), 0, 0);
            var sum = new ScorePair(invented, invented);
            foreach (var (label, gold, fields) in judged)
            {
                var (want, have) = (field(gold), fields is null ? null : field(fields));
                sum += new ScorePair(Compare(want, have, string.Equals), Compare(want, have, soft));
                if (want != have)
                {
                    mistakes.Add($"{measure} of {label}: {have ?? "(none)"}, not {want ?? "(none)"}");
                }
            }

            measures[measure] = sum;
        }

        var all = new Score(judged.Count(pair => pair.Found is not null) + unpaired.Count, judged.Count, 0);
        measures[Measure.Whole] = new ScorePair(
            all with { Right = judged.Count(pair => IsWhole(pair.Gold, pair.Found, string.Equals, string.Equals)) },
            all with { Right = judged.Count(pair => IsWhole(pair.Gold, pair.Found, SameKey, IsSimilar)) });
    }

    private static Dictionary<int, int> Pair(IReadOnlyList<GoldReference> references, SourceText source, IReadOnlyList<Reference> found)
    {
        var wantedLines = references.Select(reference => source.Between(reference.RawStart, reference.RawEnd)).ToList();
        var foundLines = found.Select(reference => SourceText.Of(reference.Raw).All).ToList();
        var pairs = Sequences
            .Pair(wantedLines, foundLines, (one, other) =>
                one.AsSpan(0, Math.Min(one.Length, Beginning)).SequenceEqual(other.AsSpan(0, Math.Min(other.Length, Beginning))))
            .ToDictionary(pair => pair.First, pair => pair.Second);
        foreach (var key in (IEnumerable<Func<ReferenceFields, string?>>)[fields => fields.Doi, fields => fields.Title])
        {
            PairBy(index => key(ReferenceFields.Of(references[index])), index => key(ReferenceFields.Of(found[index])));
        }

        PairBy(index => references[index].Label, index => found[index].Label);
        return pairs;

        void PairBy(Func<int, string?> wanted, Func<int, string?> had)
        {
            var rest = Enumerable.Range(0, found.Count)
                .Except(pairs.Values)
                .Where(index => had(index) is not null)
                .GroupBy(index => had(index)!)
                .ToDictionary(group => group.Key, group => group.First());
            for (var i = 0; i < references.Count; i++)
            {
                if (!pairs.ContainsKey(i) && wanted(i) is { } key && rest.Remove(key, out var same))
                {
                    pairs.Add(i, same);
                }
            }
        }
    }

    private static Score Compare(string? want, string? have, Func<string, string, bool> same) =>
        new(have is null ? 0 : 1, want is null ? 0 : 1, want is not null && have is not null && same(want, have) ? 1 : 0);

    private static bool IsWhole(
        ReferenceFields gold, ReferenceFields? found, Func<string, string, bool> exact, Func<string, string, bool> near) =>
        found is not null
        && Both(gold.Author, found.Author, near)
        && Both(gold.Year, found.Year, exact)
        && Both(gold.Title, found.Title, near)
        && Both(gold.Container, found.Container, near)
        && Both(gold.Volume, found.Volume, exact)
        && Both(gold.FirstPage, found.FirstPage, exact);

    private static bool Both(string? want, string? have, Func<string, string, bool> same) =>
        want is null || have is null ? want == have : same(want, have);

    private static bool SameKey(string one, string other) => Folding.Key(one) == Folding.Key(other);

    /// <summary>Letters and digits that differ in at most a tenth.</summary>
    private static bool IsSimilar(string one, string other)
    {
        var (first, second) = (Folding.Key(one), Folding.Key(other));
        var longer = Math.Max(first.Length, second.Length);
        return longer == 0 || 1 - ((double)Distance(first, second) / longer) >= Similar;
    }

    /// <summary>How many letters must be put in, left out or replaced.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
