using System.Data;
using System.Data.Common;
using ArticleApi.Storage.Sqlite.ClaimLists;
using ArticleApi.Storage.Sqlite.Search;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// SQLite as the engine of the store: how connections are opened and set, how transactions begin, what errors mean, and the roles that it
/// plays its own way, since they are what is read and written most.
/// </summary>
internal sealed class SqliteEngine : IDisposable
{
    // SQLite result codes
    private const int CannotOpen = 14, ReadOnly = 8, NotADatabase = 26, Full = 13, Busy = 5, Corrupt = 11, InputOutput = 10;

    /// <summary>
    /// WAL lets readers go on beside the one that writes; with WAL, synchronous = normal can lose the last transactions in a power cut, but
    /// never the database. A log that has grown while somebody read for long is cut back once it is empty (<c>journal_size_limit</c>).
    /// </summary>
    public const string WriterSettings =
        "pragma journal_mode = wal; pragma synchronous = normal; pragma journal_size_limit = 67108864";

    private const int StablePlans = 1007; // SQLITE_DBCONFIG_ENABLE_QPSG

    private readonly string path;
    private readonly string readerString;
    private readonly string writerString;
    private readonly ReaderPool readers;

    // Set for the process, before the first connection. Nobody uses a connection from two threads at once, so that none need be locked; nor
    // does anybody ask how much memory is taken. Where a connection was opened before, all is as SQLite has it by default.
    static SqliteEngine()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new DateOnlyHandler());
        SqlMapper.RemoveTypeMap(typeof(DateTime)); // Else Dapper does not ask the handler for parameters.
        SqlMapper.AddTypeHandler(new InstantHandler());
    }

    private SqliteEngine(SqliteConnectionStringBuilder settings)
    {
        path = Path.GetFullPath(settings.DataSource);
        settings.DataSource = path; // The working directory may change; the database does not.
        settings.ForeignKeys = true;
        settings.Pooling = false; // Database keeps them.
        settings.Mode = SqliteOpenMode.ReadWrite;
        readerString = settings.ToString();
        settings.Mode = SqliteOpenMode.ReadWriteCreate;
        writerString = settings.ToString();
        readers = new(OpenReader);
    }

    private static ReadOnlySpan<byte> Header => "SQLite format 3\0"u8;

    private string NoDatabase => $"{path} is not a SQLite database. Name another file in ConnectionStrings__Articles.";

    /// <summary>The folder under <c>db/</c> with the migrations.</summary>
    public string Name => "sqlite";

    /// <summary>Lists of claims.</summary>
    public ClaimLister Claims { get; } = new();

    /// <summary>Full-text search.</summary>
    public FullTextSearch Search { get; } = new();

    /// <summary>The rows of an article.</summary>
    public ArticleRows Rows { get; } = new();

    /// <summary>Articles and claims as clients get them.</summary>
    public RenderedDocuments Documents { get; } = new();

    /// <summary>Topics by their names.</summary>
    public TopicLookup Topics { get; } = new();

    public static SqliteEngine For(string connectionString)
    {
        SqliteConnectionStringBuilder settings;
        try
        {
            if (new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Host"))
            {
                throw new DatabaseException(
                    "ConnectionStrings__Articles names a PostgreSQL server, which this version cannot use. Expected: Data Source=PATH.");
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

    /// <summary>The full path of the file.</summary>
    public string Location => path;

    /// <summary>Whether there is a database; SQLite takes an empty file for a new one.</summary>
    public bool Exists => new FileInfo(path) is { Exists: true, Length: > 0 };

    /// <summary>The size of the write-ahead log in bytes: what no checkpoint has copied yet, or the room that it once needed.</summary>
    public long LogSize => new FileInfo($"{path}-wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>A connection that changes nothing.</summary>
    /// <exception cref="DatabaseException">The file is no database. SQLite itself would take one of a single byte for an empty
    /// one.</exception>
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
            new SqliteConnectionStringBuilder(readerString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>
    /// A connection that refuses to write, and knows <see cref="Bm25"/>. It reads the file as memory (<c>mmap_size</c>, at most what SQLite
    /// allows, 2 GiB): the pages of the system's cache are not copied, and those that several connections read are there once. What lies
    /// beyond is read into a cache of its own.
    /// </summary>
    private PreparedConnection OpenReader()
    {
        var connection = Open(readerString, "pragma query_only = on; pragma mmap_size = 2147418112; pragma cache_size = -8000");
        Bm25.Register(connection.Inner);
        connection.HoldToLimit();
        return connection;
    }

    /// <summary>The columns of all tables.</summary>
    public async Task<IReadOnlyCollection<(string Table, string Column)>> ColumnsAsync(DbConnection connection, CancellationToken cancel) =>
        (await connection.QueryAsync<(string Table, string Column)>(new CommandDefinition(
            "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'",
            cancellationToken: cancel))).AsList();

    /// <summary>Whether an exception comes from a statement that was interrupted (<see cref="ReadLimit"/>).</summary>
    public static bool IsInterrupted(Exception exception) => exception is SqliteException { SqliteErrorCode: raw.SQLITE_INTERRUPT };

    /// <summary>Begins to read on a connection of the pool.</summary>
    /// <param name="limit">How long it may take.</param>
    /// <param name="measurement">Ends with the view.</param>
    public Snapshot BeginRead(ReadLimit limit, IDisposable? measurement)
    {
        var connection = readers.Take();
        try
        {
            connection.Limit = limit;
            connection.Statement("begin").Step();
            var dataVersion = connection.Statement("select data_version from store_state").First(row => row.Number(0), 0);
            return new(this, connection, dataVersion, measurement);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Ends a view; its connection is free for the next.</summary>
    public void EndRead(Snapshot snapshot)
    {
        var connection = (PreparedConnection)snapshot.Connection;
        connection.Limit = null;
        connection.Statement("commit").Step();
        readers.GiveBack(connection);
    }

    /// <summary>Watches the file for commits.</summary>
    public ChangeSignal WatchChanges() => new(readerString);

    /// <summary>The connection that writes.</summary>
    public DbConnection OpenWriter()
    {
        OwnerOnlyFile.Prepare(path);
        return Open(writerString, WriterSettings);
    }

    /// <summary>
    /// Counts the rows of tables that have grown, for the planner: without it a list of claims by article reads and sorts all of them. It
    /// reads a sample of each index, so that it takes milliseconds at any size. An open connection plans with the counts that it began
    /// with, so the readers are renewed. Where it fails the next time will do.
    /// </summary>
    public void Optimise(DbConnection writer)
    {
        using var command = writer.CreateCommand();
        command.CommandText = "pragma analysis_limit = 1000; pragma optimize = 0x10002";
        try
        {
            command.ExecuteNonQuery();
            readers.Renew();
        }
        catch (SqliteException)
        {
            // What was written before is committed.
        }
    }

    public void Dispose() => readers.Dispose();

    /// <summary>Copies the database as it is at one instant into a new file, while it is read and written.</summary>
    /// <param name="target">The new file.</param>
    /// <param name="mark">The statement that marks the copy as one.</param>
    /// <param name="count">The statement that counts what the copy holds.</param>
    /// <returns>The count.</returns>
    public long Backup(string target, string mark, string count)
    {
        OwnerOnlyFile.Prepare(target);
        using var from = OpenReader();
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        to.Open();
        from.Inner.BackupDatabase(to);
        using var command = to.CreateCommand();
        command.CommandText = mark;
        command.ExecuteNonQuery();
        command.CommandText = count;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Begins to write: takes the write lock at once, so that no statement fails half-way for want of it.</summary>
    public DbTransaction BeginWrite(DbConnection connection) =>
        ((PreparedConnection)connection).Inner.BeginTransaction(IsolationLevel.Serializable, deferred: false);

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
