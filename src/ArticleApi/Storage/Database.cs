using System.Data.Common;
using System.Diagnostics;
using ArticleApi.Storage.Shared;
using ArticleApi.Storage.Sqlite;

namespace ArticleApi.Storage;

/// <summary>The store: many readers, each with an unchanging view, beside one writer.</summary>
internal sealed class Database : IDisposable
{
    private const int OptimiseEvery = 100, MaxPause = 20; // milliseconds

    // Together they change nothing, but write a page. One that changes nothing by itself writes none.
    private static readonly string[] Probe =
    [
        "update store_state set data_version = data_version + 1",
        "update store_state set data_version = data_version - 1",
    ];

    private readonly StorageSettings settings;
    private readonly SqliteEngine engine;
    private readonly ChangeSignal changes;
    private readonly TimeProvider clock;
    private readonly ILogger<Database>? log;
    private readonly Telemetry? telemetry;
    private readonly Renderer renderer;
    private readonly SemaphoreSlim writer = new(1, 1);
    private DbConnection? idleWriter;
    private long writes;
    private long toldLogSize;
    private DatabaseException? lastFault;
    private long? lockedSince;

    /// <exception cref="DatabaseException">The connection string is of no engine that there is.</exception>
    public Database(
        StorageSettings settings, TimeProvider clock, Renderer renderer, ILogger<Database>? log = null, Telemetry? telemetry = null)
    {
        (this.log, this.telemetry) = (log, telemetry);
        this.settings = settings;
        engine = SqliteEngine.For(settings);
        changes = engine.WatchChanges();
        this.clock = clock;
        this.renderer = renderer;
    }

    /// <summary>Where the database is: the full path of its file.</summary>
    public string Location => engine.Location;

    /// <summary>The size of the write-ahead log in bytes.</summary>
    public long LogSize => engine.LogSize;

    /// <summary>Whether the file can only be read; known once it was prepared.</summary>
    public bool IsReadOnly => engine.IsReadOnly;

    /// <summary>Whether there is a schema already; refuses a database that this program must not touch. Changes nothing.</summary>
    /// <exception cref="DatabaseException">The database cannot be used.</exception>
    public async Task<bool> ExistsAsync(CancellationToken cancel) => await StateAsync(cancel) != DatabaseState.New;

    /// <summary>What has to be done before it can be used; refuses a database that this program must not touch. Changes nothing.</summary>
    /// <exception cref="DatabaseException">The database cannot be used.</exception>
    public Task<DatabaseState> StateAsync(CancellationToken cancel) => ExplainAsync(async () =>
    {
        if (!engine.Exists)
        {
            return DatabaseState.New;
        }

        await using var inspection = engine.OpenForInspection();
        var columns = await engine.ColumnsAsync(inspection, cancel);
        return await Migrator.CheckAsync(inspection, columns, engine.Name, renderer.FormatVersion, cancel);
    });

    /// <summary>
    /// Brings the schema up to date; <paramref name="seed"/> fills a newly created database in the same transaction. A database that can
    /// only be read has to be up to date.
    /// </summary>
    /// <param name="seed">Fills a new database.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="progress">Is told what is done.</param>
    /// <returns>The numbers of the migrations that were applied.</returns>
    /// <exception cref="DatabaseException">The database cannot be used; nothing was changed.</exception>
    public async Task<IReadOnlyList<int>> PrepareAsync(
        Func<WriteTransaction, CancellationToken, Task> seed, CancellationToken cancel, MigrationProgress? progress = null)
    {
        var state = await StateAsync(cancel);
        progress = state == DatabaseState.New ? null : progress; // That is done at once.
        try
        {
            return await WriteAsync(
                async (write, token) =>
                {
                    var applied = await Migrator.ApplyAsync(write, engine.Name, seed, progress, token);
                    await engine.Documents.RenderOutdatedAsync(write, progress, token);
                    return applied;
                },
                cancel);
        }
        catch (DatabaseException e) when (e.Fault == StorageFault.ReadOnly && state != DatabaseState.New)
        {
            if (state == DatabaseState.Outdated)
            {
                throw new DatabaseException(
                    $"{Location} has an older schema than this program's, and is read-only. Start this program once where it can write it.",
                    e,
                    StorageFault.ReadOnly);
            }

            engine.UseReadOnly();
            return [];
        }
    }

    /// <summary>
    /// To be called before the store is served: it may be a copy. One that can only be read stays marked: its past is that of the original.
    /// </summary>
    /// <exception cref="DatabaseException">The database cannot be used.</exception>
    public Task BeginServingAsync(CancellationToken cancel) => IsReadOnly ? Task.CompletedTask : WriteAsync(
        async (write, token) =>
        {
            await ChangeStore.BeginServingAsync(write, token);
            return true;
        },
        cancel);

    /// <summary>Begins to read for a request: what is seen stays as it is now, until it is disposed of.</summary>
    /// <param name="cancel">Interrupts what is running, since the caller has left.</param>
    /// <remarks>
    /// A statement that still runs when the time of <see cref="StorageSettings.RequestTime"/> is over is interrupted; its exception is one
    /// that <see cref="IsInterrupted"/> knows.
    /// </remarks>
    public Snapshot Read(CancellationToken cancel) =>
        engine.BeginRead(new(settings.RequestTime, cancel), telemetry?.StartOperation("read"));

    /// <summary>Begins to read for as long as it takes, such as for an export.</summary>
    /// <param name="cancel">Interrupts what is running.</param>
    public Snapshot ReadAll(CancellationToken cancel) =>
        engine.BeginRead(new(null, cancel), telemetry?.StartOperation("read all"));

    /// <summary>Whether an exception comes from a statement that was interrupted: the time was over, or the caller has left.</summary>
    public static bool IsInterrupted(Exception exception) => SqliteEngine.IsInterrupted(exception);

    /// <summary>Runs <paramref name="work"/> in one transaction: committed when it returns, rolled back when it throws.</summary>
    /// <exception cref="DatabaseException">The database cannot be written; nothing was changed.</exception>
    public async Task<T> WriteAsync<T>(Func<WriteTransaction, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        var begun = Stopwatch.StartNew();
        if (!await writer.WaitAsync(settings.Patience, cancel))
        {
            throw new DatabaseException(
                $"A write to {Location} did not get its turn within {settings.Patience.TotalSeconds:0} seconds.",
                fault: StorageFault.Busy);
        }

        telemetry?.AddWriterWait(begun.Elapsed);
        using var operation = telemetry?.StartOperation("write");
        try
        {
            var connection = await BeginWriteAsync(begun, cancel);
            var write = new WriteTransaction(engine, connection, Now(), renderer);
            var result = await work(write, cancel);
            await write.CommitAsync(cancel);
            lastFault = null;
            TellLogSize();
            if (writes++ % OptimiseEvery == 0)
            {
                engine.Optimise(connection);
            }

            return result;
        }
        catch (Exception e)
        {
            var fault = engine.Explain(e, idleWriter);
            ForgetWriter();
            if (fault is null || ReferenceEquals(fault, e))
            {
                lastFault = fault ?? lastFault;
                throw;
            }

            throw lastFault = fault;
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>
    /// Why the store cannot be read now, or not be written where it is to be; null where it can. Waits for nobody, and writes only where
    /// the last write failed: a few bytes, which change nothing.
    /// </summary>
    public DatabaseException? FindFault(bool whenWriting)
    {
        try
        {
            engine.RequireFile();
            using (Read(CancellationToken.None))
            {
            }

            return whenWriting && !IsReadOnly ? FindFaultOfWriting() : null;
        }
        catch (Exception e) when (engine.Explain(e) is { } fault)
        {
            return fault;
        }
    }

    /// <summary>What an exception means to an operator; null where it is no fault of the store.</summary>
    public DatabaseException? Explain(Exception exception) => engine.Explain(exception);

    /// <summary>Counts anew for the planner, after many writes.</summary>
    public async Task OptimiseAsync(CancellationToken cancel)
    {
        await writer.WaitAsync(cancel);
        try
        {
            if (idleWriter is not null)
            {
                engine.Optimise(idleWriter);
            }
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>Copies the store as it is at one instant into a new file, while it is read and written.</summary>
    /// <returns>How many articles the copy has.</returns>
    /// <exception cref="DatabaseException">The copy cannot be made; none is left.</exception>
    public long Backup(string target) => engine.Backup(target, ChangeStore.MarkCopy, ArticleStore.CountAll);

    /// <summary>
    /// Puts a backup in the place of this database, which nobody may use meanwhile. It is verified and brought up to date first, and marked
    /// as a copy, so that mirrors of what was there begin anew.
    /// </summary>
    /// <returns>How many articles it has.</returns>
    /// <exception cref="DatabaseException">The backup cannot be used, or the database is in use; nothing was changed.</exception>
    public async Task<long> RestoreAsync(string source, MigrationProgress progress, CancellationToken cancel)
    {
        using var reserved = DatabaseCopy.Reserve(Location);
        using var partial = new PartialFile(Location);
        await using (var backup = DatabaseCopy.OpenBackup(source))
        {
            try
            {
                var columns = await engine.ColumnsAsync(backup, cancel);
                if (await Migrator.CheckAsync(backup, columns, engine.Name, renderer.FormatVersion, cancel) == DatabaseState.New)
                {
                    throw new DatabaseException($"{source} holds no articles.");
                }

                DatabaseCopy.WriteVerified(backup, partial.Path);
            }
            catch (Exception e) when (engine.Explain(e) is { Fault: StorageFault.Damaged })
            {
                throw new DatabaseException($"{source} is damaged: {e.Message}", e, StorageFault.Damaged);
            }
        }

        using (var copy = new Database(
            settings with { ConnectionString = $"Data Source={partial.Path}" }, clock, renderer))
        {
            await copy.PrepareAsync((_, _) => Task.CompletedTask, cancel, progress);
        }

        var articles = DatabaseCopy.Mark(partial.Path, ChangeStore.MarkCopy, ArticleStore.CountAll);
        partial.Replace();
        return articles;
    }

    /// <summary>The instant that a write gets now, to the millisecond, as it is stored.</summary>
    public DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>
    /// A number that rises with every commit, of this process or another: what was read between two equal ones still holds. Null where it
    /// cannot be told.
    /// </summary>
    public long? ChangeCount() => changes.ChangeCount();

    public void Dispose()
    {
        idleWriter?.Dispose();
        engine.Dispose();
        changes.Dispose();
        writer.Dispose();
    }

    // Each time that it has doubled.
    private void TellLogSize()
    {
        var size = engine.LogSize;
        if (size < settings.LargeLog)
        {
            toldLogSize = 0;
        }
        else if (size >= 2 * toldLogSize)
        {
            toldLogSize = size;
            log?.LogWarning(
                "The write-ahead log of {Database} has {Megabytes} MB. It cannot shrink while somebody reads an old version for long.",
                Location,
                size >> 20);
        }
    }

    // Begins as soon as no other program writes, until the patience of the write is over, which began before its turn.
    private async Task<DbConnection> BeginWriteAsync(Stopwatch begun, CancellationToken cancel)
    {
        for (var pause = 1; ; pause = Math.Min(pause * 2, MaxPause))
        {
            engine.RequireFile();
            try
            {
                idleWriter ??= engine.OpenWriter();
                if (engine.TryBeginWrite(idleWriter))
                {
                    return idleWriter;
                }
            }
            catch (Exception e) when (engine.IsBusy(e))
            {
                // To open it needs a lock, too.
            }

            if (begun.Elapsed > settings.Patience)
            {
                throw new DatabaseException(
                    $"{Location} was locked by another program for {settings.Patience.TotalSeconds:0} seconds.",
                    fault: StorageFault.Busy);
            }

            await Task.Delay(pause, cancel);
        }
    }

    // Takes back what was not committed.
    private void ForgetWriter()
    {
        idleWriter?.Dispose();
        idleWriter = null;
    }

    // Somebody who writes now will tell by the outcome.
    private DatabaseException? FindFaultOfWriting()
    {
        if (!writer.Wait(0))
        {
            return lastFault;
        }

        try
        {
            idleWriter ??= engine.OpenWriter();
            if (!engine.TryBeginWrite(idleWriter))
            {
                lockedSince ??= Environment.TickCount64;
                var isLong = Environment.TickCount64 - lockedSince > settings.Patience.TotalMilliseconds;
                return isLong || lastFault?.Fault == StorageFault.Busy
                    ? new($"{Location} is locked by another program.", fault: StorageFault.Busy)
                    : lastFault;
            }

            engine.EndProbe(idleWriter, lastFault is null or { Fault: StorageFault.Busy } ? [] : Probe);
            lockedSince = null;
            return lastFault = null;
        }
        catch (Exception e) when (engine.Explain(e, idleWriter) is { } fault)
        {
            ForgetWriter();
            return lastFault = fault;
        }
        finally
        {
            writer.Release();
        }
    }

    private async Task<T> ExplainAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is not DatabaseException && engine.Explain(e) is not null)
        {
            throw engine.Explain(e)!;
        }
    }
}
