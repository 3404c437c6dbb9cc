using ArticleApi.Documents.Model;
using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Shared;

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
            "select position from article_references where article_id = @articleId and label = @Name",
            new { articleId, after.Name },
            cancel)
                ?? after.Position;
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
        Session session,
        WorkFilter filter,
        ListOrder<WorkOrder, CitedWork> order,
        IReadOnlyList<string>? after,
        int limit,
        CancellationToken cancel)
    {
        if (order.Value == WorkOrder.Relevance)
        {
            var positions = session.Engine.Search.RankWorks(session, filter, after is null ? null : RankPosition.Read(after), limit);
            var found = await ByIdAsync(session, positions.Items.Select(position => position.Name), cancel);
            return positions.Select(position => found[position.Name] with { RankPosition = position });
        }

        var where = WorkConditions.Of(session, filter);
        where.Parameters.AddDynamicParams(new { rows = limit + 1 });
        where.Parameters.AddDynamicParams(after is null ? null : order.Values(after));
        var ids = await session.QueryAsync<string>(Page(where, order.Value, after is not null), where.Parameters, cancel);
        var slice = Slice<string>.Of(ids, limit);
        var byId = await ByIdAsync(session, slice.Items, cancel);
        return slice.Select(id => byId[id]);
    }

    /// <summary>
    /// The statement of a page of the list of works: their ids. A work has the year of the article with the smallest slug.
    /// </summary>
    public static string Page(Conditions where, WorkOrder order, bool goesOn) => order == WorkOrder.Id
        ? $"""
        select w.id
        from works w
        where {where.Sql}
        and {(goesOn ? Behind(order) : "true")}
        order by {OrderBy(order)}
        limit @rows
        """
        : $"""
        with dated (id, year) as materialized ( -- Else the year is looked up wherever it is compared.
            select w.id, (
                select r.year from article_references r join articles a on a.id = r.article_id
                where r.work_id = w.id order by a.slug, r.position limit 1)
            from works w
            where {where.Sql}
        )
        select w.id
        from dated w
        where {(goesOn ? Behind(order) : "true")}
        order by {OrderBy(order)}
        limit @rows
        """;

    public static async Task<long> CountWorksAsync(Session session, WorkFilter filter, CancellationToken cancel)
    {
        var where = WorkConditions.Of(session, filter);
        return await session.FirstAsync<long>($"select count(*) from works w where {where.Sql}", where.Parameters, cancel);
    }

    public static async Task<CitedWork?> FindWorkAsync(Session session, string id, CancellationToken cancel) =>
        (await WorksAsync(session, [id], cancel)).SingleOrDefault();

    /// <summary>Works by their ids; what none has is not among them.</summary>
    public static Task<IReadOnlyList<CitedWork>> FindWorksAsync(Session session, IReadOnlyList<string> ids, CancellationToken cancel) =>
        WorksAsync(session, ids, cancel);

    /// <summary>Those of some ids that no work has, in their order; null for null.</summary>
    public static async Task<IReadOnlyList<string>?> NotFoundAsync(
        Session session, IReadOnlyList<string>? ids, CancellationToken cancel) =>
        ids is null
            ? null
            : [.. ids.Except(await session.QueryAsync<string>("select id from works where id in @ids", new { ids }, cancel))];

    public static async Task<bool> WorkExistsAsync(Session session, string id, CancellationToken cancel) =>
        await session.FirstAsync<string>("select id from works where id = @id", new { id }, cancel) is not null;

    /// <summary>The entries that claims cite, by article and label.</summary>
    /// <param name="claims">A set of claim rows, in SQL over <paramref name="args"/>.</param>
    public static async Task<IReadOnlyDictionary<(long ArticleId, string Label), Reference>> CitedByAsync(
        Session session, string claims, object args, CancellationToken cancel) =>
        (await ReadAsync(
            session,
            $"(r.article_id, r.label) in (select article_id, label from claim_citations where claim_id in {claims})",
            args,
            cancel)).ToDictionary(row => (row.ArticleId, row.Reference.Label), row => row.Reference);

    private static string OrderBy(WorkOrder order) => order switch
    {
        WorkOrder.Id => "w.id",
        WorkOrder.Year => "w.year nulls last, w.id",
        WorkOrder.YearDescending => "w.year desc nulls last, w.id",
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    private static string Behind(WorkOrder order) => order switch
    {
        WorkOrder.Id => "w.id > @last",
        WorkOrder.Year =>
            """
            case
                when @lastYear is null then w.year is null and w.id > @last
                else w.year is null or (w.year, w.id) > (@lastYear, @last)
            end
            """,
        WorkOrder.YearDescending =>
            """
            case
                when @lastYear is null then w.year is null and w.id > @last
                else w.year is null or w.year < @lastYear or (w.year = @lastYear and w.id > @last)
            end
            """,
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    private static async Task<IReadOnlyDictionary<string, CitedWork>> ByIdAsync(
        Session session, IEnumerable<string> ids, CancellationToken cancel) =>
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
