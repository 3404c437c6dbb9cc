namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// The full-text indexes: <c>_stems</c> and <c>_words</c> of claims, articles and references. An article is taken out of them before its rows go, since they hold no
/// text of their own, and put into them when its rows are there.
/// </summary>
internal static class SearchIndex
{
    private static readonly (string Name, string Columns, string Rows)[] Indexes =
    [
        ("claim", "text", "claims where article_id = @articleId"),
        ("article", "title, subtitle, key_points, body", "article_texts where id = @articleId"),
        ("reference", "authors, title, container_title, raw", "reference_texts where article_id = @articleId"),
    ];

    private static readonly string[] Kinds = ["stems", "words"];

    private static readonly string Add = Of((table, columns, rows) =>
        $"insert into {table} (rowid, {columns}) select id, {columns} from {rows};");

    private static readonly string Remove = Of((table, columns, rows) =>
        $"insert into {table} ({table}, rowid, {columns}) select 'delete', id, {columns} from {rows};");

    public static Task AddAsync(WriteTransaction write, long articleId, CancellationToken cancel) =>
        write.ExecuteAsync(Add, new { articleId }, cancel);

    public static async Task RemoveAsync(WriteTransaction write, string slug, CancellationToken cancel)
    {
        if (await write.FirstAsync<long?>("select id from articles where slug = @slug", new { slug }, cancel) is { } articleId)
        {
            await write.ExecuteAsync(Remove, new { articleId }, cancel);
        }
    }

    private static string Of(Func<string, string, string, string> statement) => string.Join('\n', Indexes.SelectMany(index =>
        Kinds.Select(kind => statement($"{index.Name}_{kind}", index.Columns, index.Rows))));
}
