using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ArticleApi.Storage.Sqlite;

/// <summary>What is SQLite's own: how a connection is opened and set, how a transaction begins, what an error means.</summary>
internal sealed class SqliteEngine
{
    private const int CannotOpen = 14, ReadOnly = 8, NotADatabase = 26, Full = 13, Busy = 5, Corrupt = 11, InputOutput = 10; // SQLite result codes

    /// <summary>
    /// WAL lets readers go on beside the one that writes; with WAL, synchronous = normal can lose the last transactions in a power cut, but never the database.
    /// </summary>
    public const string WriterSettings = "pragma journal_mode = wal; pragma synchronous = normal";

    private const int StablePlans = 1007; // SQLITE_DBCONFIG_ENABLE_QPSG

    private readonly string path;
    private readonly string readers;
    private readonly string writers;

    // Set for the process, before the first connection. Nobody uses a connection from two threads at once, so that none need be locked; nor does anybody ask how
    // much memory is taken. Where a connection was opened before, all is as SQLite has it by default.
    static SqliteEngine()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private SqliteEngine(SqliteConnectionStringBuilder settings)
    {
        path = Path.GetFullPath(settings.DataSource);
        settings.DataSource = path; // The working directory may change; the database does not.
        settings.ForeignKeys = true;
        settings.Pooling = false; // Database keeps them.
        settings.Mode = SqliteOpenMode.ReadWrite;
        readers = settings.ToString();
        settings.Mode = SqliteOpenMode.ReadWriteCreate;
        writers = settings.ToString();
    }

    private static ReadOnlySpan<byte> Header => "SQLite format 3\0"u8;

    private string NoDatabase => $"{path} is not a SQLite database. Name another file in ConnectionStrings__Articles.";

    /// <summary>The folder under <c>db/</c> with the migrations.</summary>
    public string Name => "sqlite";

    public static SqliteEngine For(string connectionString)
    {
        SqliteConnectionStringBuilder settings;
        try
        {
            if (new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Host"))
            {
                throw new DatabaseException("ConnectionStrings__Articles names a PostgreSQL server, which this version cannot use. Expected: Data Source=PATH.");
            }

            settings = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new DatabaseException(
                $"The connection string of ConnectionStrings__Articles cannot be used: {e.Message} Expected: Data Source=PATH.", e);
        }

        if (settings.DataSource.Length == 0 || settings.DataSource.StartsWith(":memory:", StringComparison.Ordinal)
            || settings.Mode == SqliteOpenMode.Memory || settings.DataSource.StartsWith("file:", StringComparison.Ordinal))
        {
            throw new DatabaseException("ConnectionStrings__Articles must name a file: Data Source=PATH.");
        }

        return new SqliteEngine(settings);
    }

    /// <summary>Whether there is a database; SQLite takes an empty file for a new one.</summary>
    public bool Exists => new FileInfo(path) is { Exists: true, Length: > 0 };

    /// <summary>A connection that changes nothing.</summary>
    /// <exception cref="DatabaseException">The file is no database. SQLite itself would take one of a single byte for an empty one.</exception>
    public DbConnection OpenForInspection()
    {
        Span<byte> head = stackalloc byte[Header.Length];
        try
        {
            using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.SequenceEqual(Header))
            {
                throw new DatabaseException(NoDatabase);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"{path} cannot be read: {e.Message}", e);
        }

        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(readers) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>
    /// A connection that refuses to write, and knows <see cref="Bm25"/>. It reads the file as memory (<c>mmap_size</c>, at most what SQLite allows, 2 GiB): the pages of the system's cache are
    /// not copied, and those that several connections read are there once. What lies beyond is read into a cache of its own.
    /// </summary>
    public PreparedConnection OpenReader()
    {
        var connection = Open(readers, "pragma query_only = on; pragma mmap_size = 2147418112; pragma cache_size = -8000");
        Bm25.Register(connection.Inner);
        return connection;
    }

    /// <summary>Watches the file for commits.</summary>
    public ChangeSignal WatchChanges() => new(readers);

    /// <summary>The connection that writes.</summary>
    public PreparedConnection OpenWriter() => Open(writers, WriterSettings);

    /// <summary>
    /// Counts anew what is in tables that have grown, for the planner: without it a list of claims in the order of their articles reads and sorts all of them. A
    /// sample of each index is enough, so that it takes milliseconds at any size. Where it fails there is another time.
    /// </summary>
    /// <returns>Whether there are new counts; an open connection keeps those that it began with.</returns>
    public bool TryOptimise(DbConnection writer)
    {
        using var command = writer.CreateCommand();
        command.CommandText = "pragma analysis_limit = 1000; pragma optimize = 0x10002";
        try
        {
            command.ExecuteNonQuery();
            return true;
        }
        catch (SqliteException)
        {
            return false; // What was written before is committed.
        }
    }

    /// <summary>Copies the database as it is at one instant into a new file, while it is read and written.</summary>
    /// <param name="target">The new file.</param>
    /// <param name="mark">The statement that marks the copy as one.</param>
    public void Backup(string target, string mark)
    {
        using var from = OpenReader();
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        to.Open();
        from.Inner.BackupDatabase(to);
        using var command = to.CreateCommand();
        command.CommandText = mark;
        command.ExecuteNonQuery();
    }

    /// <summary>Begins to write: takes the write lock at once, so that no statement fails half-way for want of it.</summary>
    public DbTransaction BeginWrite(PreparedConnection connection) => connection.Inner.BeginTransaction(IsolationLevel.Serializable, deferred: false);

    /// <summary>What an error of the engine means to an operator, or null where it is not the operator's to mend.</summary>
    public string? Explain(Exception exception) => exception is not SqliteException e ? null : e.SqliteErrorCode switch
    {
        NotADatabase => NoDatabase,
        CannotOpen when Directory.Exists(path) => $"{path} is a folder. Name a file in ConnectionStrings__Articles.",
        CannotOpen when !Directory.Exists(Path.GetDirectoryName(path)) => $"{path} cannot be opened: its folder does not exist.",
        CannotOpen or ReadOnly => $"{path} cannot be written: the file or its folder is read-only for this user.",
        Full => $"{path} cannot be written: the disk is full.",
        InputOutput => $"{path} cannot be read or written: {e.Message}",
        Busy => $"{path} is locked by another program.",
        Corrupt => $"{path} is damaged: {e.Message} Restore a backup.",
        _ => null,
    };

    private static PreparedConnection Open(string connectionString, string settings)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();

            // Else SQLite plans a statement anew whenever its parameters have other values.
            raw.sqlite3_db_config(connection.Handle, StablePlans, 1, out _);
            using var command = connection.CreateCommand();
            command.CommandText = settings;
            command.ExecuteNonQuery();
            return new(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
