using System.Collections.Concurrent;

namespace ArticleApi.Storage.Sqlite;

/// <summary>Connections that wait for the next reader, open and with their statements prepared.</summary>
/// <param name="open">Opens a connection, where none waits.</param>
internal sealed class ReaderPool(Func<PreparedConnection> open) : IDisposable
{
    // An open connection plans with the counts that it began with, which another process may have taken anew.
    private const int MaxAge = 60_000; // milliseconds

    private readonly ConcurrentStack<PreparedConnection> idle = new();
    private long renewedAt = long.MinValue;

    public PreparedConnection Take() => idle.TryPop(out var connection) ? connection : open();

    public void GiveBack(PreparedConnection connection)
    {
        if (connection.OpenedAt <= Interlocked.Read(ref renewedAt) || Environment.TickCount64 - connection.OpenedAt > MaxAge)
        {
            connection.Dispose();
        }
        else
        {
            idle.Push(connection);
        }
    }

    /// <summary>Closes the connections that there are, as soon as nobody reads with them.</summary>
    public void Renew()
    {
        Interlocked.Exchange(ref renewedAt, Environment.TickCount64);
        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    public void Dispose() => Renew();
}
