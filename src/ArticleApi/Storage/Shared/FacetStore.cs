using ArticleApi.Storage.Filters;
using Dapper;

namespace ArticleApi.Storage.Shared;

/// <summary>Counts what a filter lets through by its values, such as claims by topic.</summary>
internal static class FacetStore
{
    /// <summary>How many values a facet tells at most.</summary>
    public const int MaxBuckets = 20;

    private const string Year = "substr(cast(m.published_on as text), 1, 4)", Month = "substr(cast(m.published_on as text), 1, 7)";

    /// <summary>Claims by each of these. A claim on two topics counts for both.</summary>
    public static Task<IReadOnlyDictionary<ClaimFacet, Facet>> CountAsync(
        Session session, ClaimFilter filter, IReadOnlyCollection<ClaimFacet> facets, CancellationToken cancel)
    {
        var (matching, parameters) = session.Engine.Claims.Matching(filter);
        return CountAsync(
            session, $"matching (id, article_id, certainty, published_on, category) as ({matching})", parameters, facets, Counts, cancel);
    }

    /// <summary>Articles by each of these. An article counts for each topic of its claims.</summary>
    public static Task<IReadOnlyDictionary<ArticleFacet, Facet>> CountAsync(
        Session session, ArticleFilter filter, IReadOnlyCollection<ArticleFacet> facets, CancellationToken cancel)
    {
        var where = ArticleConditions.Of(session, filter);
        return CountAsync(
            session,
            $"matching as (select a.id, a.slug, a.category, a.language, a.published_on from articles a where {where.Sql})",
            where.Parameters,
            facets,
            Counts,
            cancel);
    }

    /// <summary>Works by each of these, as the article with the smallest slug tells it.</summary>
    public static Task<IReadOnlyDictionary<WorkFacet, Facet>> CountAsync(
        Session session, WorkFilter filter, IReadOnlyCollection<WorkFacet> facets, CancellationToken cancel)
    {
        var where = WorkConditions.Of(session, filter);
        return CountAsync(
            session,
            $"""
            matching as (
                select e.year, e.type, e.container_title
                from (
                    select r.year, r.type, r.container_title,
                        row_number() over (partition by r.work_id order by a.slug, r.position) as place
                    from article_references r
                    join articles a on a.id = r.article_id
                    where r.work_id in (select w.id from works w where {where.Sql})) e
                where e.place = 1)
            """,
            where.Parameters,
            facets,
            Counts,
            cancel);
    }

    // What matches is read once, whatever it is counted by.
    private static async Task<IReadOnlyDictionary<T, Facet>> CountAsync<T>(
        Session session,
        string matching,
        DynamicParameters parameters,
        IReadOnlyCollection<T> facets,
        Func<T, string> counts,
        CancellationToken cancel)
        where T : struct, Enum
    {
        parameters.Add("buckets", MaxBuckets);
        var rows = await session.QueryAsync<BucketRow>(
            $"""
            with {matching},
            counts (facet, value, items) as (
                {string.Join("\nunion all\n", facets.Select(facet => $"select '{SqlNames.Name(facet)}', f.* from ({counts(facet)}) f"))}
            ),
            ranked as (
                select facet, value, items,
                    row_number() over (partition by facet order by value is null, items desc, value) as rank_position,
                    count(value) over (partition by facet) as distinct_values,
                    cast(sum(case when value is null then 0 else items end) over (partition by facet) as bigint) as counted,
                    cast(sum(case when value is null then items else 0 end) over (partition by facet) as bigint) as missing
                from counts
            )
            select facet, value, items, distinct_values, counted, missing
            from ranked
            where rank_position <= @buckets
            order by facet, rank_position
            """,
            parameters,
            cancel);
        var byFacet = rows.ToLookup(row => row.Facet, StringComparer.Ordinal);
        return facets.ToDictionary(facet => facet, facet => ToFacet([.. byFacet[SqlNames.Name(facet)]]));
    }

    /// <summary>The claims of <c>matching</c> by value; null is the value of those that have none.</summary>
    private static string Counts(ClaimFacet facet) => facet switch
    {
        ClaimFacet.Topic =>
            """
            select (select t.slug from topics t where t.id = tagged.topic_id) as value, tagged.items
            from (
                select ct.topic_id, count(*) as items
                from matching m
                left join claim_topics ct on ct.claim_id = m.id
                group by ct.topic_id) tagged
            """,
        ClaimFacet.Article =>
            """
            select (select a.slug from articles a where a.id = made.article_id) as value, made.items
            from (select m.article_id, count(*) as items from matching m group by m.article_id) made
            """,
        ClaimFacet.Certainty => By("m.certainty"),
        ClaimFacet.Year => By(Year),
        ClaimFacet.Month => By(Month),
        ClaimFacet.Category => By("m.category"),
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    private static string Counts(ArticleFacet facet) => facet switch
    {
        ArticleFacet.Topic =>
            """
            select t.slug as value, count(distinct m.id) as items
            from matching m
            join claims c on c.article_id = m.id
            join claim_topics ct on ct.claim_id = c.id and ct.listed = true
            join topics t on t.id = ct.topic_id
            group by t.slug
            union all
            select null, count(*)
            from matching m
            where not exists (
                select 1
                from claims c
                join claim_topics ct on ct.claim_id = c.id and ct.listed = true
                where c.article_id = m.id)
            having count(*) > 0
            """,
        ArticleFacet.Category => By("m.category"),
        ArticleFacet.Language => By("m.language"),
        ArticleFacet.Year => By(Year),
        ArticleFacet.Month => By(Month),
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    private static string Counts(WorkFacet facet) => facet switch
    {
        WorkFacet.Year => By("cast(m.year as text)"),
        WorkFacet.Type => By("m.type"),
        WorkFacet.Container => By("m.container_title"),
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    private static string By(string value) =>
        $"select v.value, count(*) as items from (select {value} as value from matching m) v group by v.value";

    private static Facet ToFacet(IReadOnlyList<BucketRow> rows)
    {
        if (rows is not [var any, ..])
        {
            return new([], 0, 0, 0);
        }

        var buckets = rows.Where(row => row.Value is not null).Select(row => (row.Value!, Count: row.Items)).ToList();
        return new(buckets, any.Counted - buckets.Sum(bucket => bucket.Count), any.Missing, any.DistinctValues);
    }

    private sealed class BucketRow
    {
        public string Facet { get; init; } = "";

        public string? Value { get; init; }

        public long Items { get; init; }

        public long DistinctValues { get; init; }

        public long Counted { get; init; }

        public long Missing { get; init; }
    }
}
