using ArticleApi.Documents.Model;

namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>How well one article was read.</summary>
/// <param name="Name">The file.</param>
/// <param name="Measures">The measures that the gold file knows.</param>
/// <param name="Mistakes">What is not right when counted strictly, in words.</param>
internal sealed record ArticleScore(string Name, IReadOnlyDictionary<Measure, ScorePair> Measures, IReadOnlyList<string> Mistakes)
{
    /// <param name="name">The file.</param>
    /// <param name="gold">What there is.</param>
    /// <param name="source">The text of the file.</param>
    /// <param name="article">What was found; null where nothing could be read.</param>
    public static ArticleScore Of(string name, GoldArticle gold, string source, Article? article)
    {
        article ??= new Article { Slug = "none", Title = "" };
        var measures = new Dictionary<Measure, ScorePair>();
        var mistakes = new List<string>();
        if (gold.Citations is { } citations)
        {
            MarkerScoring.Judge(citations, gold, SourceText.Of(source, Path.GetExtension(name), citations), article, measures, mistakes);
        }

        if (gold.Sections is { } sections)
        {
            HeadingScoring.Judge(sections, article, measures, mistakes);
        }

        if (gold.References is { } references)
        {
            ReferenceScoring.Judge(references, SourceText.Of(source, Path.GetExtension(name), []), article, measures, mistakes);
        }

        return new ArticleScore(name, measures, mistakes);
    }
}
