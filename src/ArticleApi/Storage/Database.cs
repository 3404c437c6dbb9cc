using System.Data.Common;
using System.Diagnostics;
using ArticleApi.Storage.Shared;
using ArticleApi.Storage.Sqlite;

namespace ArticleApi.Storage;

/// <summary>The store: many readers, each with an unchanging view, beside one writer.</summary>
internal sealed class Database : IDisposable
{
    private const int OptimiseEvery = 100;

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

    /// <exception cref="DatabaseException">The connection string is of no engine that there is.</exception>
    public Database(
        StorageSettings settings, TimeProvider clock, Renderer renderer, ILogger<Database>? log = null, Telemetry? telemetry = null)
    {
        (this.log, this.telemetry) = (log, telemetry);
        this.settings = settings;
        engine = SqliteEngine.For(settings.ConnectionString);
        changes = engine.WatchChanges();
        this.clock = clock;
        this.renderer = renderer;
    }

    /// <summary>Where the database is: the full path of its file.</summary>
    public string Location => engine.Location;

    /// <summary>The size of the write-ahead log in bytes.</summary>
    public long LogSize => engine.LogSize;

    /// <summary>Whether there is a schema already; refuses a database that this program must not touch. Changes nothing.</summary>
    /// <exception cref="DatabaseException">The database cannot be used.</exception>
    public Task<bool> ExistsAsync(CancellationToken cancel) => ExplainAsync(async () =>
    {
        if (!engine.Exists)
        {
            return false;
        }

        await using var inspection = engine.OpenForInspection();
        return await Migrator.CheckAsync(inspection, await engine.ColumnsAsync(inspection, cancel), engine.Name, cancel);
    });

    /// <summary>
    /// Brings the schema up to date; <paramref name="seed"/> fills a newly created database in the same transaction.
    /// </summary>
    /// <returns>The numbers of the migrations that were applied.</returns>
    /// <exception cref="DatabaseException">The database cannot be used; nothing was changed.</exception>
    public async Task<IReadOnlyList<int>> PrepareAsync(Func<WriteTransaction, CancellationToken, Task> seed, CancellationToken cancel)
    {
        await ExistsAsync(cancel);
        return await WriteAsync(
            async (write, token) =>
            {
                var applied = await Migrator.ApplyAsync(write, engine.Name, seed, token);
                await engine.Documents.RenderOutdatedAsync(write, token);
                return applied;
            },
            cancel);
    }

    /// <summary>To be called before the store is served: it may be a copy.</summary>
    /// <exception cref="DatabaseException">The database cannot be used.</exception>
    public Task BeginServingAsync(CancellationToken cancel) => WriteAsync(
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
    public Task<T> WriteAsync<T>(Func<WriteTransaction, CancellationToken, Task<T>> work, CancellationToken cancel) =>
        ExplainAsync(async () =>
        {
            var start = Stopwatch.GetTimestamp();
            await writer.WaitAsync(cancel);
            telemetry?.AddWriterWait(Stopwatch.GetElapsedTime(start));
            using var operation = telemetry?.StartOperation("write");
            try
            {
                var connection = idleWriter ??= engine.OpenWriter();
                await using var transaction = engine.BeginWrite(connection);
                var write = new WriteTransaction(engine, connection, transaction, Now(), renderer);
                var result = await work(write, cancel);
                await write.CommitAsync(cancel);
                TellLogSize();
                if (writes++ % OptimiseEvery == 0)
                {
                    engine.Optimise(connection);
                }

                return result;
            }
            catch
            {
                idleWriter?.Dispose();
                idleWriter = null;
                throw;
            }
            finally
            {
                writer.Release();
            }
        });

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
    public long Backup(string target) => engine.Backup(target, ChangeStore.MarkCopy, ArticleStore.CountAll);

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

    private async Task<T> ExplainAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (engine.Explain(e) is { } explanation)
        {
            throw new DatabaseException(explanation, e);
        }
    }
}
