namespace ArticleApi.Storage;

/// <summary>Counts claims by what they have.</summary>
internal static class FacetStore
{
    /// <summary>How many values a facet tells at most.</summary>
    public const int MaxBuckets = 20;

    /// <summary>The claims of a filter by one of their values, in one pass. A claim on two topics counts for both.</summary>
    public static async Task<Facet> CountAsync(Session session, ClaimFilter filter, ClaimFacet facet, CancellationToken cancel)
    {
        var (key, value, join) = facet switch
        {
            ClaimFacet.Topic => ("tag.topic_id", "(select slug from topics where id = key)", "left join claim_topics tag on tag.claim_id = c.id"),
            ClaimFacet.Article => ("c.article_id", "(select slug from articles where id = key)", ""),
            ClaimFacet.Certainty => ("c.certainty", "key", ""),
            ClaimFacet.Year => ("substr(cast(a.published_on as text), 1, 4)", "key", ""),
            _ => throw new ArgumentOutOfRangeException(nameof(facet)),
        };
        var where = filter.Where();
        where.Parameters.Add("buckets", MaxBuckets);
        var rows = await session.QueryAsync<BucketRow>(
            $"""
            with counts (key, claims) as (
                select {key}, count(*)
                {ClaimStore.From}
                {join}
                where {where.Sql}
                group by {key}
            ),
            named (value, claims) as (select {value}, claims from counts)
            select value, claims,
                count(value) over () as distinct_values,
                cast(sum(case when value is null then 0 else claims end) over () as bigint) as counted,
                cast(sum(case when value is null then claims else 0 end) over () as bigint) as missing
            from named
            order by value is null, claims desc, value
            limit @buckets
            """,
            where.Parameters,
            cancel);
        var buckets = rows.Where(row => row.Value is not null).Select(row => (row.Value!, row.Claims)).ToList();
        return rows is [var any, ..]
            ? new(buckets, any.Counted - buckets.Sum(bucket => bucket.Claims), any.Missing, any.DistinctValues)
            : new([], 0, 0, 0);
    }

    private sealed class BucketRow
    {
        public string? Value { get; init; }

        public long Claims { get; init; }

        public long DistinctValues { get; init; }

        public long Counted { get; init; }

        public long Missing { get; init; }
    }
}
