using Microsoft.Data.Sqlite;

namespace ArticleApi.Storage.Sqlite;

/// <summary>A file of SQLite as it lies on its medium, and ways to open it that are not those of the store.</summary>
internal static class SqliteFile
{
    private static ReadOnlySpan<byte> Header => "SQLite format 3\0"u8;

    public static string NoDatabase(string path) =>
        $"{path} is not a SQLite database. Name another file in ConnectionStrings__Articles.";

    /// <summary>Refuses a file that does not begin as a database. SQLite itself would take one of a single byte for an empty one.</summary>
    /// <exception cref="DatabaseException">The file is no database.</exception>
    public static void RequireHeader(string path)
    {
        Span<byte> head = stackalloc byte[Header.Length];
        try
        {
            using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.SequenceEqual(Header))
            {
                throw new DatabaseException(NoDatabase(path));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Whether there is a log that is not written back: a part of the database.</summary>
    public static bool HasLog(string path) => new FileInfo($"{path}-wal") is { Exists: true, Length: > 0 };

    public static string ConnectionString(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString();

    /// <summary>Opens a file as one that nobody changes, so that SQLite needs nothing beside it.</summary>
    public static string UnchangingString(string path) =>
        ConnectionString($"{new Uri(path).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly);

    public static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Opens a file, and reads from it: before that, SQLite looks at nothing.</summary>
    public static SqliteConnection OpenAndRead(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Scalar("select 1 from sqlite_master limit 1");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement, and gives the first value of its first row.</summary>
    public static object? Scalar(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
