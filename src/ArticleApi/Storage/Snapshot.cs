using ArticleApi.Storage.Sqlite;

namespace ArticleApi.Storage;

/// <summary>One unchanging view of the whole store, for the time of a request.</summary>
internal sealed class Snapshot(PreparedConnection connection, ReaderPool readers) : Session(connection, null), IAsyncDisposable
{
    /// <summary>The version of the store that this view shows.</summary>
    public long DataVersion { get; private set; }

    /// <summary>Begins to read: what is seen stays as it is at the first statement after this.</summary>
    public async Task BeginAsync(CancellationToken cancel)
    {
        await ExecuteAsync("begin deferred", null, cancel);
        DataVersion = await FirstAsync<long>("select data_version from store_state", null, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync("commit transaction", null, CancellationToken.None);
        readers.GiveBack(connection);
    }
}
