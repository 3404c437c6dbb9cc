using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// Tells cheaply whether anything was committed, by this process or by another: <c>pragma data_version</c> of a connection that never writes changes with each
/// commit of any other. Values of two connections cannot be compared, so that there is only one.
/// </summary>
internal sealed class ChangeSignal(string connectionString) : IDisposable
{
    private readonly Lock gate = new();
    private SqliteConnection? connection;
    private sqlite3_stmt? question;
    private WalIndex? index;
    private bool isIndexSought;
    private long seen;
    private long stamp;
    private bool isClosed;

    /// <summary>A number that rises when anything was committed since the last call; null where it cannot be told.</summary>
    public long? ChangeCount()
    {
        lock (gate)
        {
            if (isClosed || !TryOpen())
            {
                return null;
            }

            if (index?.IsAsSeen() == true)
            {
                return stamp;
            }

            index?.Look();
            var result = raw.sqlite3_step(question);
            var version = raw.sqlite3_column_int64(question, 0);
            raw.sqlite3_reset(question); // Ends the read, so that it holds up no checkpoint.
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
                stamp++;
            }

            if (!isIndexSought)
            {
                isIndexSought = true;
                index = WalIndex.Of(connection!);
            }

            return stamp;
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
        if (question is not null)
        {
            return true;
        }

        try
        {
            connection = new SqliteConnection(connectionString);
            connection.Open();
            if (raw.sqlite3_prepare_v2(connection.Handle, "pragma data_version", out question) == raw.SQLITE_OK)
            {
                stamp++; // Whatever was seen before says nothing of what this connection sees.
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
        index = null;
        isIndexSought = false;
        question?.Dispose();
        question = null;
        connection?.Dispose();
        connection = null;
    }
}
