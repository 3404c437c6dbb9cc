using ArticleApi.Documents.Importing;
using ArticleApi.Features.Articles;
using ArticleApi.Storage;

namespace ArticleApi.Features.Imports;

/// <summary>An imported article, and what was done with its text.</summary>
public sealed record ImportResponse
{
    /// <summary>The article as it is stored, or in a dry run would be.</summary>
    public required ArticleResponse Article { get; init; }

    /// <summary>What was found, what was left out and why.</summary>
    public required ImportReportResponse Report { get; init; }

    /// <param name="lost">The authored claims that were left out, since the text does not have them.</param>
    internal static ImportResponse From(StoredArticle stored, ImportReport report, IReadOnlyList<string> lost) =>
        new() { Article = ArticleResponse.From(stored), Report = ImportReportResponse.From(report.With(stored.Article, lost)) };
}
