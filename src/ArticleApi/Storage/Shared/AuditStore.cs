namespace ArticleApi.Storage.Shared;

/// <summary>The audit: which key wrote what, and when.</summary>
internal static class AuditStore
{
    // Each write removes more rows than it adds, so that the table shrinks where rows may stay for a shorter time than before.
    private const int RemovedAtOnce = 10;

    /// <summary>Adds an entry, and removes some of those that have been there for longer than <paramref name="days"/>.</summary>
    public static async Task AddAsync(WriteTransaction write, AuditEntry entry, int days, CancellationToken cancel)
    {
        await write.ExecuteAsync(
            """
            insert into audit (at, key_name, route, slug, revision, request_id)
            values (@at, @keyName, @route, @slug, @revision, @requestId)
            """,
            new
            {
                at = write.Now.UtcDateTime,
                keyName = entry.KeyName,
                route = entry.Route,
                slug = entry.Slug,
                revision = entry.Revision,
                requestId = entry.RequestId,
            },
            cancel);
        await write.ExecuteAsync(
            "delete from audit where id in (select id from audit order by id limit @rows) and at < @until",
            new { rows = RemovedAtOnce, until = write.Now.UtcDateTime.AddDays(-days) },
            cancel);
    }

    /// <summary>Entries, the newest first.</summary>
    /// <param name="session">The session.</param>
    /// <param name="before">The id of the entry behind which to go on; null to begin.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Slice<AuditEntry>> ListAsync(Session session, long? before, int limit, CancellationToken cancel) =>
        Slice<AuditEntry>.Of(
            await session.QueryAsync<AuditEntry>(
                """
                select id, at, key_name, route, slug, revision, request_id
                from audit
                where id < @before
                order by id desc
                limit @rows
                """,
                new { before = before ?? long.MaxValue, rows = limit + 1 },
                cancel),
            limit);

    public static async Task<long> CountAsync(Session session, CancellationToken cancel) =>
        await session.FirstAsync<long>("select count(*) from audit", null, cancel);
}
