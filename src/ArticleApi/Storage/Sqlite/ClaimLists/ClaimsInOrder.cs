using System.Buffers;
using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Sqlite.ClaimLists;

/// <summary>
/// Claims in an order that is not by relevance, from the fewest rows that the filter can begin with (<see cref="ScanStart"/>).
/// </summary>
internal static class ClaimsInOrder
{
    public static ListedClaims Write(
        Session session,
        ClaimFilter filter,
        ListOrder<ClaimOrder, ListedClaim> order,
        IReadOnlyList<string>? after,
        int limit,
        IBufferWriter<byte> json)
    {
        var page = session.Statement(Page(filter, order, after, limit)).Read(row => (
            Id: row.Number(0),
            Claim: new ListedClaim(row.Text(1), row.Text(2), (int)row.Number(3), row.TextOrNull(4)) { UpdatedAt = row.Text(5) }));
        RenderedDocuments.WriteClaims(session, page.Take(limit).Select(row => row.Id), json);
        return new(page.Count > limit ? page[limit - 1].Claim : null, null);
    }

    /// <summary>A page in an order, and one row more.</summary>
    public static SqlQuery Page(
        ClaimFilter filter, ListOrder<ClaimOrder, ListedClaim> order, IReadOnlyList<string>? after, int limit)
    {
        var scan = ClaimScan.Of(filter);
        var query = new SqlQuery(
            $"""
            select c.id, c.public_id, a.slug, c.position, a.published_on, a.updated_at
            {scan.Tables(withArticles: true)}
            where {scan.Where.Sql}
            {(after is null ? "" : Behind(order.Value))}
            order by {OrderBy(order.Value)}
            limit @rows
            """,
            scan.Parameters);
        return query.With("rows", limit + 1).With(after is null ? null : order.Values(after));
    }

    // '' comes before every day and '~' after it: an article without a day is last in both directions.
    private static string OrderBy(ClaimOrder order) => order switch
    {
        ClaimOrder.Article => "a.slug, c.position",
        ClaimOrder.Published => "coalesce(a.published_on, '~'), c.public_id",
        ClaimOrder.PublishedDescending => "coalesce(a.published_on, '') desc, c.public_id",
        ClaimOrder.Updated => "a.updated_at, c.public_id",
        ClaimOrder.UpdatedDescending => "a.updated_at desc, c.public_id",
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    // The bare comparison of slugs is what the index of articles begins with.
    private static string Behind(ClaimOrder order) => order switch
    {
        ClaimOrder.Article =>
            """
            and a.slug >= @slug
            and (a.slug, c.position) > (@slug, coalesce((select position from claims where public_id = @last), @position))
            """,
        ClaimOrder.Published =>
            "and (coalesce(a.published_on, '~'), c.public_id) > (coalesce(nullif(@published, ''), '~'), @last)",
        ClaimOrder.PublishedDescending =>
            """
            and (coalesce(a.published_on, '') < @published
                or (coalesce(a.published_on, '') = @published and c.public_id > @last))
            """,
        ClaimOrder.Updated => "and (a.updated_at, c.public_id) > (@updated, @last)",
        ClaimOrder.UpdatedDescending => "and (a.updated_at < @updated or (a.updated_at = @updated and c.public_id > @last))",
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };
}
