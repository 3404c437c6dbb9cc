using System.Data.Common;
using ArticleApi.Storage.Sqlite;

namespace ArticleApi.Storage;

/// <summary>One unchanging view of the whole store, for the time of a request.</summary>
/// <param name="engine">The engine, which began the view and ends it.</param>
/// <param name="connection">The connection that has the view.</param>
/// <param name="dataVersion">The version of the store that the view shows.</param>
/// <param name="measurement">Measures how long there is a view; null if nobody wants to know.</param>
internal sealed class Snapshot(SqliteEngine engine, DbConnection connection, long dataVersion, IDisposable? measurement)
    : Session(engine, connection), IDisposable
{
    /// <summary>The version of the store that this view shows.</summary>
    public long DataVersion => dataVersion;

    public void Dispose()
    {
        Engine.EndRead(this);
        measurement?.Dispose();
    }
}
