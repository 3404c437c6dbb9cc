using ArticleApi.Storage.Sqlite;

namespace ArticleApi.Storage;

/// <summary>One unchanging view of the whole store, for the time of a request.</summary>
internal sealed class Snapshot : Session, IDisposable
{
    private readonly PreparedConnection connection;
    private readonly ReaderPool readers;

    /// <summary>Begins to read: what is seen stays as it is now.</summary>
    public Snapshot(PreparedConnection connection, ReaderPool readers)
        : base(connection, null)
    {
        (this.connection, this.readers) = (connection, readers);
        connection.Statement("begin").Step();
        DataVersion = connection.Statement("select data_version from store_state").First(row => row.Number(0), 0);
    }

    /// <summary>The version of the store that this view shows.</summary>
    public long DataVersion { get; }

    public void Dispose()
    {
        connection.Statement("commit").Step();
        readers.GiveBack(connection);
    }
}
