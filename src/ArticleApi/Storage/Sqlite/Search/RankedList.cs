using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Sqlite.Search;

/// <summary>
/// Lists of what a search finds, by relevance. The first hits, in the order of their internal ids, are ranked; all others follow in that order. So a page costs the
/// same in a store of any size and at any depth.
/// </summary>
internal static class RankedList
{
    /// <summary>How many hits are ranked at most: each costs about a microsecond, in each request.</summary>
    public const int MaxRanked = 64;

    /// <summary>The places behind <paramref name="after"/>.</summary>
    public static Slice<RankPosition> List(Session session, TextQuery query, RankedScope scope, RankPosition? after, int limit)
    {
        var hits = First(session, query, scope);
        var ranked = scope.IsFirst is null ? hits : [.. hits.GroupBy(hit => hit.Name, StringComparer.Ordinal).Select(item => item.MinBy(hit => hit.Rank)!)];
        List<RankPosition> places = after is { Rank: null }
            ? []
            : [.. Order(session, scope, ranked, after).Take(limit + 1)];
        var end = after is { Rank: null } ? after.Id : hits.Count == MaxRanked ? hits[^1].Id : (long?)null;
        if (end is { } behind && places.Count <= limit)
        {
            places.AddRange(Follow(session, query, scope, behind, limit + 1 - places.Count));
        }

        return Slice<RankPosition>.Of(places, limit) with { Ranked = ranked.Count };
    }

    /// <summary>The best first, by their names where they are as good; those behind a place.</summary>
    private static IEnumerable<RankPosition> Order(Session session, RankedScope scope, IReadOnlyList<RankPosition> ranked, RankPosition? after)
    {
        foreach (var alike in ranked.Where(place => after is null || place.Rank >= after.Rank).GroupBy(place => place.Rank).OrderBy(alike => alike.Key))
        {
            var named = scope.NameOf is null ? alike : alike.Select(place => place with { Name = session.Statement(scope.NameOf, "id", place.Id).Read(row => row.Text(0))[0] });
            foreach (var place in named.OrderBy(place => place.Name, StringComparer.Ordinal))
            {
                if (after is null || place.Rank > after.Rank || string.CompareOrdinal(place.Name, after.Name) > 0)
                {
                    yield return place;
                }
            }
        }
    }

    /// <summary>The hits that are ranked, in the order of their ids. SQLite would sort no faster than it is done here, and takes longer to plan it.</summary>
    private static List<RankPosition> First(Session session, TextQuery query, RankedScope scope)
    {
        var parameters = scope.Where.Parameters;
        var source = scope.Index.Source(query, parameters, scope.Among);
        parameters.Add("rows", MaxRanked);
        var hits = Within(
            session,
            query,
            scope,
            scope.Span.Low,
            $"""
            select h.id, {scope.Name}, h.rank
            from ({source}) h
            {scope.Joined}
            where {scope.Where.Sql}
            order by h.id
            limit @rows
            """,
            MaxRanked,
            row => new RankPosition(row.Number(0), row.Text(1), row.Real(2)));
        if (hits.Count == 0 || scope.Index.RankByWords(query, hits.Select(hit => hit.Id)) is not { } sql)
        {
            return hits;
        }

        parameters.Add("high", hits[^1].Id);
        var byWords = session.Statement(new SqlQuery(sql, parameters)).Read(row => (Id: row.Number(0), Rank: row.Real(1))).ToDictionary(hit => hit.Id, hit => hit.Rank);
        return [.. hits.Select(hit => hit with { Rank = hit.Rank + byWords[hit.Id] })];
    }

    /// <summary>The places that are not ranked, behind an id.</summary>
    private static List<RankPosition> Follow(Session session, TextQuery query, RankedScope scope, long behind, int count)
    {
        var parameters = scope.Where.Parameters;
        var source = scope.Index.Source(query, parameters, scope.Among);
        parameters.Add("rows", count);
        return Within(
            session,
            query,
            scope,
            behind,
            $"""
            select h.id, h.name
            from (
                select h.id, {scope.Name} as name
                from ({source}) h
                {scope.Joined}
                where {scope.Where.Sql}) h
            where {(scope.IsFirst is null ? "true" : scope.IsFirst(id => scope.Index.IsHit(query, id)))}
            order by h.id
            limit @rows
            """,
            count,
            row => new RankPosition(row.Number(0), row.Text(1), null));
    }

    /// <summary>
    /// Reads so many rows behind an id. Of all texts without some words a span is read, and a longer one where it has not enough: the index tells only which have them,
    /// so these are gathered first.
    /// </summary>
    private static List<RankPosition> Within(
        Session session, TextQuery query, RankedScope scope, long behind, string sql, int count, Func<Statement, RankPosition> place)
    {
        var (low, last) = (Math.Max(behind, scope.Span.Low), scope.Span.High);
        var high = last;
        if (FullTextIndex.IsOfAll(query) && scope.Among is null)
        {
            var (first, end) = session.Statement($"select coalesce({scope.Index.First}, 0), coalesce({scope.Index.Last}, 0)").Read(row => (row.Number(0), row.Number(1)))[0];
            (low, last) = (Math.Max(low, first - 1), Math.Min(last, end));
            if (low >= last)
            {
                return [];
            }

            high = Math.Min(last, low + scope.Index.Step);
        }

        while (true)
        {
            scope.Where.Parameters.Add("low", low);
            scope.Where.Parameters.Add("high", high);
            var rows = session.Statement(new SqlQuery(sql, scope.Where.Parameters)).Read(place);
            if (high >= last || rows.Count == count)
            {
                return rows;
            }

            high = Math.Min(last, low + ((high - low) * 8));
        }
    }
}
