using ArticleApi.Documents.Model;

namespace ArticleApi.Storage;

/// <summary>What editors decided on claims; it outlives the claims.</summary>
internal static class DecisionStore
{
    /// <summary>The decisions on claims of an article, those on sentences that it has no more too.</summary>
    public static async Task<IReadOnlyList<ClaimDecision>> OfArticleAsync(Session session, string slug, CancellationToken cancel)
    {
        if (!HasAny(session, slug))
        {
            return [];
        }

        var topics = (await session.QueryAsync<(string Claim, string Topic)>(
            """
            select d.public_id, t.slug
            from claim_decisions d
            join claim_decision_topics dt on dt.public_id = d.public_id
            join topics t on t.id = dt.topic_id
            where d.article_slug = @slug
            order by t.slug
            """,
            new { slug },
            cancel)).ToLookup(row => row.Claim, row => row.Topic);
        var rows = await session.QueryAsync<Row>(
            "select public_id, review_status, decides_topics from claim_decisions where article_slug = @slug", new { slug }, cancel);
        return [.. rows.Select(row => new ClaimDecision(row.PublicId, row.DecidesTopics ? [.. topics[row.PublicId]] : null, row.ReviewStatus))];
    }

    /// <summary>Stores decisions, each in place of any other on the same claim; one that decides nothing removes it.</summary>
    public static void Put(WriteTransaction write, string slug, IReadOnlyList<ClaimDecision> decisions)
    {
        var delete = write.Statement("delete from claim_decisions where public_id = @id");
        foreach (var decision in decisions)
        {
            delete.Run(decision.ClaimId);
        }

        var kept = decisions.Where(decision => decision.Topics is not null || decision.ReviewStatus != ReviewStatus.Unreviewed).ToList();
        var insert = write.Statement("insert into claim_decisions (public_id, article_slug, review_status, decides_topics) values (@id, @slug, @review, @decidesTopics)");
        foreach (var decision in kept)
        {
            insert.Run(decision.ClaimId, slug, SqlNames.Name(decision.ReviewStatus), decision.Topics is not null);
        }

        var topics = kept.SelectMany(decision => (decision.Topics ?? []).Select(topic => (decision.ClaimId, Topic: write.TopicRow(topic)))).ToList();
        var tag = write.Statement("insert into claim_decision_topics (public_id, topic_id) values (@id, @topic)");
        foreach (var (claim, topic) in topics)
        {
            if (topic is { } row)
            {
                tag.Run(claim, row);
            }
        }
    }

    public static Task DeleteOfArticleAsync(WriteTransaction write, string slug, CancellationToken cancel) =>
        write.ExecuteAsync("delete from claim_decisions where article_slug = @slug", new { slug }, cancel);

    private static bool HasAny(Session session, string slug)
    {
        var any = session.Statement("select 1 from claim_decisions where article_slug = @slug limit 1", "slug", slug);
        var found = any.Step();
        any.Reset();
        return found;
    }

    private sealed class Row
    {
        public string PublicId { get; init; } = "";

        public ReviewStatus ReviewStatus { get; init; }

        public bool DecidesTopics { get; init; }
    }
}
