namespace ArticleApi.Storage.Shared;

/// <summary>
/// Finds names that may have been meant: those around a mistyped name in an index. Names with the same beginning stand together there, so a
/// slip behind the first letters is found, in a time that does not grow with the store.
/// </summary>
internal static class Neighbours
{
    /// <summary>How many names are looked at, at most.</summary>
    public const int MaxCount = 1000;

    private const int EachSide = MaxCount / 2;

    /// <summary>Slugs of articles.</summary>
    public static Task<IReadOnlyList<string>> OfSlugAsync(Session session, string slug, CancellationToken cancel) =>
        ReadAsync(session, Sql("articles", "slug"), slug, cancel);

    /// <summary>Ids of works.</summary>
    public static Task<IReadOnlyList<string>> OfWorkAsync(Session session, string id, CancellationToken cancel) =>
        ReadAsync(session, Sql("works", "id"), id, cancel);

    /// <summary>Keys of slugs, names and synonyms of topics.</summary>
    public static Task<IReadOnlyList<string>> OfTopicKeyAsync(Session session, string key, CancellationToken cancel) =>
        ReadAsync(session, Sql("topic_keys", "name_key"), key, cancel);

    /// <summary>The query for the names of a column around <c>@name</c>; an index has them in order.</summary>
    public static string Sql(string table, string column) =>
        $"""
        select {column} from (select {column} from {table} where {column} >= @name order by {column} limit {EachSide})
        union all
        select {column} from (select {column} from {table} where {column} < @name order by {column} desc limit {EachSide})
        """;

    private static Task<IReadOnlyList<string>> ReadAsync(Session session, string sql, string name, CancellationToken cancel) =>
        session.QueryAsync<string>(sql, new { name = name.ToLowerInvariant() }, cancel);
}
