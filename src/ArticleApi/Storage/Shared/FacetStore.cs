using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Shared;

/// <summary>Counts the claims of a filter by topic, article, certainty or year.</summary>
internal static class FacetStore
{
    /// <summary>How many values a facet tells at most.</summary>
    public const int MaxBuckets = 20;

    /// <summary>The claims of a filter, which is applied once, by each of these. A claim on two topics counts for both.</summary>
    public static async Task<IReadOnlyDictionary<ClaimFacet, Facet>> CountAsync(
        Session session, ClaimFilter filter, IReadOnlyCollection<ClaimFacet> facets, CancellationToken cancel)
    {
        var (matching, parameters) = session.Engine.Claims.Matching(filter);
        parameters.Add("buckets", MaxBuckets);
        var rows = await session.QueryAsync<BucketRow>(
            $"""
            with matching (id, article_id, certainty, published_on) as (
                {matching}
            ),
            counts (facet, value, claims) as (
                {string.Join("\nunion all\n", facets.Select(Counts))}
            ),
            ranked as (
                select facet, value, claims,
                    row_number() over (partition by facet order by value is null, claims desc, value) as rank_position,
                    count(value) over (partition by facet) as distinct_values,
                    cast(sum(case when value is null then 0 else claims end) over (partition by facet) as bigint) as counted,
                    cast(sum(case when value is null then claims else 0 end) over (partition by facet) as bigint) as missing
                from counts
            )
            select facet, value, claims, distinct_values, counted, missing
            from ranked
            where rank_position <= @buckets
            order by facet, rank_position
            """,
            parameters,
            cancel);
        var byFacet = rows.ToLookup(row => row.Facet);
        return facets.ToDictionary(facet => facet, facet => ToFacet([.. byFacet[facet]]));
    }

    /// <summary>The claims of <c>matching</c> by value; null is the value of those that have none.</summary>
    private static string Counts(ClaimFacet facet) => facet switch
    {
        ClaimFacet.Topic =>
            """
            select 'topic' as facet, (select t.slug from topics t where t.id = tagged.topic_id) as value, tagged.claims
            from (
                select ct.topic_id, count(*) as claims
                from matching m
                left join claim_topics ct on ct.claim_id = m.id
                group by ct.topic_id) tagged
            """,
        ClaimFacet.Article =>
            """
            select 'article' as facet, (select a.slug from articles a where a.id = made.article_id) as value, made.claims
            from (select m.article_id, count(*) as claims from matching m group by m.article_id) made
            """,
        ClaimFacet.Certainty =>
            "select 'certainty' as facet, m.certainty as value, count(*) as claims from matching m group by m.certainty",
        ClaimFacet.Year =>
            """
            select 'year' as facet, published.year as value, count(*) as claims
            from (select substr(cast(m.published_on as text), 1, 4) as year from matching m) published
            group by published.year
            """,
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    private static Facet ToFacet(IReadOnlyList<BucketRow> rows)
    {
        if (rows is not [var any, ..])
        {
            return new([], 0, 0, 0);
        }

        var buckets = rows.Where(row => row.Value is not null).Select(row => (row.Value!, row.Claims)).ToList();
        return new(buckets, any.Counted - buckets.Sum(bucket => bucket.Claims), any.Missing, any.DistinctValues);
    }

    private sealed class BucketRow
    {
        public ClaimFacet Facet { get; init; }

        public string? Value { get; init; }

        public long Claims { get; init; }

        public long DistinctValues { get; init; }

        public long Counted { get; init; }

        public long Missing { get; init; }
    }
}
