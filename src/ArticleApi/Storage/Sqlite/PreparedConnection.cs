using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// An open connection that keeps its statements prepared for the next time that the same SQL is run. To prepare a statement costs about as
/// much as to run it.
/// </summary>
internal sealed class PreparedConnection(SqliteConnection inner) : DbConnection
{
    // Lists of values are written out in the SQL, so that there is no end of different statements.
    private const int MaxStatements = 200;

    // Instructions of SQLite's virtual machine, a tenth of a millisecond or less.
    private const int LimitInterval = 4000;

    private readonly Dictionary<string, SqliteCommand> idle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);
    private Statement? last;

    /// <summary>When it was opened, on the clock of <see cref="Environment.TickCount64"/>.</summary>
    public long OpenedAt { get; } = Environment.TickCount64;

    public SqliteConnection Inner => inner;

    /// <summary>How long statements may take; null sets no limit.</summary>
    public ReadLimit? Limit { get; set; }

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => throw new NotSupportedException();
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    /// <summary>
    /// Interrupts statements when <see cref="Limit"/> is over (<see href="https://sqlite.org/c3ref/progress_handler.html">progress
    /// handler</see>). They fail with <c>SQLITE_INTERRUPT</c>; the connection can be used again.
    /// </summary>
    public void HoldToLimit() => SQLitePCL.raw.sqlite3_progress_handler(
        inner.Handle!, LimitInterval, _ => Limit is { IsOver: true } ? 1 : 0, null);

    /// <summary>
    /// The statement of this text. It is read until another is asked for: one that has not come to its end would hold the snapshot of its
    /// transaction.
    /// </summary>
    public Statement Statement(string sql)
    {
        last?.Reset();
        if (!statements.TryGetValue(sql, out var statement))
        {
            if (statements.Count >= MaxStatements)
            {
                Forget();
            }

            statements.Add(sql, statement = new(inner.Handle!, sql));
        }

        last = statement;
        return statement;
    }

    /// <summary>The row that was inserted last.</summary>
    public long LastRow => SQLitePCL.raw.sqlite3_last_insert_rowid(inner.Handle!);

    /// <summary>Takes a command out, with no values; nobody else has it until it is given back.</summary>
    public SqliteCommand Take(string sql) => idle.Remove(sql, out var command) ? command : new(sql, inner);

    public void GiveBack(SqliteCommand command)
    {
        if (idle.Count >= MaxStatements)
        {
            Forget();
        }

        command.Transaction = null;
        command.Parameters.Clear();
        if (State != ConnectionState.Open || !idle.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open()
    {
    }

    public override void Close()
    {
        Forget();
        inner.Close();
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        inner.BeginTransaction(isolationLevel, deferred: false);

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Forget();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Forget()
    {
        foreach (var command in idle.Values)
        {
            command.Dispose();
        }

        idle.Clear();
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        statements.Clear();
        last = null;
    }
}
