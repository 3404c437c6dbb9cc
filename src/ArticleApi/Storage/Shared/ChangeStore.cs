namespace ArticleApi.Storage.Shared;

/// <summary>
/// The journal behind <c>/changes</c>: one row for each article and topic, with its last change. Deletions stay for good.
/// </summary>
internal static class ChangeStore
{
    /// <summary>Marks a copy, so that it does not pass for the store that it was made of, which goes on.</summary>
    public const string MarkCopy = "update store_state set is_copy = true";

    /// <summary>
    /// Changes behind <paramref name="after"/>, by version, then type and id, which several changes of one write differ in.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="type">The type of the objects; null for any.</param>
    /// <param name="since">The version behind which to begin.</param>
    /// <param name="after">The change behind which to go on; null to begin.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Slice<Change>> ListAsync(
        Session session, ChangeType? type, long since, (long Seq, string Type, string Id)? after, int limit, CancellationToken cancel) =>
        Slice<Change>.Of(
            await session.QueryAsync<Change>(
                """
                select seq, op, type, object_id, at
                from changes
                where (seq, type, object_id) > (@seq, @afterType, @id)
                and seq > @since
                and (@type is null or type = @type)
                order by seq, type, object_id
                limit @rows
                """,
                new
                {
                    seq = after?.Seq ?? since,
                    afterType = after?.Type ?? "",
                    id = after?.Id ?? "",
                    since,
                    type = Name(type),
                    rows = limit + 1,
                },
                cancel),
            limit);

    public static async Task<long> CountAsync(Session session, ChangeType? type, long since, CancellationToken cancel) =>
        await session.FirstAsync<long>(
            "select count(*) from changes where seq > @since and (@type is null or type = @type)",
            new { since, type = Name(type) },
            cancel);

    /// <summary>The version with which the past of this store begins.</summary>
    public static async Task<long> FromAsync(Session session, CancellationToken cancel) =>
        await session.FirstAsync<long>("select changes_from from store_state", null, cancel);

    /// <summary>Remembers a change, in place of an earlier one of the same object; the store gets a new version.</summary>
    public static async Task RecordAsync(
        WriteTransaction write, ChangeOp op, ChangeType type, IEnumerable<string> ids, CancellationToken cancel)
    {
        write.Changed = true;
        var seq = await write.VersionAsync(cancel);
        await write.ExecuteAsync(
            """
            insert into changes (type, object_id, op, seq, at) values (@type, @id, @op, @seq, @at)
            on conflict (type, object_id) do update set op = excluded.op, seq = excluded.seq, at = excluded.at
            """,
            ids.Select(id => new { type = SqlNames.Name(type), id, op = SqlNames.Name(op), seq, at = write.Now.UtcDateTime }),
            cancel);
    }

    /// <summary>
    /// Gives a copy a past of its own: what was changed in the store that it was made of, since it was made, is not known here.
    /// </summary>
    public static async Task BeginServingAsync(WriteTransaction write, CancellationToken cancel)
    {
        if (await write.ExecuteAsync("update store_state set is_copy = false where is_copy", null, cancel) > 0)
        {
            write.Changed = true;
            await write.ExecuteAsync(
                "update store_state set changes_from = @version", new { version = await write.VersionAsync(cancel) }, cancel);
        }
    }

    private static string? Name(ChangeType? type) => type is { } known ? SqlNames.Name(known) : null;
}
