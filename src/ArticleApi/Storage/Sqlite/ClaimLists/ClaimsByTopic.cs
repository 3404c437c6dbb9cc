using System.Buffers;
using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Sqlite.ClaimLists;

/// <summary>
/// The claims of one topic by article. The index of topics holds them in this order, so that no more rows are read than the page shows,
/// at any depth, and one statement gives the claims as clients get them.
/// </summary>
internal static class ClaimsByTopic
{
    public static ListedClaims Write(
        Session session, ClaimFilter filter, IReadOnlyList<string>? after, int limit, IBufferWriter<byte> json)
    {
        var row = session.Statement(Page(filter, after, limit));
        ListedClaim? last = null;
        for (var i = 0; row.Step(); i++)
        {
            if (i == limit)
            {
                row.Reset();
                return new(last, null);
            }

            json.Write(i == 0 ? [] : ","u8);
            json.Write(row.Bytes(4));
            last = i == limit - 1 ? ReadClaim(row) : null;
        }

        return new(null, null);
    }

    /// <summary>A page of the claims of the first topic of the filter, and one row more.</summary>
    public static SqlQuery Page(ClaimFilter filter, IReadOnlyList<string>? after, int limit)
    {
        var scan = ClaimScan.Of(filter);
        var query = new SqlQuery(
            $"""
            select d.claim_id, r.public_id, d.article_slug, d.position, r.json
            {scan.Tables()}
            cross join claim_documents r on r.claim_id = d.claim_id
            where {scan.Where.Sql}
            {(after is null ? "" : Behind)}
            order by d.article_slug, d.position
            limit @rows
            """,
            scan.Parameters);
        return query.With("rows", limit + 1).With(after is null ? null : ClaimOrders.ByArticle.Values(after));
    }

    /// <summary>Where the claim of a row of <see cref="Page"/> stands.</summary>
    public static ListedClaim ReadClaim(Statement row) => new(row.Text(1), row.Text(2), (int)row.Number(3));

    // The bare comparison of slugs is what the index begins with.
    private const string Behind =
        """
        and d.article_slug >= @slug
        and (d.article_slug, d.position) > (@slug, coalesce((select position from claims where public_id = @last), @position))
        """;
}
