using System.Buffers;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using ArticleApi.Storage.Sqlite;

namespace ArticleApi.Storage;

/// <summary>Claims over all articles.</summary>
internal static class ClaimStore
{
    /// <summary>So many claims are looked up one by one in an index: it takes as long as to read some ten thousand hits.</summary>
    private const int Few = 200;

    private const string Select =
        """
        select c.id, c.public_id, c.article_id, c.position, c.text, c.certainty, c.origin, c.review_status,
            c.paragraph_position, c.starts_at, c.ends_at, c.section_position, s.section_id, s.heading,
            a.slug, a.title as article_title, a.published_on, a.url, a.revision, a.updated_at
        from claims c
        join articles a on a.id = c.article_id
        join sections s on s.article_id = c.article_id and s.position = c.section_position
        """;

    /// <summary>
    /// Writes the claims behind <paramref name="after"/>, a key of the order, with commas between. Only a filter with a text has an order by relevance.
    /// </summary>
    public static ListedClaims List(
        Session session, ClaimFilter filter, ListOrder<ListedClaim> order, IReadOnlyList<string>? after, int limit, IBufferWriter<byte> json)
    {
        if (order.IsRelevance)
        {
            var places = Rank(session, filter, after is null ? null : RankPosition.Read(after), limit);
            Write(session, places.Items.Select(place => place.Id), json);
            return new(places.HasMore ? new("", "", 0) { RankPosition = places.Items[^1] } : null, places.Ranked);
        }

        var isByTopic = order == ClaimOrders.ByArticle && filter is { ArticleIds.Count: 0, WorkIds.Count: 0, TopicSets.Count: > 0 };
        if (isByTopic && filter.TopicSets[0].Count == 1)
        {
            return new(ListByTopic(session, filter, after, limit, json), null);
        }

        var rows = isByTopic ? ListByTopics(session, filter, after, limit) : ListOrdered(session, filter, order, after, limit);
        Write(session, rows.Take(limit).Select(row => row.Id), json);
        return new(rows.Count > limit ? rows[limit - 1].Claim : null, null);
    }

    public static async Task<long> CountAsync(Session session, ClaimFilter filter, CancellationToken cancel)
    {
        var scan = filter.Scan();
        return await session.FirstAsync<long>($"select count(*) {scan.From()} where {scan.Where.Sql}", scan.Parameters, cancel);
    }

    public static async Task<ClaimInContext?> FindAsync(Session session, string id, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<ClaimRow>($"{Select} where c.public_id = @id", new { id }, cancel);
        return (await InContextAsync(session, rows, "@ids", new { ids = rows.Select(row => row.Id) }, cancel)).SingleOrDefault();
    }

    /// <summary>The slug of the article that a claim of this id once stood in; null where there never was one.</summary>
    public static Task<string?> FindRetiredAsync(Session session, string id, CancellationToken cancel) =>
        session.FirstAsync<string>("select article_slug from retired_claims where public_id = @id", new { id }, cancel);

    /// <summary>The places in claims that a search found, by the ids of the claims.</summary>
    public static Task<ILookup<string, Highlight>> HighlightsAsync(
        Session session, TextQuery text, IReadOnlyList<string> claims, CancellationToken cancel) =>
        FullText.HighlightsAsync(session, text, claims, cancel);

    /// <summary>Every claim of an article, rejected ones too, in the order of the body.</summary>
    public static async Task<IReadOnlyList<ClaimInContext>> OfArticleAsync(Session session, long articleId, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<ClaimRow>($"{Select} where c.article_id = @articleId order by c.position", new { articleId }, cancel);
        return await InContextAsync(
            session, rows, "(select id from claims where article_id = @articleId)", new { articleId }, cancel);
    }

    /// <summary>Gives a claim the topics and the verdict of an editor.</summary>
    public static async Task DecideAsync(WriteTransaction write, ClaimInContext claim, ClaimDecision decision, IReadOnlyList<string> topics, CancellationToken cancel)
    {
        var id = new { id = claim.Claim.Id };
        await write.ExecuteAsync(
            "update claims set review_status = @review where public_id = @id", new { id.id, review = SqlNames.Name(decision.ReviewStatus) }, cancel);
        await write.ExecuteAsync("delete from claim_topics where claim_id = (select id from claims where public_id = @id)", id, cancel);
        var row = await write.FirstAsync<long>("select id from claims where public_id = @id", id, cancel);
        AddTopics(write, claim.Article.Slug, [(row, claim.Position, claim.Claim with { Topics = topics, ReviewStatus = decision.ReviewStatus })]);
        DecisionStore.Put(write, claim.Article.Slug, [decision]);
        await ArticleStore.TouchAsync(write, claim.Article.Slug, cancel);
    }

    /// <summary>Tags claims, given with their rows and their places in the article, with their topics.</summary>
    public static void AddTopics(WriteTransaction write, string slug, IEnumerable<(long Row, int Position, Claim Claim)> claims)
    {
        var tags = claims.SelectMany(claim => claim.Claim.Topics.Select(topic => (claim, Topic: write.TopicRow(topic)))).ToList();
        var insert = write.Statement(
            "insert into claim_topics (claim_id, topic_id, article_slug, position, listed) values (@claim, @topic, @slug, @position, @listed)");
        foreach (var (claim, topic) in tags)
        {
            if (topic is { } row)
            {
                insert.Run(claim.Row, row, slug, claim.Position, claim.Claim.ReviewStatus != ReviewStatus.Rejected);
            }
        }
    }

    /// <summary>Where the claims that a search finds stand by relevance.</summary>
    private static Slice<RankPosition> Rank(Session session, ClaimFilter filter, RankPosition? after, int limit)
    {
        var scan = ClaimScan.OfHits(filter);
        var scope = new RankedScope(FullText.Claims, scan.From(), "''", scan.Where) { NameOf = "select public_id from claims where id = @id" };
        if (filter.ArticleIds is [var article, ..])
        {
            // The claims of an article are written together: other hits need not be read.
            scope = scope with
            {
                Span = session.Statement("select coalesce(min(id) - 1, 0), coalesce(max(id), 0) from claims where article_id = @article", "article", article)
                    .First(row => (row.Number(0), row.Number(1)), default),
            };
            return RankedList.List(session, filter.Text!, scope, after, limit);
        }

        foreach (var bound in filter.Bounds)
        {
            // Else all claims with a frequent word would be read to find the few that cite a work.
            if (session.Statement($"select count(*) from (select id from ({bound}) limit {Few + 1})", scan.Parameters).First(row => row.Number(0), 0) <= Few)
            {
                return RankedList.List(session, filter.Text!, scope with { Among = bound }, after, limit);
            }
        }

        return RankedList.List(session, filter.Text!, scope, after, limit);
    }

    private static void Write(Session session, IEnumerable<long> claims, IBufferWriter<byte> json)
    {
        foreach (var (i, claim) in claims.Index())
        {
            json.Write(i == 0 ? [] : ","u8);
            DocumentStore.WriteClaim(session, claim, json);
        }
    }

    // The index has the claims of a topic in this order, so that no more are read than are shown.
    private static ListedClaim? ListByTopic(Session session, ClaimFilter filter, IReadOnlyList<string>? after, int limit, IBufferWriter<byte> json)
    {
        var row = OfTopic(session, filter, after, limit);
        ListedClaim? last = null;
        for (var i = 0; row.Step(); i++)
        {
            if (i == limit)
            {
                row.Reset();
                return last;
            }

            json.Write(i == 0 ? [] : ","u8);
            json.Write(row.Bytes(4));
            if (i == limit - 1)
            {
                last = new(row.Text(1), row.Text(2), (int)row.Number(3));
            }
        }

        return null;
    }

    // What stands on several of the topics is found with each.
    private static List<(long Id, ListedClaim Claim)> ListByTopics(Session session, ClaimFilter filter, IReadOnlyList<string>? after, int limit)
    {
        var found = new List<(long Id, ListedClaim Claim)>();
        foreach (var topic in filter.TopicSets[0])
        {
            var row = OfTopic(session, filter with { TopicSets = [[topic], .. filter.TopicSets.Skip(1)] }, after, limit);
            while (row.Step())
            {
                found.Add((row.Number(0), new(row.Text(1), row.Text(2), (int)row.Number(3))));
            }
        }

        return [.. found.DistinctBy(row => row.Id).OrderBy(row => row.Claim.Slug, StringComparer.Ordinal).ThenBy(row => row.Claim.Position).Take(limit + 1)];
    }

    /// <summary>A page of the claims of one topic, the first of the filter, and one row more.</summary>
    private static Statement OfTopic(Session session, ClaimFilter filter, IReadOnlyList<string>? after, int limit)
    {
        var scan = filter.Scan();
        return session.Statement(
            $"""
            select d.claim_id, r.public_id, d.article_slug, d.position, r.json
            {scan.From()}
            cross join claim_documents r on r.claim_id = d.claim_id
            where {scan.Where.Sql}
            {Behind(ClaimOrders.ByArticle, after, limit, scan)}
            """,
            scan.Parameters);
    }

    private static List<(long Id, ListedClaim Claim)> ListOrdered(
        Session session, ClaimFilter filter, ListOrder<ListedClaim> order, IReadOnlyList<string>? after, int limit)
    {
        var scan = filter.Scan();
        var row = session.Statement(
            $"""
            select c.id, c.public_id, a.slug, c.position, a.published_on
            {scan.From(articles: true)}
            where {scan.Where.Sql}
            {Behind(order, after, limit, scan)}
            """,
            scan.Parameters);
        var found = new List<(long Id, ListedClaim Claim)>();
        while (row.Step())
        {
            found.Add((row.Number(0), new(row.Text(1), row.Text(2), (int)row.Number(3), row.TextOrNull(4))));
        }

        return found;
    }

    /// <summary>The end of a statement that gives a page of a list, and one row more.</summary>
    private static string Behind(ListOrder<ListedClaim> order, IReadOnlyList<string>? after, int limit, ClaimScan scan)
    {
        scan.Parameters.Add("rows", limit + 1);
        scan.Parameters.AddDynamicParams(after is null ? null : order.Values(after));
        var end = $"""
            {(after is null ? "" : $"and {order.Behind}")}
            order by {order.Sql}
            limit @rows
            """;
        return scan.IsByTopic ? ClaimOrders.OfTopic(end) : end;
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
                row.ToClaim(topics[row.Id], hedges[row.Id], citations[row.Id].Select(citation => new Citation(citation.Label, citation.Via))),
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

        public Certainty Certainty { get; init; }

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
