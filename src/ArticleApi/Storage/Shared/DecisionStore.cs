using ArticleApi.Documents.Model;

namespace ArticleApi.Storage.Shared;

/// <summary>
/// Editors' decisions on claims. They are kept by the id of the claim, so that they hold when an import makes the claims anew.
/// </summary>
internal static class DecisionStore
{
    /// <summary>The decisions on claims of an article, those on sentences that it has no more too.</summary>
    public static async Task<IReadOnlyList<ClaimDecision>> OfArticleAsync(Session session, string slug, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<Row>(
            "select public_id, review_status, decides_topics from claim_decisions where article_slug = @slug", new { slug }, cancel);
        if (rows.Count == 0)
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
        return
        [
            .. rows.Select(row => new ClaimDecision(row.PublicId, row.DecidesTopics ? [.. topics[row.PublicId]] : null, row.ReviewStatus)),
        ];
    }

    /// <summary>Stores decisions, each in place of any other on the same claim; one that decides nothing removes it.</summary>
    public static async Task PutAsync(WriteTransaction write, string slug, IReadOnlyList<ClaimDecision> decisions, CancellationToken cancel)
    {
        var stored = (await write.QueryAsync<string>(
                "select public_id from claim_decisions where article_slug = @slug", new { slug }, cancel))
            .ToHashSet(StringComparer.Ordinal);
        var replaced = decisions.Where(decision => stored.Contains(decision.ClaimId)).Select(decision => new { decision.ClaimId });
        await write.ExecuteAsync("delete from claim_decisions where public_id = @ClaimId", replaced, cancel);

        var kept = decisions
            .Where(decision => decision.Topics is not null || decision.ReviewStatus != ReviewStatus.Unreviewed)
            .ToList();
        await write.ExecuteAsync(
            """
            insert into claim_decisions (public_id, article_slug, review_status, decides_topics)
            values (@ClaimId, @slug, @review, @decidesTopics)
            """,
            kept.Select(decision => new
            {
                decision.ClaimId,
                slug,
                review = SqlNames.Name(decision.ReviewStatus),
                decidesTopics = decision.Topics is not null,
            }),
            cancel);
        await write.ExecuteAsync(
            "insert into claim_decision_topics (public_id, topic_id) select @ClaimId, id from topics where slug = @topic",
            kept.SelectMany(decision => (decision.Topics ?? []).Select(topic => new { decision.ClaimId, topic })),
            cancel);
    }

    public static Task DeleteOfArticleAsync(WriteTransaction write, string slug, CancellationToken cancel) =>
        write.ExecuteAsync("delete from claim_decisions where article_slug = @slug", new { slug }, cancel);

    private sealed class Row
    {
        public string PublicId { get; init; } = "";

        public ReviewStatus ReviewStatus { get; init; }

        public bool DecidesTopics { get; init; }
    }
}
