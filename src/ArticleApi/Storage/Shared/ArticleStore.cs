using System.Text.Json;
using ArticleApi.Documents.Model;
using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Shared;

/// <summary>
/// Articles: found, listed, stored whole and deleted. Their sections and key points are in <see cref="ArticlePartStore"/>.
/// </summary>
internal static class ArticleStore
{
    private const string Columns =
        """
        a.id, a.slug, a.title, a.subtitle, a.category, a.language, a.published_on, a.publisher, a.url, a.license, a.revision, a.updated_at
        """;

    /// <summary>The statement that counts all articles.</summary>
    public const string CountAll = "select count(*) from articles";

    /// <summary>What a write did.</summary>
    public enum Outcome
    {
        /// <summary>There was no article of this slug.</summary>
        Created,

        /// <summary>The article took the place of another of this slug.</summary>
        Replaced,

        /// <summary>The same article was there already; nothing was written.</summary>
        Unchanged,
    }

    public static async Task<ArticleHead?> FindHeadAsync(Session session, string slug, CancellationToken cancel)
    {
        var row = await session.FirstAsync<ArticleRow>($"select {Columns} from articles a where a.slug = @slug", new { slug }, cancel);
        return row is null ? null : new(row.Id, row.Slug, row.Title, row.PublishedOn, row.Url, row.Revision, row.UpdatedAt);
    }

    /// <summary>The slugs of all articles, in order.</summary>
    public static Task<IReadOnlyList<string>> SlugsAsync(Session session, CancellationToken cancel) =>
        session.QueryAsync<string>("select slug from articles order by slug", null, cancel);

    /// <summary>The ids and slugs of articles behind <paramref name="after"/> (a slug), by slug.</summary>
    public static Task<IReadOnlyList<(long Id, string Slug)>> ListIdsAsync(
        Session session, string after, int limit, CancellationToken cancel) =>
        session.QueryAsync<(long Id, string Slug)>(
            "select id, slug from articles where slug > @after order by slug limit @limit", new { after, limit }, cancel);

    /// <summary>The whole article, or null.</summary>
    public static async Task<StoredArticle?> FindAsync(Session session, string slug, CancellationToken cancel)
    {
        if (await session.FirstAsync<ArticleRow>($"select {Columns} from articles a where a.slug = @slug", new { slug }, cancel)
            is not { } row)
        {
            return null;
        }

        var people = await PeopleAsync(session, [row], cancel);
        var claims = await ClaimStore.OfArticleAsync(session, row.Id, cancel);
        var article = row.ToArticle(people[row.Id]) with
        {
            KeyPoints = await ArticlePartStore.KeyPointsAsync(session, row.Id, cancel),
            Sections = await ArticlePartStore.SectionsAsync(session, row.Id, null, cancel),
            References = await ReferenceStore.OfArticleAsync(session, row.Id, cancel),
            Claims = [.. claims.Select(claim => claim.Claim)],
        };
        return new(article, claims, row.Revision, row.UpdatedAt);
    }

    /// <summary>
    /// Articles behind <paramref name="after"/>, a key of the order. Only a filter with a text has an order by relevance.
    /// </summary>
    public static async Task<Slice<ArticleSummary>> ListAsync(
        Session session,
        ArticleFilter filter,
        ListOrder<ArticleOrder, ArticleSummary> order,
        IReadOnlyList<string>? after,
        int limit,
        CancellationToken cancel)
    {
        if (order.Value == ArticleOrder.Relevance)
        {
            var positions = session.Engine.Search.RankArticles(session, filter, after is null ? null : RankPosition.Read(after), limit);
            var ids = positions.Items.Select(position => position.Id);
            var found = (await SummariesAsync(session, "where a.id in @ids", new { ids }, cancel))
                .ToDictionary(summary => summary.Article.Slug, StringComparer.Ordinal);
            return positions.Select(position => found[position.Name] with { RankPosition = position });
        }

        var where = ArticleConditions.Of(session, filter);
        where.Parameters.AddDynamicParams(new { rows = limit + 1 });
        where.Parameters.AddDynamicParams(after is null ? null : order.Values(after));
        return Slice<ArticleSummary>.Of(
            await SummariesAsync(session, Page(where, order.Value, after is not null), where.Parameters, cancel), limit);
    }

    /// <summary>Those of some slugs that no article has now, in their order; null for null.</summary>
    public static async Task<IReadOnlyList<string>?> NotFoundAsync(
        Session session, IReadOnlyList<string>? slugs, CancellationToken cancel) =>
        slugs is null
            ? null
            : [.. slugs.Except(await session.QueryAsync<string>("select slug from articles where slug in @slugs", new { slugs }, cancel))];

    /// <summary>What stands behind <c>from articles a</c> in the statement of a page of a list.</summary>
    public static string Page(Conditions where, ArticleOrder order, bool goesOn) =>
        $"""
        where {where.Sql}
        and {(goesOn ? Behind(order) : "true")}
        order by {OrderBy(order)}
        limit @rows
        """;

    private static string OrderBy(ArticleOrder order) => order switch
    {
        ArticleOrder.PublishedDescending => "a.published_on desc nulls last, a.slug",
        ArticleOrder.Published => "coalesce(a.published_on, '~'), a.slug",
        ArticleOrder.Slug => "a.slug",
        ArticleOrder.Updated => "a.updated_at, a.slug",
        ArticleOrder.UpdatedDescending => "a.updated_at desc, a.slug",
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    private static string Behind(ArticleOrder order) => order switch
    {
        ArticleOrder.PublishedDescending =>
            "(coalesce(a.published_on, '') < @published or (coalesce(a.published_on, '') = @published and a.slug > @last))",
        ArticleOrder.Published => "(coalesce(a.published_on, '~'), a.slug) > (coalesce(nullif(@published, ''), '~'), @last)",
        ArticleOrder.Slug => "a.slug > @last",
        ArticleOrder.Updated => "(a.updated_at, a.slug) > (@updated, @last)",
        ArticleOrder.UpdatedDescending => "(a.updated_at < @updated or (a.updated_at = @updated and a.slug > @last))",
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    /// <param name="scope">What stands behind <c>from articles a</c>, in SQL over <paramref name="args"/>.</param>
    private static async Task<IReadOnlyList<ArticleSummary>> SummariesAsync(
        Session session, string scope, object args, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<ArticleRow>(
            $"""
            select {Columns},
                (select count(*) from key_points k where k.article_id = a.id) as key_points,
                (select count(*) from sections s where s.article_id = a.id) as sections,
                (select count(*) from paragraphs p where p.article_id = a.id) as paragraphs,
                (select count(*) from article_references r where r.article_id = a.id) as reference_entries,
                (select count(*) from claims c where c.article_id = a.id and c.review_status <> 'rejected') as claims
            from articles a
            {scope}
            """,
            args,
            cancel);
        var people = await PeopleAsync(session, rows, cancel);
        return [.. rows.Select(row => row.ToSummary(people[row.Id]))];
    }

    public static async Task<long> CountAsync(Session session, ArticleFilter filter, CancellationToken cancel)
    {
        var where = ArticleConditions.Of(session, filter);
        return await session.FirstAsync<long>($"select count(*) from articles a where {where.Sql}", where.Parameters, cancel);
    }

    /// <summary>Stores an article, whole, in place of any other of its slug.</summary>
    public static async Task<(Outcome Outcome, StoredArticle Stored)> PutAsync(
        WriteTransaction write, Article article, CancellationToken cancel) =>
        await PutAsync(write, new PreparedArticle(article, write.Renderer), await FindAsync(write, article.Slug, cancel), null, cancel);

    /// <summary>Stores an article, whole.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="prepared">The article.</param>
    /// <param name="before">What is stored under its slug.</param>
    /// <param name="exported">The revision that an export tells, and when it was written; taken over where it is later than what is
    /// stored.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<(Outcome Outcome, StoredArticle Stored)> PutAsync(
        WriteTransaction write,
        PreparedArticle prepared,
        StoredArticle? before,
        (long Revision, DateTime UpdatedAt)? exported,
        CancellationToken cancel)
    {
        var article = prepared.Article;
        if (before is not null && IsSame(before.Article, article))
        {
            return (Outcome.Unchanged, exported is { } later && later.Revision > before.Revision
                ? await SetRevisionAsync(write, before, later.Revision, later.UpdatedAt, cancel)
                : before);
        }

        var last = await LastRevisionAsync(write, article.Slug, before, cancel);
        var (revision, updatedAt) = exported is { } given && given.Revision > last ? given : (last + 1, write.Now.UtcDateTime);
        if (before is not null)
        {
            await write.Engine.Rows.DeleteAsync(write, article.Slug, cancel);
        }

        write.Engine.Rows.Insert(write, prepared, revision, updatedAt);
        if (before is not null)
        {
            await RetireAsync(write, before.Article, article.Claims, cancel);
        }

        await ChangeStore.RecordAsync(write, ChangeOp.Upsert, ChangeType.Article, [article.Slug], cancel);
        return (before is null ? Outcome.Created : Outcome.Replaced, prepared.Stored(revision, updatedAt));
    }

    /// <summary>The article as <see cref="PutAsync(WriteTransaction, Article, CancellationToken)"/> would store it now.</summary>
    public static async Task<StoredArticle> PreviewAsync(
        Session session, Article article, StoredArticle? before, DateTime now, CancellationToken cancel) =>
        before is not null && IsSame(before.Article, article)
            ? before
            : StoredArticle.Of(article, await LastRevisionAsync(session, article.Slug, before, cancel) + 1, now);

    /// <summary>Deletes an article with all that belongs to it; its slug and its claims are remembered as gone.</summary>
    public static async Task DeleteAsync(WriteTransaction write, StoredArticle stored, CancellationToken cancel)
    {
        var slug = stored.Article.Slug;
        await write.Engine.Rows.DeleteAsync(write, slug, cancel);
        await write.ExecuteAsync(
            "insert into deleted_articles (slug, revision, deleted_at) values (@slug, @Revision, @now)",
            new { slug, stored.Revision, now = write.Now.UtcDateTime },
            cancel);
        await RetireAsync(write, stored.Article, [], cancel);
        await DecisionStore.DeleteOfArticleAsync(write, slug, cancel);
        await ChangeStore.RecordAsync(write, ChangeOp.Delete, ChangeType.Article, [slug], cancel);
    }

    /// <summary>Whether there was an article of this slug and is none now.</summary>
    public static async Task<bool> IsDeletedAsync(Session session, string slug, CancellationToken cancel) =>
        await session.FirstAsync<string>("select slug from deleted_articles where slug = @slug", new { slug }, cancel) is not null;

    private static async Task<StoredArticle> SetRevisionAsync(
        WriteTransaction write, StoredArticle stored, long revision, DateTime updatedAt, CancellationToken cancel)
    {
        await write.ExecuteAsync(
            "update articles set revision = @revision, updated_at = @updatedAt where slug = @Slug",
            new { revision, updatedAt, stored.Article.Slug },
            cancel);
        var renewed = StoredArticle.Of(stored.Article, revision, updatedAt);
        await write.Engine.Documents.PutAsync(write, renewed, cancel);
        await ChangeStore.RecordAsync(write, ChangeOp.Upsert, ChangeType.Article, [stored.Article.Slug], cancel);
        return renewed;
    }

    /// <summary>Remembers that an article's document gave its claims.</summary>
    public static Task SetClaimsGivenAsync(WriteTransaction write, string slug, CancellationToken cancel) =>
        write.ExecuteAsync("update articles set claims_given = true where slug = @slug", new { slug }, cancel);

    /// <summary>Whether an article's document gave its claims, so that none are looked for in its text.</summary>
    public static async Task<bool> AreClaimsGivenAsync(Session session, string slug, CancellationToken cancel) =>
        await session.FirstAsync<bool>("select claims_given from articles where slug = @slug", new { slug }, cancel);

    /// <summary>Counts a write of an article of which only parts were changed.</summary>
    public static async Task TouchAsync(WriteTransaction write, string slug, CancellationToken cancel)
    {
        await write.ExecuteAsync(
            "update articles set revision = revision + 1, updated_at = @now where slug = @slug",
            new { slug, now = write.Now.UtcDateTime },
            cancel);
        await write.Engine.Documents.PutAsync(write, (await FindAsync(write, slug, cancel))!, cancel);
        await ChangeStore.RecordAsync(write, ChangeOp.Upsert, ChangeType.Article, [slug], cancel);
    }

    // The revision of a deleted article counts on.
    private static async Task<long> LastRevisionAsync(Session session, string slug, StoredArticle? before, CancellationToken cancel) =>
        before?.Revision
        ?? await session.FirstAsync<long>("select revision from deleted_articles where slug = @slug", new { slug }, cancel);

    // Remembers the claims that are no more, and forgets the works that nothing cites any longer.
    private static async Task RetireAsync(WriteTransaction write, Article before, IReadOnlyList<Claim> now, CancellationToken cancel)
    {
        await write.ExecuteAsync(
            "insert into retired_claims (public_id, article_slug) values (@id, @Slug)",
            before.Claims.Select(claim => claim.Id).Except(now.Select(claim => claim.Id)).Select(id => new { id, before.Slug }),
            cancel);
        await write.ExecuteAsync(
            "delete from works where id = @Id and not exists (select 1 from article_references r where r.work_id = works.id)",
            before.References.Select(reference => new { reference.Id }),
            cancel);
    }

    // Records compare their lists by reference; their JSON compares all.
    private static bool IsSame(Article one, Article other) =>
        JsonSerializer.SerializeToUtf8Bytes(one).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other));

    private static async Task<ILookup<long, (string Role, string Name)>> PeopleAsync(
        Session session, IReadOnlyList<ArticleRow> rows, CancellationToken cancel) =>
        (await session.QueryAsync<(long ArticleId, string Role, string Name)>(
            "select article_id, role, name from article_people where article_id in @ids order by article_id, role, position",
            new { ids = rows.Select(row => row.Id) },
            cancel)).ToLookup(row => row.ArticleId, row => (row.Role, row.Name));

    private sealed class ArticleRow
    {
        public long Id { get; init; }

        public string Slug { get; init; } = "";

        public string Title { get; init; } = "";

        public string? Subtitle { get; init; }

        public string? Category { get; init; }

        public string Language { get; init; } = "";

        public DateOnly? PublishedOn { get; init; }

        public string? Publisher { get; init; }

        public string? Url { get; init; }

        public string? License { get; init; }

        public long Revision { get; init; }

        public DateTime UpdatedAt { get; init; }

        public long KeyPoints { get; init; }

        public long Sections { get; init; }

        public long Paragraphs { get; init; }

        public long ReferenceEntries { get; init; }

        public long Claims { get; init; }

        public Article ToArticle(IEnumerable<(string Role, string Name)> people)
        {
            var byRole = people.ToLookup(person => person.Role, person => person.Name);
            return new()
            {
                Slug = Slug,
                Title = Title,
                Subtitle = Subtitle,
                Category = Category,
                Language = Language,
                Authors = [.. byRole["author"]],
                ReviewedBy = [.. byRole["reviewer"]],
                PublishedOn = PublishedOn,
                Source = new() { Publisher = Publisher, Url = Url, License = License },
            };
        }

        public ArticleSummary ToSummary(IEnumerable<(string Role, string Name)> people) =>
            new(ToArticle(people), KeyPoints, Sections, Paragraphs, ReferenceEntries, Claims, Revision, UpdatedAt);
    }
}
