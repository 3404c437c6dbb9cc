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
    private const int CannotOpen = 14, ReadOnly = 8, Busy = 5;

    private const int StablePlans = 1007; // SQLITE_DBCONFIG_ENABLE_QPSG

    private readonly string path;
    private readonly string writerString;
    private readonly StorageSettings settings;
    private readonly ReaderPool readers;
    private readonly OpenedFile file;
    private volatile string readerString;

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

    private SqliteEngine(SqliteConnectionStringBuilder connection, StorageSettings settings)
    {
        this.settings = settings;
        path = Path.GetFullPath(connection.DataSource);
        connection.DataSource = path; // The working directory may change; the database does not.
        connection.ForeignKeys = true;
        connection.Pooling = false; // Database keeps them.
        connection.DefaultTimeout = 1; // The seconds that a statement waits for a lock; Database waits for its turn to write.
        connection.Mode = SqliteOpenMode.ReadWrite;
        readerString = connection.ToString();
        connection.Mode = SqliteOpenMode.ReadWriteCreate;
        writerString = connection.ToString();
        readers = new(OpenReader);
        file = new(() => SqliteFile.OpenAndRead(readerString)); // Having read, it holds a lock, by which others see that it is in use.
    }

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

    public static SqliteEngine For(StorageSettings settings)
    {
        var connectionString = settings.ConnectionString;
        SqliteConnectionStringBuilder connection;
        try
        {
            if (new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Host"))
            {
                throw new DatabaseException(
                    "ConnectionStrings__Articles names a PostgreSQL server, which this version cannot use. Expected: Data Source=PATH.");
            }

            connection = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new DatabaseException(
                $"The connection string of ConnectionStrings__Articles cannot be used: {e.Message} Expected: Data Source=PATH.", e);
        }

        if (connection.DataSource.Length == 0 || connection.DataSource.StartsWith(":memory:", StringComparison.Ordinal)
            || connection.Mode == SqliteOpenMode.Memory || connection.DataSource.StartsWith("file:", StringComparison.Ordinal))
        {
            throw new DatabaseException("ConnectionStrings__Articles must name a file: Data Source=PATH.");
        }

        return new SqliteEngine(connection, settings);
    }

    /// <summary>The full path of the file.</summary>
    public string Location => path;

    /// <summary>Whether the file can only be read; known once <see cref="UseReadOnly"/> was called.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>Whether there is a database; SQLite takes an empty file for a new one.</summary>
    public bool Exists => new FileInfo(path) is { Exists: true, Length: > 0 };

    /// <summary>The size of the write-ahead log in bytes: what no checkpoint has copied yet, or the room that it once needed.</summary>
    public long LogSize => new FileInfo($"{path}-wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>
    /// WAL lets readers go on beside the one that writes; with WAL, synchronous = normal can lose the last transactions in a power cut, but
    /// never the database. A log that has grown while somebody read for long is cut back once it is empty (<c>journal_size_limit</c>).
    /// </summary>
    public static string WriterSettings(Durability durability) =>
        $"pragma journal_mode = wal; pragma journal_size_limit = 67108864; "
        + $"pragma synchronous = {(durability == Durability.Full ? "full" : "normal")}";

    /// <summary>A connection that changes nothing.</summary>
    /// <exception cref="DatabaseException">The file is no database, or cannot be read.</exception>
    public DbConnection OpenForInspection()
    {
        SqliteFile.RequireSize(path);
        try
        {
            return SqliteFile.Open(ReadOnlyString());
        }
        catch (SqliteException e) when (e.SqliteErrorCode == CannotOpen && !file.IsKnown)
        {
            SqliteFile.RequireReadable(path);
            throw;
        }
    }

    /// <summary>
    /// Reads from now on a file that cannot be written. It may be on a medium where SQLite can make no file beside it, which readers of a
    /// log need; then it is read as one that nobody changes.
    /// </summary>
    public void UseReadOnly()
    {
        readerString = ReadOnlyString();
        IsReadOnly = true;
    }

    /// <summary>
    /// A connection that refuses to write, and knows <see cref="Bm25"/>. It reads the file as memory (<c>mmap_size</c>, at most what SQLite
    /// allows, 2 GiB): the pages of the system's cache are not copied, and those that several connections read are there once. What lies
    /// beyond is read into a cache of its own.
    /// </summary>
    private PreparedConnection OpenReader()
    {
        file.Keep();
        var connection = Open(
            readerString, $"pragma query_only = on; pragma mmap_size = {settings.MemoryMap}; pragma cache_size = -8000");
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
    /// <exception cref="DatabaseException">The file is gone.</exception>
    public Snapshot BeginRead(ReadLimit limit, IDisposable? measurement)
    {
        if (file.WasGone())
        {
            throw Gone();
        }

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
    public ChangeSignal WatchChanges() => new(() => readerString);

    /// <summary>The connection that writes.</summary>
    public DbConnection OpenWriter()
    {
        if (!file.IsKnown)
        {
            OwnerOnlyFile.Prepare(path);
        }

        var connection = Open(writerString, WriterSettings(settings.Durability));
        try
        {
            file.Keep();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Refuses to write to a file that is gone: it would be lost.</summary>
    /// <exception cref="DatabaseException">The file is gone.</exception>
    public void RequireFile()
    {
        if (file.IsGone())
        {
            throw Gone();
        }
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

    public void Dispose()
    {
        file.Dispose();
        readers.Dispose();
    }

    /// <summary>Copies the database as it is at one instant into a new file, while it is read and written.</summary>
    /// <param name="target">The new file. A copy that fails leaves none behind.</param>
    /// <param name="mark">The statement that marks the copy as one.</param>
    /// <param name="count">The statement that counts what the copy holds.</param>
    /// <returns>The count.</returns>
    /// <exception cref="DatabaseException">The copy cannot be made.</exception>
    public long Backup(string target, string mark, string count)
    {
        using var partial = new PartialFile(target);
        using (var from = OpenReader())
        {
            DatabaseCopy.Write(from.Inner, partial.Path);
        }

        var counted = DatabaseCopy.Mark(partial.Path, mark, count);
        partial.Complete();
        return counted;
    }

    /// <summary>
    /// Begins to write, if nobody else does: takes the write lock at once, so that no statement fails half-way for want of it.
    /// </summary>
    public bool TryBeginWrite(DbConnection connection)
    {
        try
        {
            ((PreparedConnection)connection).Statement("begin immediate").Step();
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Busy)
        {
            return false;
        }
    }

    /// <summary>Commits what was written.</summary>
    /// <exception cref="DatabaseException">The file is gone.</exception>
    public void CommitWrite(DbConnection connection)
    {
        RequireFile();
        ((PreparedConnection)connection).Statement("commit").Step();
    }

    /// <summary>Ends a transaction that was begun to see whether these statements can be written.</summary>
    public void EndProbe(DbConnection connection, string[] statements)
    {
        var prepared = (PreparedConnection)connection;
        foreach (var statement in statements)
        {
            prepared.Statement(statement).Step();
        }

        prepared.Statement(statements.Length > 0 ? "commit" : "rollback").Step();
    }

    /// <summary>Whether an error means that another program holds a lock.</summary>
    public bool IsBusy(Exception exception) => exception is SqliteException { SqliteErrorCode: Busy };

    /// <summary>What an error of the engine means to an operator, or null where it is not the operator's to mend.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="connection">The connection that it came from, where it is known.</param>
    public DatabaseException? Explain(Exception exception, DbConnection? connection = null)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is DatabaseException explained)
            {
                return explained;
            }

            if (e is SqliteException { SqliteErrorCode: CannotOpen } && file.IsKnown && !File.Exists(path))
            {
                return Gone();
            }

            if (e is SqliteException failure)
            {
                var error = connection is PreparedConnection { Inner.Handle: { } handle } ? NativeSqlite.SystemError(handle) : 0;
                return SqliteFaults.Explain(failure, path, error);
            }
        }

        return null;
    }

    private DatabaseException Gone() => new(
        $"{path} was deleted or replaced by another file. Put it back, or start the program again.", fault: StorageFault.Gone);

    // How a file is opened that is not written. SQLite tells only when it reads whether it finds, or can make, what it needs beside it.
    private string ReadOnlyString()
    {
        var plain = SqliteFile.ConnectionString(path, SqliteOpenMode.ReadOnly);
        try
        {
            using var connection = SqliteFile.OpenAndRead(plain);
            return plain;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is CannotOpen or ReadOnly)
        {
            return !SqliteFile.HasLog(path) ? SqliteFile.UnchangingString(path) : throw new DatabaseException(
                $"{path} has a log, {path}-wal, that was never written back, and cannot be read where nothing can be written. Start the "
                + "program once where it can write.",
                e);
        }
    }

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
