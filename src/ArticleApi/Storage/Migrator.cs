using System.Data.Common;
using Dapper;

namespace ArticleApi.Storage;

/// <summary>Applies numbered migrations and keeps a journal of them with their checksums.</summary>
internal static class Migrator
{
    private static readonly string[] Journal = ["number", "name", "checksum", "applied_at"];

    /// <summary>Refuses a database that is not this program's, or of a newer one, or of a schema that was changed by hand.</summary>
    /// <returns>What has to be done; a database without any table is as good as new.</returns>
    /// <exception cref="DatabaseException">The database must not be touched.</exception>
    /// <param name="connection">A connection that only reads.</param>
    /// <param name="columns">The columns of all tables that there are.</param>
    /// <param name="engine">The folder of the migrations.</param>
    /// <param name="formatVersion">The format of stored JSON that this program makes.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<DatabaseState> CheckAsync(
        DbConnection connection,
        IReadOnlyCollection<(string Table, string Column)> columns,
        string engine,
        int formatVersion,
        CancellationToken cancel)
    {
        if (columns.Count == 0)
        {
            return DatabaseState.New;
        }

        if (!Journal.All(column => columns.Contains(("schema_migrations", column))))
        {
            throw new DatabaseException(
                $"{connection.DataSource} is the database of another program. Name another file in ConnectionStrings__Articles.");
        }

        var journal = (await connection.QueryAsync<JournalRow>(
            new CommandDefinition("select number, name, checksum from schema_migrations order by number", cancellationToken: cancel)))
            .AsList();
        var migrations = Migration.Of(engine);
        Compare(journal, migrations, connection.DataSource);
        return journal.Count == migrations.Count
            && await connection.ExecuteScalarAsync<int>(
                new CommandDefinition("select shape from store_state", cancellationToken: cancel)) == formatVersion
            ? DatabaseState.Current
            : DatabaseState.Outdated;
    }

    /// <summary>Applies what is pending. The write lock is held, so of two programs that start together only one does it.</summary>
    /// <returns>The numbers that were applied.</returns>
    public static async Task<IReadOnlyList<int>> ApplyAsync(
        WriteTransaction write,
        string engine,
        Func<WriteTransaction, CancellationToken, Task> seed,
        MigrationProgress? progress,
        CancellationToken cancel)
    {
        await write.ExecuteAsync(
            """
            create table if not exists schema_migrations (
                number integer primary key,
                name text not null,
                checksum text not null,
                applied_at text not null
            )
            """,
            null,
            cancel);
        var journal = await write.QueryAsync<JournalRow>(
            "select number, name, checksum from schema_migrations order by number", null, cancel);
        var migrations = Migration.Of(engine);
        Compare(journal, migrations, write.DataSource);

        var pending = migrations.Skip(journal.Count).ToList();
        foreach (var (i, migration) in pending.Index())
        {
            progress?.Begin($"Applying migration {migration.Name} ({i + 1} of {pending.Count})");
            await write.ExecuteAsync(migration.Sql, null, cancel);
            await write.ExecuteAsync(
                "insert into schema_migrations (number, name, checksum, applied_at) values (@Number, @Name, @Checksum, @appliedAt)",
                new { migration.Number, migration.Name, migration.Checksum, appliedAt = write.Now.UtcDateTime },
                cancel);
            write.Changed = true;
        }

        if (journal.Count == 0)
        {
            await seed(write, cancel);
        }

        return [.. pending.Select(migration => migration.Number)];
    }

    private static void Compare(IReadOnlyList<JournalRow> journal, IReadOnlyList<Migration> migrations, string source)
    {
        if (journal.Count > migrations.Count)
        {
            throw new DatabaseException(
                $"{source} has schema {journal[^1].Number}, newer than this program's {migrations[^1].Number}. Use the program that it was "
                + "last used with, or a later one.");
        }

        foreach (var (applied, migration) in journal.Zip(migrations))
        {
            if (applied.Number != migration.Number || applied.Checksum != migration.Checksum)
            {
                throw new DatabaseException(
                    $"{source} was made with another version of migration {applied.Name}: its checksum differs. Restore a backup, "
                    + "or use the program that made it.");
            }
        }
    }

    private sealed class JournalRow
    {
        public int Number { get; init; }

        public string Name { get; init; } = "";

        public string Checksum { get; init; } = "";
    }
}
