namespace ArticleApi.Features.References;

/// <summary>The columns of tables of references.</summary>
internal static class ReferenceTable
{
    /// <summary>Of works over all articles.</summary>
    public static IReadOnlyList<Column<WorkResponse>> OfWorks { get; } =
    [
        new("id", work => work.Id),
        .. Fields<WorkResponse>(),
        new("articles.slug", work => Table.List(work.Articles.Select(article => article.Slug))),
        new("articles.label", work => Table.List(work.Articles.Select(article => article.Label))),
    ];

    /// <summary>Of the list of an article.</summary>
    public static IReadOnlyList<Column<ReferenceResponse>> OfArticle { get; } =
        [new("label", reference => reference.Label), new("id", reference => reference.Id), .. Fields<ReferenceResponse>()];

    private static IEnumerable<Column<T>> Fields<T>() where T : ReferenceFields =>
    [
        new("raw", reference => reference.Raw),
        new("type", reference => reference.Type),
        new("authors.family", reference => Table.List(reference.Authors.Select(author => author.Family))),
        new("authors.given", reference => Table.List(reference.Authors.Select(author => author.Given))),
        new("authors.literal", reference => Table.List(reference.Authors.Select(author => author.Literal))),
        new("year", reference => $"{reference.Year}"),
        new("title", reference => reference.Title),
        new("containerTitle", reference => reference.ContainerTitle),
        new("volume", reference => reference.Volume),
        new("issue", reference => reference.Issue),
        new("pages", reference => reference.Pages),
        new("doi", reference => reference.Doi),
        new("url", reference => reference.Url),
    ];
}
