using System.Globalization;

namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>
/// The scores in aligned text: a line a file and the mean, strictly and softly; then the mean in precision, recall and F1.
/// </summary>
internal static class ScoreTable
{
    private const int Cell = 10;
    private const string Nothing = "–";

    private static readonly Measure[] Measures = Enum.GetValues<Measure>();

    private static readonly (string Name, Func<ScorePair, Score> Of)[] Ways =
    [
        ("strict", pair => pair.Strict),
        ("soft", pair => pair.Soft),
    ];

    private static readonly (string Name, Func<Score, double> Of)[] Figures =
    [
        ("precision", score => score.Precision),
        ("recall", score => score.Recall),
        ("F1", score => score.F1),
    ];

    public static void Write(IReadOnlyList<ArticleScore> scores, TextWriter output)
    {
        var width = Math.Max("strict precision".Length, scores.Max(score => score.Name.Length));
        foreach (var (way, counted) in Ways)
        {
            foreach (var (figure, of) in Figures)
            {
                Line($"{figure}, {way}", Measures.Select(Name));
                foreach (var score in scores)
                {
                    Line(score.Name, Measures.Select(measure => Mean([score], measure, counted, of)));
                }

                output.WriteLine();
            }
        }

        Line($"mean of {scores.Count}", Measures.Select(Name));
        foreach (var (way, counted) in Ways)
        {
            foreach (var (figure, of) in Figures)
            {
                Line($"{way} {figure}", Measures.Select(measure => Mean(scores, measure, counted, of)));
            }
        }

        void Line(string name, IEnumerable<string> cells) =>
            output.WriteLine(name.PadRight(width) + string.Concat(cells.Select(cell => cell.PadLeft(Cell))));
    }

    // Over the files in which there is something to judge.
    private static string Mean(
        IEnumerable<ArticleScore> scores, Measure measure, Func<ScorePair, Score> counted, Func<Score, double> figure) =>
        scores
            .Where(score => score.Measures.ContainsKey(measure))
            .Select(score => counted(score.Measures[measure]))
            .Where(score => score.IsJudged)
            .Select(figure)
            .ToList() is { Count: > 0 } figures
            ? figures.Average().ToString("0.00", CultureInfo.InvariantCulture)
            : Nothing;

    private static string Name(Measure measure) => measure.ToString().ToLowerInvariant();
}
