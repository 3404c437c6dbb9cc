using ArticleApi.Documents.Model;
using ArticleApi.Services;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Commands.Importing;

/// <summary>
/// The database of an import. It is created for the first article or topic that is stored, so that files without any leave none behind.
/// A dry run goes the same way and writes nothing.
/// </summary>
internal sealed class ImportDatabase
{
    private readonly IServiceProvider services;
    private readonly Database database;
    private readonly ImportReporter reporter;

    private ImportDatabase(IServiceProvider services, bool isDryRun, ImportReporter reporter) =>
        (this.services, database, IsDryRun, this.reporter) = (services, services.GetRequiredService<Database>(), isDryRun, reporter);

    public bool IsDryRun { get; }

    /// <summary>Whether it is not created yet.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>The database to compare articles with; null where nothing is stored yet, and in a dry run.</summary>
    public Database? Stored { get; private set; }

    /// <summary>Opens the database, and brings it up to date if it exists.</summary>
    public static async Task<ImportDatabase> OpenAsync(
        IServiceProvider services, bool isDryRun, ImportReporter reporter, CancellationToken cancel)
    {
        var opened = new ImportDatabase(services, isDryRun, reporter);
        opened.IsMissing = !await opened.database.ExistsAsync(cancel);
        if (!opened.IsMissing)
        {
            await opened.PrepareAsync(cancel);
            await reporter.WriteDatabaseAsync(StoreCommand.Describe(opened.database, isNew: false));
        }

        return opened;
    }

    /// <summary>The stored topics; where there is no database yet, those that it will be created with.</summary>
    public async Task<IReadOnlyList<Topic>> TopicsAsync(CancellationToken cancel)
    {
        if (IsMissing)
        {
            return Seed.Topics();
        }

        using var snapshot = database.ReadAll(cancel);
        return await TopicStore.AllAsync(snapshot, cancel);
    }

    /// <summary>Creates the database if it is missing, with the bundled vocabulary or without.</summary>
    public async Task EnsureCreatedAsync(CancellationToken cancel, bool withVocabulary = true)
    {
        if (!IsMissing)
        {
            return;
        }

        await PrepareAsync(cancel, withVocabulary);
        IsMissing = false;
        if (!IsDryRun)
        {
            await reporter.WriteDatabaseAsync(StoreCommand.Describe(database, isNew: true));
        }
    }

    /// <summary>Runs <paramref name="work"/> in one transaction.</summary>
    public Task<T> WriteAsync<T>(Func<WriteTransaction, CancellationToken, Task<T>> work, CancellationToken cancel) =>
        database.WriteAsync(work, cancel);

    /// <summary>Lets the database count anew what it has, after all was stored.</summary>
    public Task OptimiseAsync(CancellationToken cancel) => Stored is null ? Task.CompletedTask : database.OptimiseAsync(cancel);

    private async Task PrepareAsync(CancellationToken cancel, bool withVocabulary = true)
    {
        if (IsDryRun)
        {
            return;
        }

        if (withVocabulary)
        {
            await services.PrepareDatabaseAsync(reporter.WriteProgress, cancel);
        }
        else
        {
            await database.PrepareAsync((_, _) => Task.CompletedTask, cancel);
        }

        Stored = database;
    }
}
