using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;
using Dapper;

namespace ArticleApi.Storage.Sqlite.Search;

/// <summary>Full-text search of articles and works, and the places that it found in claims.</summary>
internal sealed class FullTextSearch
{
    /// <summary>A query for the <c>id</c> of the articles that hold a text.</summary>
    public string Articles(TextQuery text, DynamicParameters parameters) => FullTextIndex.Articles.Hits(text, parameters);

    /// <summary>A condition that an entry of a reference list, <c>article_references r</c>, holds a text.</summary>
    public string IsEntryWith(TextQuery text, DynamicParameters parameters) =>
        $"(r.article_id << 32) + r.position in ({FullTextIndex.References.Hits(text, parameters)})";

    /// <summary>The articles of a filter with a text, the best first, behind a position.</summary>
    public Slice<RankPosition> RankArticles(Session session, ArticleFilter filter, RankPosition? after, int limit) =>
        RankedList.List(session, filter.Text!, ArticleScope(session, filter), after, limit);

    /// <summary>
    /// The works of a filter with a text, the best first, behind a position. A work stands where its best entry does of those that are
    /// ranked; behind them, where the first of its entries does that is found.
    /// </summary>
    public Slice<RankPosition> RankWorks(Session session, WorkFilter filter, RankPosition? after, int limit) =>
        RankedList.List(session, filter.Text!, WorkScope(session, filter), after, limit);

    /// <summary>The places in claims that a search found, by the ids of the claims.</summary>
    public Task<ILookup<string, Highlight>> HighlightsAsync(
        Session session, TextQuery text, IReadOnlyList<string> claims, CancellationToken cancel) =>
        ClaimHighlights.OfAsync(session, text, claims, cancel);

    public static RankedScope ArticleScope(Session session, ArticleFilter filter) => new(
        FullTextIndex.Articles,
        "cross join articles a on a.id = h.id",
        "a.slug",
        ArticleConditions.Of(session, filter with { Text = null }));

    public static RankedScope WorkScope(Session session, WorkFilter filter)
    {
        var where = WorkConditions.OfEntry(session, filter with { Text = null });
        return new(
            FullTextIndex.References,
            "cross join article_references r on r.article_id = h.id >> 32 and r.position = h.id & 4294967295",
            "r.work_id",
            where)
        {
            IsFirst = isHit =>
                $"""
                not exists (
                    select 1 from article_references r
                    where r.work_id = h.name and r.article_id <= h.id >> 32 and (r.article_id << 32) + r.position < h.id
                    and {where.Sql}
                    and {isHit("(r.article_id << 32) + r.position")})
                """,
            Span = filter.ArticleId is { } article
                ? ((article << 32) - 1, (article << 32) | uint.MaxValue)
                : (long.MinValue, long.MaxValue),
        };
    }
}
