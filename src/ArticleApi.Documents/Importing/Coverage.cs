using System.Globalization;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing;

/// <summary>Tells how much of a source came into the article.</summary>
internal static class Coverage
{
    private const double Steps = 1000;

    // What a heading, a byline or a label says is told by where its text went.
    private static readonly string[] Told =
    [
        "references", "bibliography", "literature cited", "works cited", "sources", "notes", "key points", "highlights", "abstract",
        "published", "posted", "updated", "on", "reviewed by", "by", "and",
    ];

    /// <summary>
    /// The words of the source that are in the article, its head or its references, divided by all words that no note names as left out:
    /// 0 to 1, in thousandths, rounded down.
    /// </summary>
    public static double Of(SourceWords source, Article article, IEnumerable<ImportNote> notes)
    {
        var wanted = source.Count - notes.Sum(note => note.Words);
        if (wanted <= 0)
        {
            return 1;
        }

        var found = TextsOf(article).Sum(source.Take);
        return Math.Floor(Math.Min(1, (double)found / wanted) * Steps) / Steps;
    }

    private static IEnumerable<string?> TextsOf(Article article)
    {
        foreach (var section in article.Sections)
        {
            yield return section.Heading;
            foreach (var paragraph in section.Paragraphs)
            {
                yield return paragraph.Text;
                foreach (var marker in paragraph.Markers.Where(marker => !marker.Kept))
                {
                    yield return marker.Text;
                }
            }
        }

        foreach (var reference in article.References)
        {
            yield return reference.Raw;
            yield return reference.Label;
            yield return reference.Doi;
            yield return reference.Url;
        }

        IEnumerable<string?> head =
        [
            article.Title, article.Subtitle, article.Category, article.Source.Publisher, article.Source.Url, article.Source.License,
            .. article.KeyPoints.Select(point => point.Text), .. article.Authors, .. article.ReviewedBy,
            .. article.PublishedOn is { } day ? DatesOf(day) : [],
            .. Told,
        ];
        foreach (var text in head)
        {
            yield return text;
        }
    }

    private static string[] DatesOf(DateOnly day) =>
    [
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        day.ToString("MMMM", CultureInfo.InvariantCulture),
        day.ToString("MMM", CultureInfo.InvariantCulture),
        day.ToString("dd", CultureInfo.InvariantCulture).TrimStart('0'),
    ];
}
