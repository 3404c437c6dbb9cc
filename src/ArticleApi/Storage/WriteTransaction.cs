using System.Data.Common;

namespace ArticleApi.Storage;

/// <summary>The one writer's transaction: all of it or none.</summary>
internal sealed class WriteTransaction(DbConnection connection, DbTransaction transaction, DateTimeOffset now)
    : Session(connection, transaction)
{
    /// <summary>The instant that this transaction stamps on what it writes.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Whether anything that clients see has changed, so that the store gets a new version.</summary>
    public bool Changed { get; set; }

    public async Task CommitAsync(CancellationToken cancel)
    {
        if (Changed)
        {
            await ExecuteAsync(
                "update store_state set data_version = case when data_version < @now then @now else data_version + 1 end",
                new { now = now.ToUnixTimeMilliseconds() },
                cancel);
        }

        await Transaction.CommitAsync(cancel);
    }
}
