using ArticleApi.Documents.Model;
using ArticleApi.Storage.Sqlite;

namespace ArticleApi.Storage;

/// <summary>Reference lists of articles, and the works that they share.</summary>
internal static class ReferenceStore
{
    /// <summary>The entries of an article, as printed.</summary>
    public static async Task<IReadOnlyList<Reference>> OfArticleAsync(Session session, long articleId, CancellationToken cancel) =>
        [.. (await ReadAsync(session, "r.article_id = @articleId", new { articleId }, cancel)).Select(row => row.Reference)];

    /// <summary>The entries of an article behind <paramref name="after"/>, as printed, with their positions.</summary>
    public static async Task<Slice<(int Position, Reference Reference)>> ListOfArticleAsync(
        Session session, long articleId, PartKey after, int limit, CancellationToken cancel)
    {
        var start = await session.FirstAsync<int?>(
            "select position from article_references where article_id = @articleId and label = @Name", new { articleId, after.Name }, cancel) ?? after.Position;
        var rows = await ReadAsync(
            session,
            "r.article_id = @articleId and r.position > @start and r.position <= @end",
            new { articleId, start, end = start + limit + 1L },
            cancel);
        return Slice<(int, Reference)>.Of([.. rows.Select(row => (row.Position, row.Reference))], limit);
    }

    public static async Task<long> CountOfArticleAsync(Session session, long articleId, CancellationToken cancel) =>
        await session.FirstAsync<long>("select count(*) from article_references where article_id = @articleId", new { articleId }, cancel);

    /// <summary>The entry of an article under a label, or null.</summary>
    public static async Task<Reference?> FindInArticleAsync(Session session, long articleId, string label, CancellationToken cancel) =>
        (await ReadAsync(session, "r.article_id = @articleId and r.label = @label", new { articleId, label }, cancel))
            .SingleOrDefault().Reference;

    /// <summary>Works behind <paramref name="after"/>, a key of the order. Only a filter with a text has an order by relevance.</summary>
    public static async Task<Slice<CitedWork>> ListWorksAsync(
        Session session, WorkFilter filter, ListOrder<CitedWork> order, IReadOnlyList<string>? after, int limit, CancellationToken cancel)
    {
        if (order.IsRelevance)
        {
            var places = Rank(session, filter, after is null ? null : RankPosition.Read(after), limit);
            var found = await ByIdAsync(session, places.Items.Select(place => place.Name), cancel);
            return places.Select(place => found[place.Name] with { RankPosition = place });
        }

        var where = filter.Where();
        where.Parameters.AddDynamicParams(new { rows = limit + 1 });
        where.Parameters.AddDynamicParams(after is null ? null : order.Values(after));
        var ids = await session.QueryAsync<string>(
            $"""
            select w.id
            from (
                select w.id, (
                    select r.year from article_references r join articles a on a.id = r.article_id
                    where r.work_id = w.id order by a.slug, r.position limit 1) as year
                from works w
                where {where.Sql}) w
            where {(after is null ? "true" : order.Behind)}
            order by {order.Sql}
            limit @rows
            """,
            where.Parameters,
            cancel);
        var slice = Slice<string>.Of(ids, limit);
        var byId = await ByIdAsync(session, slice.Items, cancel);
        return slice.Select(id => byId[id]);
    }

    public static async Task<long> CountWorksAsync(Session session, WorkFilter filter, CancellationToken cancel)
    {
        var where = filter.Where();
        return await session.FirstAsync<long>($"select count(*) from works w where {where.Sql}", where.Parameters, cancel);
    }

    public static async Task<CitedWork?> FindWorkAsync(Session session, string id, CancellationToken cancel) =>
        (await WorksAsync(session, [id], cancel)).SingleOrDefault();

    public static async Task<bool> WorkExistsAsync(Session session, string id, CancellationToken cancel) =>
        await session.FirstAsync<string>("select id from works where id = @id", new { id }, cancel) is not null;

    public static Task<IReadOnlyList<string>> WorkIdsAsync(Session session, CancellationToken cancel) =>
        session.QueryAsync<string>("select id from works", null, cancel);

    /// <summary>The entries that claims cite, by article and label.</summary>
    /// <param name="claims">A set of claim rows, in SQL over <paramref name="args"/>.</param>
    public static async Task<IReadOnlyDictionary<(long ArticleId, string Label), Reference>> CitedByAsync(
        Session session, string claims, object args, CancellationToken cancel) =>
        (await ReadAsync(
            session,
            $"(r.article_id, r.label) in (select article_id, label from claim_citations where claim_id in {claims})",
            args,
            cancel)).ToDictionary(row => (row.ArticleId, row.Reference.Label), row => row.Reference);

    /// <summary>
    /// Where the works that a search finds stand by relevance: by their best entry of those that are ranked, behind them by their first entry that is found.
    /// </summary>
    private static Slice<RankPosition> Rank(Session session, WorkFilter filter, RankPosition? after, int limit)
    {
        var where = (filter with { Text = null }).OfEntry();
        var scope = new RankedScope(
            FullText.References,
            "cross join article_references r on r.article_id = h.id >> 32 and r.position = h.id & 4294967295",
            "r.work_id",
            where)
        {
            IsFirst = isHit =>
                $"""
                not exists (
                    select 1 from article_references r
                    where r.work_id = h.name and r.article_id <= h.id >> 32 and (r.article_id << 32) + r.position < h.id
                    and {where.Sql}
                    and {isHit("(r.article_id << 32) + r.position")})
                """,
            Span = filter.ArticleId is { } article ? ((article << 32) - 1, (article << 32) | uint.MaxValue) : (long.MinValue, long.MaxValue),
        };
        return RankedList.List(session, filter.Text!, scope, after, limit);
    }

    private static async Task<IReadOnlyDictionary<string, CitedWork>> ByIdAsync(Session session, IEnumerable<string> ids, CancellationToken cancel) =>
        (await WorksAsync(session, [.. ids], cancel)).ToDictionary(work => work.Reference.Id, StringComparer.Ordinal);

    private static async Task<IReadOnlyList<CitedWork>> WorksAsync(Session session, IReadOnlyList<string> ids, CancellationToken cancel)
    {
        var entries = await session.QueryAsync<EntryRow>(
            """
            select r.work_id, r.article_id, r.position, r.label, a.slug
            from article_references r
            join articles a on a.id = r.article_id
            where r.work_id in @ids
            order by r.work_id, a.slug, r.position
            """,
            new { ids },
            cancel);
        var byWork = entries.ToLookup(entry => entry.WorkId);
        var shown = byWork.Select(work => work.First()).ToList();
        var references = (await ReadAsync(
            session,
            "r.work_id in @ids and r.article_id in @articles",
            new { ids, articles = shown.Select(entry => entry.ArticleId).Distinct() },
            cancel)).ToDictionary(row => (row.ArticleId, row.Position), row => row.Reference);
        return
        [
            .. shown.Select(entry => new CitedWork(
                references[(entry.ArticleId, entry.Position)],
                [.. byWork[entry.WorkId].Select(other => (other.Slug, other.Label))])),
        ];
    }

    /// <param name="scope">A condition over <c>article_references r</c>, in SQL over <paramref name="args"/>.</param>
    private static async Task<IReadOnlyList<(long ArticleId, int Position, Reference Reference)>> ReadAsync(
        Session session, string scope, object args, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<ReferenceRow>(
            $"""
            select r.article_id, r.position, r.label, r.work_id, r.raw, r.type, r.year, r.title, r.container_title,
                r.volume, r.issue, r.pages, r.doi, r.url
            from article_references r
            where {scope}
            order by r.article_id, r.position
            """,
            args,
            cancel);
        var authors = (await session.QueryAsync<AuthorRow>(
            $"""
            select n.article_id, n.reference_position, n.family, n.given, n.literal
            from article_references r
            join reference_authors n on n.article_id = r.article_id and n.reference_position = r.position
            where {scope}
            order by n.article_id, n.reference_position, n.position
            """,
            args,
            cancel)).ToLookup(author => (author.ArticleId, author.ReferencePosition));
        return [.. rows.Select(row => (row.ArticleId, row.Position, row.ToReference(authors[(row.ArticleId, row.Position)])))];
    }

    private sealed class ReferenceRow
    {
        public long ArticleId { get; init; }

        public int Position { get; init; }

        public string Label { get; init; } = "";

        public string WorkId { get; init; } = "";

        public string Raw { get; init; } = "";

        public string Type { get; init; } = "";

        public int? Year { get; init; }

        public string? Title { get; init; }

        public string? ContainerTitle { get; init; }

        public string? Volume { get; init; }

        public string? Issue { get; init; }

        public string? Pages { get; init; }

        public string? Doi { get; init; }

        public string? Url { get; init; }

        public Reference ToReference(IEnumerable<AuthorRow> authors) => new()
        {
            Label = Label,
            Id = WorkId,
            Raw = Raw,
            Type = Type,
            Authors = [.. authors.Select(author => new PersonName(author.Family, author.Given, author.Literal))],
            Year = Year,
            Title = Title,
            ContainerTitle = ContainerTitle,
            Volume = Volume,
            Issue = Issue,
            Pages = Pages,
            Doi = Doi,
            Url = Url,
        };
    }

    private sealed class AuthorRow
    {
        public long ArticleId { get; init; }

        public int ReferencePosition { get; init; }

        public string? Family { get; init; }

        public string? Given { get; init; }

        public string? Literal { get; init; }
    }

    private sealed class EntryRow
    {
        public string WorkId { get; init; } = "";

        public long ArticleId { get; init; }

        public int Position { get; init; }

        public string Label { get; init; } = "";

        public string Slug { get; init; } = "";
    }
}
