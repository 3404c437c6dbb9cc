using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Sqlite.Search;

/// <summary>
/// Lists what a search finds. The first <see cref="MaxRanked"/> hits by internal id are ranked, the best first; all others follow by id.
/// So a page costs the same in a store of any size and at any depth.
/// </summary>
internal static class RankedList
{
    /// <summary>How many hits are ranked at most: each costs about a microsecond, in each request.</summary>
    public const int MaxRanked = 64;

    /// <summary>The positions behind <paramref name="after"/>.</summary>
    public static Slice<RankPosition> List(Session session, TextQuery query, RankedScope scope, RankPosition? after, int limit)
    {
        var hits = ReadRanked(session, query, scope);
        List<RankPosition> ranked = scope.IsFirst is null
            ? hits
            : [.. hits.GroupBy(hit => hit.Name, StringComparer.Ordinal).Select(item => item.MinBy(hit => hit.Rank)!)];
        List<RankPosition> page = after is { Rank: null } ? [] : [.. InOrder(session, scope, ranked, after).Take(limit + 1)];
        var end = after is { Rank: null } ? after.Id : hits.Count == MaxRanked ? hits[^1].Id : (long?)null;
        if (end is { } last && page.Count <= limit)
        {
            page.AddRange(ReadUnranked(session, query, scope, last, limit + 1 - page.Count));
        }

        return Slice<RankPosition>.Of(page, limit) with { Ranked = ranked.Count };
    }

    /// <summary>
    /// The statement for the hits that are ranked, by id. SQLite would sort no faster than <see cref="InOrder"/>, and plans longer.
    /// </summary>
    public static SqlQuery Ranked(TextQuery query, RankedScope scope)
    {
        var source = scope.Index.Source(query, scope.Where.Parameters, scope.Among);
        return new SqlQuery(
            $"""
            select h.id, {scope.Name}, h.rank
            from ({source}) h
            {scope.Joins}
            where {scope.Where.Sql}
            order by h.id
            limit @rows
            """,
            scope.Where.Parameters).With("rows", MaxRanked);
    }

    /// <summary>The statement for the items behind those that are ranked, by id.</summary>
    public static SqlQuery Unranked(TextQuery query, RankedScope scope, int count)
    {
        var source = scope.Index.Source(query, scope.Where.Parameters, scope.Among);
        return new SqlQuery(
            $"""
            select h.id, h.name
            from (
                select h.id, {scope.Name} as name
                from ({source}) h
                {scope.Joins}
                where {scope.Where.Sql}) h
            where {(scope.IsFirst is null ? "true" : scope.IsFirst(id => scope.Index.IsHit(query, id)))}
            order by h.id
            limit @rows
            """,
            scope.Where.Parameters).With("rows", count);
    }

    private static List<RankPosition> ReadRanked(Session session, TextQuery query, RankedScope scope)
    {
        var statement = Ranked(query, scope);
        var hits = ReadBehind(
            session, query, scope, scope.Span.Low, statement, MaxRanked, row => new RankPosition(row.Number(0), row.Text(1), row.Real(2)));
        if (hits.Count == 0 || scope.Index.RankByWords(query, hits.Select(hit => hit.Id)) is not { } sql)
        {
            return hits;
        }

        var byWords = session.Statement(new SqlQuery(sql, statement.Values).With("high", hits[^1].Id))
            .Read(row => (Id: row.Number(0), Rank: row.Real(1)))
            .ToDictionary(hit => hit.Id, hit => hit.Rank);
        return [.. hits.Select(hit => hit with { Rank = hit.Rank + byWords[hit.Id] })];
    }

    private static List<RankPosition> ReadUnranked(Session session, TextQuery query, RankedScope scope, long behind, int count) =>
        ReadBehind(
            session, query, scope, behind, Unranked(query, scope, count), count, row => new RankPosition(row.Number(0), row.Text(1), null));

    /// <summary>The best first, by name where they are equally good; those behind a position.</summary>
    private static IEnumerable<RankPosition> InOrder(
        Session session, RankedScope scope, IEnumerable<RankPosition> ranked, RankPosition? after)
    {
        var behind = ranked.Where(hit => after is null || hit.Rank >= after.Rank);
        foreach (var equals in behind.GroupBy(hit => hit.Rank).OrderBy(equals => equals.Key))
        {
            var named = scope.NameOf is { } sql ? equals.Select(hit => hit with { Name = ReadName(session, sql, hit.Id) }) : equals;
            foreach (var hit in named.OrderBy(hit => hit.Name, StringComparer.Ordinal))
            {
                if (after is null || hit.Rank > after.Rank || string.CompareOrdinal(hit.Name, after.Name) > 0)
                {
                    yield return hit;
                }
            }
        }
    }

    private static string ReadName(Session session, string sql, long id) =>
        session.Statement(sql, "id", id).First(row => row.Text(0), null) ?? throw new InvalidDataException($"The hit {id} has no name.");

    /// <summary>
    /// Reads so many rows behind an id. A query of excluded words alone finds most texts, and the index only tells which have the words: so
    /// a span of ids is read, and a longer one where it has too few.
    /// </summary>
    private static List<RankPosition> ReadBehind(
        Session session,
        TextQuery query,
        RankedScope scope,
        long behind,
        SqlQuery statement,
        int count,
        Func<Statement, RankPosition> read)
    {
        var (low, last) = (Math.Max(behind, scope.Span.Low), scope.Span.High);
        var high = last;
        if (FullTextIndex.IsOfAll(query) && scope.Among is null)
        {
            var (first, end) = session
                .Statement($"select coalesce({scope.Index.First}, 0), coalesce({scope.Index.Last}, 0)")
                .First(row => (row.Number(0), row.Number(1)), default);
            (low, last) = (Math.Max(low, first - 1), Math.Min(last, end));
            if (low >= last)
            {
                return [];
            }

            high = Math.Min(last, low + scope.Index.Step);
        }

        while (true)
        {
            var rows = session.Statement(statement.With("low", low).With("high", high)).Read(read);
            if (high >= last || rows.Count == count)
            {
                return rows;
            }

            high = Math.Min(last, low + ((high - low) * 8));
        }
    }
}
