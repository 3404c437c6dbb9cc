using ArticleApi.Documents.Model;

namespace ArticleApi.Storage.Sqlite.Search;

/// <summary>
/// Keeps the full-text indexes up to date: <c>_stems</c> and <c>_words</c> of claims, articles and references. They hold no text of their
/// own, so an article is removed from them before its rows are deleted, and added when its rows are inserted.
/// </summary>
internal static class ArticleIndex
{
    private static readonly (string Name, string Columns, string Rows)[] Indexes =
    [
        ("claim", "text", "claims where article_id = @articleId"),
        ("article", "title, subtitle, key_points, body", "article_texts where id = @articleId"),
        ("reference", "authors, title, container_title, raw", "reference_texts where article_id = @articleId"),
    ];

    private static readonly string[] Kinds = ["stems", "words"];

    // Keeps a phrase within one of several texts.
    private const string Between = " \uE000 ";

    private static readonly string[][] Inserts =
    [
        .. Kinds.Select(kind =>
            Indexes.Select(index =>
                    $"insert into {index.Name}_{kind} (rowid, {index.Columns}) values (@rowid, "
                    + $"@{index.Columns.Replace(", ", ", @", StringComparison.Ordinal)})")
                .ToArray()),
    ];

    private static readonly string Remove = Of((table, columns, rows) =>
        $"insert into {table} ({table}, rowid, {columns}) select 'delete', id, {columns} from {rows};");

    /// <summary>
    /// Puts an article into the indexes, from the texts at hand: they must be those that the tables and views give, which it is taken out
    /// by.
    /// </summary>
    /// <param name="write">The transaction.</param>
    /// <param name="articleId">The row of the article.</param>
    /// <param name="article">The article.</param>
    /// <param name="claims">The rows of its claims.</param>
    public static void Add(WriteTransaction write, long articleId, Article article, IReadOnlyList<long> claims)
    {
        var keyPoints = Joined(article.KeyPoints.Select(point => point.Text));
        var body = Joined(article.Sections.SelectMany(section =>
            section.Paragraphs.Select(paragraph => paragraph.Text).Prepend(section.Heading)).OfType<string>());
        var authors = article.References.Select(reference => Joined(reference.Authors.Select(Printed).OfType<string>())).ToList();
        foreach (var inserts in Inserts)
        {
            var index = write.Statement(inserts[0]);
            for (var i = 0; i < claims.Count; i++)
            {
                index.Run(claims[i], article.Claims[i].Text);
            }

            write.Statement(inserts[1]).Run(articleId, article.Title, article.Subtitle, keyPoints, body);
            index = write.Statement(inserts[2]);
            foreach (var (i, reference) in article.References.Index())
            {
                index.Run((articleId << 32) + i + 1, authors[i], reference.Title, reference.ContainerTitle, reference.Raw);
            }
        }
    }

    public static async Task RemoveAsync(WriteTransaction write, string slug, CancellationToken cancel)
    {
        if (await write.FirstAsync<long?>("select id from articles where slug = @slug", new { slug }, cancel) is { } articleId)
        {
            await write.ExecuteAsync(Remove, new { articleId }, cancel);
        }
    }

    private static string? Joined(IEnumerable<string> texts) => string.Join(Between, texts) is { Length: > 0 } joined ? joined : null;

    private static string? Printed(PersonName name) =>
        name.Literal ?? (name.Given is null || name.Family is null ? name.Family : $"{name.Given} {name.Family}");

    private static string Of(Func<string, string, string, string> statement) => string.Join('\n', Indexes.SelectMany(index =>
        Kinds.Select(kind => statement($"{index.Name}_{kind}", index.Columns, index.Rows))));
}
