using ArticleApi.Documents.Importing;
using ArticleApi.Features.Articles;
using ArticleApi.Storage;

namespace ArticleApi.Features.Imports;

/// <summary>An imported article, and a report.</summary>
public sealed record ImportResponse
{
    /// <summary>The article as it was stored, or would be without `dry_run`.</summary>
    public required ArticleResponse Article { get; init; }

    /// <summary>What was found, and what was left out and why.</summary>
    public required ImportReportResponse Report { get; init; }

    /// <param name="lost">The authored claims that were left out, since their text is no longer in the article.</param>
    internal static ImportResponse From(StoredArticle stored, ImportReport report, IReadOnlyList<string> lost) =>
        new() { Article = ArticleResponse.From(stored), Report = ImportReportResponse.From(report.With(stored.Article, lost)) };
}
