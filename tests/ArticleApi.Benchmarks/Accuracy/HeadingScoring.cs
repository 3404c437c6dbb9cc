using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>Headings are paired in order: strictly as clean text, softly by letters and digits without their numbering.</summary>
internal static partial class HeadingScoring
{
    public static void Judge(
        IReadOnlyList<GoldSection> sections, Article article, Dictionary<Measure, ScorePair> measures, List<string> mistakes)
    {
        var wanted = sections.Select(section => section.Heading).OfType<string>().Select(CleanText.Of).ToList();
        var found = article.Sections.Select(section => section.Heading).OfType<string>().ToList();
        var strict = Sequences.Pair(wanted, found, (one, other) => one == other);
        var soft = Sequences.Pair(wanted.ConvertAll(Soft), found.ConvertAll(Soft), (one, other) => one == other);
        measures[Measure.Headings] = new ScorePair(
            new Score(found.Count, wanted.Count, strict.Count),
            new Score(found.Count, wanted.Count, soft.Count));
        mistakes.AddRange(wanted.Where((_, i) => strict.All(pair => pair.First != i)).Select(heading => $"heading missed: {heading}"));
        mistakes.AddRange(found.Where((_, i) => strict.All(pair => pair.Second != i)).Select(heading => $"heading invented: {heading}"));
    }

    private static string Soft(string heading) => Folding.Key(Numbering().Replace(heading, ""));

    [GeneratedRegex(@"^(\d{1,2}|[IVX]{1,4})(\.\d{1,2}){0,4}[.)]?\s+")]
    private static partial Regex Numbering();
}
