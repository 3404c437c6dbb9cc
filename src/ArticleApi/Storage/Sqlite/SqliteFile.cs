using Microsoft.Data.Sqlite;

namespace ArticleApi.Storage.Sqlite;

/// <summary>A file of SQLite as it lies on its medium, and ways to open it that are not those of the store.</summary>
internal static class SqliteFile
{
    private const int SmallestPage = 512;

    public static string NoDatabase(string path) =>
        $"{path} is not a SQLite database. Name another file in ConnectionStrings__Articles.";

    /// <summary>
    /// Refuses a file that is too small for a database: SQLite would take one of a single byte for an empty one. It is not opened for that,
    /// since to close it takes the locks away that the process has on it by other connections.
    /// </summary>
    /// <exception cref="DatabaseException">The file is no database.</exception>
    public static void RequireSize(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new DatabaseException($"{path} cannot be read: there is no such file.");
        }

        if (file.Length < SmallestPage)
        {
            throw new DatabaseException(NoDatabase(path));
        }
    }

    /// <summary>Refuses a file that SQLite could not open, with the reason that the system gives. Nothing may have it open.</summary>
    /// <exception cref="DatabaseException">The file cannot be read.</exception>
    public static void RequireReadable(string path)
    {
        try
        {
            using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
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
