using System.Data.Common;
using ArticleApi.Storage.Sqlite;

namespace ArticleApi.Storage;

/// <summary>The one writer's transaction: all of it or none.</summary>
internal sealed class WriteTransaction(PreparedConnection connection, DbTransaction transaction, DateTimeOffset now, Renderer renderer)
    : Session(connection, transaction)
{
    private readonly Dictionary<string, long> topics = new(StringComparer.Ordinal);
    private long? last;

    /// <summary>The instant that this transaction writes.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Makes of an article what clients get.</summary>
    public Renderer Renderer => renderer;

    /// <summary>Whether anything that clients see has changed, so that the store gets a new version.</summary>
    public bool Changed { get; set; }

    /// <summary>The row that was inserted last.</summary>
    public long LastRow => Connection.LastRow;

    /// <summary>The row of a topic, which stays what it is; null where there is none of this slug.</summary>
    public long? TopicRow(string slug)
    {
        if (topics.TryGetValue(slug, out var id))
        {
            return id;
        }

        var topic = Statement("select id from topics where slug = @slug", "slug", slug);
        if (!topic.Step())
        {
            return null;
        }

        topics.Add(slug, id = topic.Number(0));
        topic.Reset();
        return id;
    }

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

        await Transaction!.CommitAsync(cancel);
    }
}
