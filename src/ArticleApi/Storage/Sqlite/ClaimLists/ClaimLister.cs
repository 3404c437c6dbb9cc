using System.Buffers;
using ArticleApi.Storage.Filters;
using Dapper;

namespace ArticleApi.Storage.Sqlite.ClaimLists;

/// <summary>Lists claims: picks the way for a filter and an order, and copies the rendered claims of the page.</summary>
internal sealed class ClaimLister
{
    /// <summary>Which way reads a page of this filter in this order.</summary>
    public static ClaimPath PathOf(ClaimFilter filter, ClaimOrder order) =>
        order == ClaimOrder.Relevance ? ClaimPath.BySearch
        : order != ClaimOrder.Article || filter is not { ClaimIds: null, ArticleIds: null, WorkIds.Count: 0, TopicSets.Count: > 0 }
            ? ClaimPath.InOrder
        : filter.TopicSets[0].Count == 1 ? ClaimPath.ByTopic
        : ClaimPath.ByTopics;

    /// <summary>Writes the claims behind a key, with commas between. Only a filter with a text has an order by relevance.</summary>
    /// <param name="session">The view of the store.</param>
    /// <param name="filter">Which claims.</param>
    /// <param name="order">In which order.</param>
    /// <param name="after">The key of the last claim of the page before; null for the first page.</param>
    /// <param name="limit">How many claims at most.</param>
    /// <param name="json">Takes the claims as clients get them.</param>
    public ListedClaims Write(
        Session session,
        ClaimFilter filter,
        ListOrder<ClaimOrder, ListedClaim> order,
        IReadOnlyList<string>? after,
        int limit,
        IBufferWriter<byte> json) => PathOf(filter, order.Value) switch
        {
            ClaimPath.ByTopic => ClaimsByTopic.Write(session, filter, after, limit, json),
            ClaimPath.ByTopics => ClaimsByTopics.Write(session, filter, after, limit, json),
            ClaimPath.InOrder => ClaimsInOrder.Write(session, filter, order, after, limit, json),
            _ => ClaimsBySearch.Write(session, filter, after, limit, json),
        };

    public async Task<long> CountAsync(Session session, ClaimFilter filter, CancellationToken cancel)
    {
        var scan = ClaimScan.Of(filter);
        return await session.FirstAsync<long>(
            $"""
            select count(*)
            {scan.Tables()}
            where {scan.Where.Sql}
            """,
            scan.Parameters,
            cancel);
    }

    /// <summary>A query for the claims of a filter with what they are counted by: <c>id, article_id, certainty, published_on,
    /// category</c>.</summary>
    public (string Sql, DynamicParameters Parameters) Matching(ClaimFilter filter)
    {
        var scan = ClaimScan.Of(filter);
        return (
            $"""
            select c.id, c.article_id, c.certainty, a.published_on, a.category
            {scan.Tables(withArticles: true)}
            where {scan.Where.Sql}
            """,
            scan.Parameters);
    }
}
