using System.Data.Common;
using ArticleApi.Storage.Sqlite;

namespace ArticleApi.Storage;

/// <summary>The one writer's transaction: all of it or none.</summary>
internal sealed class WriteTransaction(SqliteEngine engine, DbConnection connection, DateTimeOffset now, Renderer renderer)
    : Session(engine, connection)
{
    private long? last;

    /// <summary>When it is: the instant that all rows of this transaction get.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Makes of an article what clients get.</summary>
    public Renderer Renderer => renderer;

    /// <summary>Whether anything that clients see has changed, so that the store gets a new version.</summary>
    public bool Changed { get; set; }

    /// <summary>The version that the store has once this is committed.</summary>
    public async Task<long> VersionAsync(CancellationToken cancel)
    {
        var before = last ??= await FirstAsync<long>("select data_version from store_state", null, cancel);
        return Changed ? Math.Max(before + 1, now.ToUnixTimeMilliseconds()) : before;
    }

    public async Task CommitAsync(CancellationToken cancel)
    {
        if (Changed)
        {
            await ExecuteAsync("update store_state set data_version = @version", new { version = await VersionAsync(cancel) }, cancel);
        }

        Engine.CommitWrite(Connection);
    }
}
