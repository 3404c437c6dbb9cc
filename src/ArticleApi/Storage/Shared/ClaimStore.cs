using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Storage.Shared;

/// <summary>
/// Single claims, the claims of an article, and what editors decide on them. Lists are the engine's: <see cref="Session.Engine"/>.
/// </summary>
internal static class ClaimStore
{
    private const string Select =
        """
        select c.id, c.public_id, c.article_id, c.position, c.text, c.certainty, c.origin, c.review_status,
            c.paragraph_position, c.starts_at, c.ends_at, c.section_position, s.section_id, s.heading,
            a.slug, a.title as article_title, a.published_on, a.url, a.revision, a.updated_at
        from claims c
        join articles a on a.id = c.article_id
        join sections s on s.article_id = c.article_id and s.position = c.section_position
        """;

    public static async Task<ClaimInContext?> FindAsync(Session session, string id, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<ClaimRow>($"{Select} where c.public_id = @id", new { id }, cancel);
        return (await InContextAsync(session, rows, "@ids", new { ids = rows.Select(row => row.Id) }, cancel)).SingleOrDefault();
    }

    /// <summary>The slug of the article that a claim of this id once stood in; null where there never was one.</summary>
    public static Task<string?> FindRetiredAsync(Session session, string id, CancellationToken cancel) =>
        session.FirstAsync<string>("select article_slug from retired_claims where public_id = @id", new { id }, cancel);

    /// <summary>Those of some ids that no claim has now, in their order; null for null.</summary>
    public static async Task<IReadOnlyList<string>?> NotFoundAsync(
        Session session, IReadOnlyList<string>? ids, CancellationToken cancel) =>
        ids is null
            ? null
            : [
                .. ids.Except(await session.QueryAsync<string>(
                    "select public_id from claims where public_id in @ids", new { ids }, cancel)),
            ];

    /// <summary>Every claim of an article, rejected ones too, in the order of the body.</summary>
    public static async Task<IReadOnlyList<ClaimInContext>> OfArticleAsync(Session session, long articleId, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<ClaimRow>(
            $"{Select} where c.article_id = @articleId order by c.position", new { articleId }, cancel);
        return await InContextAsync(
            session, rows, "(select id from claims where article_id = @articleId)", new { articleId }, cancel);
    }

    /// <summary>Gives a claim the topics and the verdict of an editor.</summary>
    public static async Task DecideAsync(
        WriteTransaction write, ClaimInContext claim, ClaimDecision decision, IReadOnlyList<string> topics, CancellationToken cancel)
    {
        var id = new { id = claim.Claim.Id };
        await write.ExecuteAsync(
            "update claims set review_status = @review where public_id = @id",
            new { id.id, review = SqlNames.Name(decision.ReviewStatus) },
            cancel);
        await write.ExecuteAsync("delete from claim_topics where claim_id = (select id from claims where public_id = @id)", id, cancel);
        var row = await write.FirstAsync<long>("select id from claims where public_id = @id", id, cancel);
        var decided = claim.Claim with { Topics = topics, ReviewStatus = decision.ReviewStatus };
        write.Engine.Rows.InsertTopics(write, claim.Article.Slug, [(row, claim.Position, decided)]);
        await DecisionStore.PutAsync(write, claim.Article.Slug, [decision], cancel);
        await ArticleStore.TouchAsync(write, claim.Article.Slug, cancel);
    }

    /// <param name="claims">The set of these rows, in SQL over <paramref name="args"/>.</param>
    private static async Task<IReadOnlyList<ClaimInContext>> InContextAsync(
        Session session, IReadOnlyList<ClaimRow> rows, string claims, object args, CancellationToken cancel)
    {
        var topics = (await session.QueryAsync<(long ClaimId, string Slug)>(
            $"""
            select ct.claim_id, t.slug
            from claim_topics ct
            join topics t on t.id = ct.topic_id
            where ct.claim_id in {claims}
            order by t.slug
            """,
            args,
            cancel)).ToLookup(row => row.ClaimId, row => row.Slug);
        var hedges = (await session.QueryAsync<(long ClaimId, string Cue)>(
            $"select claim_id, cue from claim_hedges where claim_id in {claims} order by claim_id, position",
            args,
            cancel)).ToLookup(row => row.ClaimId, row => row.Cue);
        var citations = (await session.QueryAsync<CitationRow>(
            $"select claim_id, label, via from claim_citations where claim_id in {claims} order by claim_id, position",
            args,
            cancel)).ToLookup(row => row.ClaimId);
        var paragraphs = (await session.QueryAsync<(long ArticleId, int Section, int Position, string Text)>(
            $"""
            select article_id, section_position, position, text
            from paragraphs
            where (article_id, section_position, position) in (
                select article_id, section_position, paragraph_position from claims where id in {claims})
            """,
            args,
            cancel)).ToDictionary(row => (row.ArticleId, row.Section, row.Position), row => new IndexedText(row.Text));
        var references = await ReferenceStore.CitedByAsync(session, claims, args, cancel);
        return
        [
            .. rows.Select(row => new ClaimInContext(
                row.ToClaim(
                    topics[row.Id], hedges[row.Id], citations[row.Id].Select(citation => new Citation(citation.Label, citation.Via))),
                row.Position,
                new ArticleHead(row.ArticleId, row.Slug, row.ArticleTitle, row.PublishedOn, row.Url, row.Revision, row.UpdatedAt),
                row.Heading,
                paragraphs[(row.ArticleId, row.SectionPosition, row.ParagraphPosition)],
                [.. citations[row.Id].Select(citation => references[(row.ArticleId, citation.Label)])])),
        ];
    }

    private sealed class ClaimRow
    {
        public long Id { get; init; }

        public string PublicId { get; init; } = "";

        public long ArticleId { get; init; }

        public int Position { get; init; }

        public string Text { get; init; } = "";

        public Certainty? Certainty { get; init; }

        public ClaimOrigin Origin { get; init; }

        public ReviewStatus ReviewStatus { get; init; }

        public int SectionPosition { get; init; }

        public int ParagraphPosition { get; init; }

        public int StartsAt { get; init; }

        public int EndsAt { get; init; }

        public string SectionId { get; init; } = "";

        public string? Heading { get; init; }

        public string Slug { get; init; } = "";

        public string ArticleTitle { get; init; } = "";

        public DateOnly? PublishedOn { get; init; }

        public string? Url { get; init; }

        public long Revision { get; init; }

        public DateTime UpdatedAt { get; init; }

        public Claim ToClaim(IEnumerable<string> topics, IEnumerable<string> hedges, IEnumerable<Citation> citations) => new()
        {
            Id = PublicId,
            Text = Text,
            Location = new(SectionId, ParagraphPosition, StartsAt, EndsAt),
            Topics = [.. topics],
            Certainty = Certainty,
            Hedges = [.. hedges],
            Citations = [.. citations],
            Origin = Origin,
            ReviewStatus = ReviewStatus,
        };
    }

    private sealed class CitationRow
    {
        public long ClaimId { get; init; }

        public string Label { get; init; } = "";

        public CitationVia Via { get; init; }
    }
}
