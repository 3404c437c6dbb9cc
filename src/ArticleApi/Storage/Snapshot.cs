using System.Data.Common;

namespace ArticleApi.Storage;

/// <summary>One unchanging view of the whole store, for the time of a request.</summary>
internal sealed class Snapshot(DbConnection connection, DbTransaction transaction)
    : Session(connection, transaction), IAsyncDisposable
{
    /// <summary>The version of the store that this view shows.</summary>
    public required long DataVersion { get; init; }

    public async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
