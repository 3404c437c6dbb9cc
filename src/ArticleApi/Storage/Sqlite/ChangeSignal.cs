using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// Tells whether anything was committed, by this process or another: <c>pragma data_version</c> of a connection that never writes changes
/// with each commit of any other connection. Values of two connections cannot be compared, so that one connection is kept for it.
/// (<see href="https://sqlite.org/pragma.html#pragma_data_version">pragma data_version</see>)
/// </summary>
internal sealed class ChangeSignal(Func<string> connectionString) : IDisposable
{
    private readonly Lock gate = new();
    private SqliteConnection? connection;
    private sqlite3_stmt? pragma;
    private long seen;
    private long count;
    private bool isClosed;

    /// <summary>A number that is higher than at the last call where anything was committed since; null where it cannot be told.</summary>
    public long? ChangeCount()
    {
        lock (gate)
        {
            if (isClosed || !TryOpen())
            {
                return null;
            }

            var result = raw.sqlite3_step(pragma);
            var version = raw.sqlite3_column_int64(pragma, 0);
            raw.sqlite3_reset(pragma); // Ends the read, so that it holds up no checkpoint.
            if (result != raw.SQLITE_ROW)
            {
                if (result != raw.SQLITE_BUSY)
                {
                    Close();
                }

                return null;
            }

            if (version != seen)
            {
                seen = version;
                count++;
            }

            return count;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            Close();
        }
    }

    private bool TryOpen()
    {
        if (pragma is not null)
        {
            return true;
        }

        try
        {
            connection = new SqliteConnection(connectionString());
            connection.Open();
            if (raw.sqlite3_prepare_v2(connection.Handle, "pragma data_version", out pragma) == raw.SQLITE_OK)
            {
                count++; // What another connection saw says nothing of what this one sees.
                return true;
            }
        }
        catch (SqliteException)
        {
            // The request that asks will fail for itself, and say so.
        }

        Close();
        return false;
    }

    private void Close()
    {
        pragma?.Dispose();
        pragma = null;
        connection?.Dispose();
        connection = null;
    }
}
