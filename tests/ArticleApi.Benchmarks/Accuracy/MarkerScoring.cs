using System.Globalization;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;

namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>Markers are paired in order: by their places, and by their places with the labels that they name.</summary>
internal static partial class MarkerScoring
{
    // A file whose paragraphs are not known: how much around a marker tells its place.
    private const int Window = 1000;

    public static void Judge(
        IReadOnlyList<GoldCitation> citations,
        GoldArticle gold,
        SourceText source,
        Article article,
        Dictionary<Measure, ScorePair> measures,
        List<string> mistakes)
    {
        var wanted = Wanted(citations, gold, source).ToList();
        var found = Found(article).ToList();
        var (wantedPlaces, foundPlaces) = (Places(wanted), Places(found));
        measures[Measure.Markers] = new ScorePair(
            Count(wantedPlaces, foundPlaces, (one, other) => one.IsAt(other)).Score,
            Count(wantedPlaces, foundPlaces, (one, other) => one.IsNear(other)).Score);

        var strict = Count(wanted, found, (one, other) => one.Label == other.Label && one.IsAt(other));
        measures[Measure.Labels] = new ScorePair(
            strict.Score,
            Count(wanted, found, (one, other) => one.Label == other.Label && one.IsNear(other)).Score);
        mistakes.AddRange(Except(wanted, strict.Pairs.Select(pair => pair.First)).Select(place => $"marker missed: {Words(place)}"));
        mistakes.AddRange(Except(found, strict.Pairs.Select(pair => pair.Second)).Select(place => $"marker invented: {Words(place)}"));
    }

    private static IEnumerable<MarkerPosition> Wanted(IReadOnlyList<GoldCitation> citations, GoldArticle gold, SourceText source)
    {
        var paragraphs = gold.Sections?.SelectMany(section => section.Paragraphs ?? []).OrderBy(paragraph => paragraph.Start).ToList()
            ?? [];
        var places = new List<MarkerPosition>();
        foreach (var citation in Expanded([.. citations.OrderBy(citation => citation.Start)], gold, source))
        {
            var paragraph = paragraphs.FindLast(paragraph => paragraph.Start <= citation.Start && citation.Start < paragraph.End)
                ?? new GoldSpan(citation.End - Window, citation.End + Window);
            places.AddRange(
                citation.Labels.Select(label => MarkerPosition.In(source, paragraph.Start, citation.End, paragraph.End, label)));
        }

        return InOrder(places);
    }

    private static IEnumerable<MarkerPosition> Found(Article article)
    {
        var places = new List<MarkerPosition>();
        var letters = 0;
        foreach (var paragraph in article.Sections.SelectMany(section => section.Paragraphs))
        {
            var text = SourceText.Of(paragraph.Text, paragraph.Markers);
            places.AddRange(paragraph.Markers.Select(marker => MarkerPosition.In(text, 0, marker.At, int.MaxValue, marker.Label, letters)));
            letters += text.All.Length;
        }

        return InOrder(places);
    }

    /// <summary>A gold file may give a range by its ends alone, as JATS tags it; the labels between belong to the second.</summary>
    private static IEnumerable<GoldCitation> Expanded(List<GoldCitation> citations, GoldArticle gold, SourceText source)
    {
        var labels = gold.References?.Select(reference => reference.Label).ToHashSet();
        for (var i = 0; i < citations.Count; i++)
        {
            var citation = citations[i];
            if (i > 0 && citation.Labels is [var last] && citations[i - 1].Labels is [.., var first]
                && IsRange(source.Printed(citations[i - 1].End, citation.Start))
                && int.TryParse(first, out var from) && int.TryParse(last, out var to) && to - from is > 1 and < 100)
            {
                var between = Enumerable.Range(from + 1, to - from - 1).Select(label => label.ToString(CultureInfo.InvariantCulture));
                citation = citation with { Labels = [.. between.Where(label => labels is null || labels.Contains(label)), last] };
            }

            yield return citation;
        }
    }

    private static bool IsRange(string between) => Range().IsMatch(between);

    // The order within a group is as good as any other.
    private static IEnumerable<MarkerPosition> InOrder(List<MarkerPosition> markers) => markers
        .DistinctBy(marker => (marker.Place, marker.Label))
        .OrderBy(marker => marker.Place)
        .ThenBy(marker => marker.Label, StringComparer.Ordinal);

    private static List<MarkerPosition> Places(List<MarkerPosition> markers) => [.. markers.DistinctBy(marker => marker.Place)];

    private static (Score Score, IReadOnlyList<(int First, int Second)> Pairs) Count(
        List<MarkerPosition> wanted, List<MarkerPosition> found, Func<MarkerPosition, MarkerPosition, bool> same)
    {
        var pairs = Sequences.Pair(wanted, found, same);
        return (new Score(found.Count, wanted.Count, pairs.Count), pairs);
    }

    private static IEnumerable<MarkerPosition> Except(List<MarkerPosition> places, IEnumerable<int> paired)
    {
        var indices = paired.ToHashSet();
        return places.Where((_, i) => !indices.Contains(i));
    }

    private static string Words(MarkerPosition place) => $"{place.Label} at {place.Before}|{place.After}";

    [GeneratedRegex(@"^[\])\s]*[-–—‒−][\[(\s]*$")]
    private static partial Regex Range();
}
