using Microsoft.Data.Sqlite;

namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// Keeps the file open that was opened first, and tells whether its path still leads to it. What is written to a deleted file is lost, and
/// a new connection would write to the file that has taken its place.
/// </summary>
/// <param name="open">Opens a connection.</param>
internal sealed class OpenedFile(Func<SqliteConnection> open) : IDisposable
{
    private const long CheckEvery = 1000; // milliseconds

    private readonly Lock gate = new();
    private SqliteConnection? connection;
    private long checkedAt = long.MinValue;
    private volatile bool isGone;

    /// <summary>Whether a file was opened.</summary>
    public bool IsKnown => connection is not null;

    /// <summary>Keeps the file that the path leads to now, unless one is kept already.</summary>
    public void Keep()
    {
        if (connection is null)
        {
            lock (gate)
            {
                connection ??= open();
            }
        }
    }

    /// <summary>Whether the file is gone now. False where none was opened.</summary>
    public bool IsGone()
    {
        lock (gate)
        {
            Volatile.Write(ref checkedAt, Environment.TickCount64);
            return isGone = connection is not null && NativeSqlite.HasMoved(connection.Handle!);
        }
    }

    /// <summary>Whether the file was gone when it was last looked at, which is not long ago: for reads, which lose nothing.</summary>
    public bool WasGone() => (isGone || Environment.TickCount64 - Volatile.Read(ref checkedAt) > CheckEvery) && IsGone();

    public void Dispose()
    {
        lock (gate)
        {
            connection?.Dispose();
            connection = null;
        }
    }
}
