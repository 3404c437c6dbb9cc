namespace ArticleApi.Features.Articles;

/// <summary>The columns of a table of articles.</summary>
internal static class ArticleTable
{
    public static IReadOnlyList<Column<ArticleSummaryResponse>> Columns { get; } =
    [
        new("slug", article => article.Slug),
        new("title", article => article.Title),
        new("subtitle", article => article.Subtitle),
        new("category", article => article.Category),
        new("language", article => article.Language),
        new("authors", article => Table.List(article.Authors)),
        new("reviewedBy", article => Table.List(article.ReviewedBy)),
        new("publishedOn", article => article.PublishedOn?.ToString("yyyy-MM-dd")),
        new("source.publisher", article => article.Source.Publisher),
        new("source.url", article => article.Source.Url),
        new("source.license", article => article.Source.License),
        new("keyPointCount", article => $"{article.KeyPointCount}"),
        new("sectionCount", article => $"{article.SectionCount}"),
        new("paragraphCount", article => $"{article.ParagraphCount}"),
        new("referenceCount", article => $"{article.ReferenceCount}"),
        new("claimCount", article => $"{article.ClaimCount}"),
        new("revision", article => $"{article.Revision}"),
        new("updatedAt", article => article.UpdatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'")),
    ];
}
