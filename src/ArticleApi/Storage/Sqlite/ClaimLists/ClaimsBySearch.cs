using System.Buffers;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;
using ArticleApi.Storage.Sqlite.Search;

namespace ArticleApi.Storage.Sqlite.ClaimLists;

/// <summary>The claims that a search finds, the best first (<see cref="RankedList"/>).</summary>
internal static class ClaimsBySearch
{
    /// <summary>So many claims are looked up one by one in the index: that takes as long as to read some ten thousand hits.</summary>
    private const int Few = 200;

    public static ListedClaims Write(
        Session session, ClaimFilter filter, IReadOnlyList<string>? after, int limit, IBufferWriter<byte> json)
    {
        var page = RankedList.List(session, filter.Text!, Scope(session, filter), after is null ? null : RankPosition.Read(after), limit);
        RenderedDocuments.WriteClaims(session, page.Items.Select(position => position.Id), json);
        return new(page.HasMore ? new("", "", 0) { RankPosition = page.Items[^1] } : null, page.Ranked);
    }

    /// <summary>
    /// What of the hits is wanted. Where the filter names an article, or has few claims by a work or by topics, only these are looked for:
    /// else all claims with a frequent word would be read to find the few that cite a work.
    /// </summary>
    public static RankedScope Scope(Session session, ClaimFilter filter)
    {
        var scan = ClaimScan.OfHits(filter);
        var scope = new RankedScope(FullTextIndex.Claims, scan.Tables(), "''", scan.Where)
        {
            NameOf = "select public_id from claims where id = @id",
        };
        return filter.ArticleIds is [var article]
            ? scope with { Span = SpanOf(session, article) }
            : scope with { Among = Candidates(filter).FirstOrDefault(candidates => AreFew(session, candidates, scan.Where)) };
    }

    // The claims of an article are written together.
    private static (long Low, long High) SpanOf(Session session, long article) => session
        .Statement("select coalesce(min(id) - 1, 0), coalesce(max(id), 0) from claims where article_id = @article", "article", article)
        .First(row => (row.Number(0), row.Number(1)), default);

    private static bool AreFew(Session session, string candidates, Conditions where) => session
        .Statement(new SqlQuery($"select count(*) from (select id from ({candidates}) limit {Few + 1})", where.Parameters))
        .First(row => row.Number(0), 0) <= Few;

    /// <summary>
    /// Queries for the ids of claims among which all that are wanted are, over the values of <see cref="ClaimScan.OfHits"/>.
    /// </summary>
    private static IEnumerable<string> Candidates(ClaimFilter filter)
    {
        for (var i = 0; i < filter.WorkIds.Count; i++)
        {
            yield return
                $"""
                select cc.claim_id as id
                from article_references r
                join claim_citations cc on cc.article_id = r.article_id and cc.label = r.label
                where r.work_id = @work{i}
                """;
        }

        foreach (var topics in filter.TopicSets)
        {
            yield return $"select claim_id as id from claim_topics where topic_id in {Conditions.In(topics)}";
        }
    }
}
