using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// Lets Dapper use the prepared statements of a <see cref="PreparedConnection"/>: a command borrows one, and returns it when disposed of.
/// </summary>
internal sealed class PreparedCommand(PreparedConnection connection) : DbCommand
{
    private SqliteCommand? statement;
    private SqliteTransaction? transaction;

    [AllowNull]
    public override string CommandText
    {
        get => statement?.CommandText ?? "";
        set
        {
            // Dapper writes lists of values out in the text when the parameters are there.
            SqliteParameter[] parameters = statement is null ? [] : [.. statement.Parameters.Cast<SqliteParameter>()];
            Release();
            statement = connection.Take(value ?? "");
            statement.Transaction = transaction;
            statement.Parameters.AddRange(parameters);
        }
    }

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text)
            {
                throw new NotSupportedException();
            }
        }
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException();
    }

    protected override DbParameterCollection DbParameterCollection => Statement.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => transaction;
        set
        {
            transaction = (SqliteTransaction?)value;
            if (statement is not null)
            {
                statement.Transaction = transaction;
            }
        }
    }

    private SqliteCommand Statement => statement ?? throw new InvalidOperationException("The command has no text yet.");

    public override void Cancel()
    {
    }

    public override int ExecuteNonQuery() => Statement.ExecuteNonQuery();

    public override object? ExecuteScalar() => Statement.ExecuteScalar();

    public override void Prepare() => Statement.Prepare();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Statement.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Release();
        }

        base.Dispose(disposing);
    }

    private void Release()
    {
        if (statement is not null)
        {
            connection.GiveBack(statement);
            statement = null;
        }
    }
}
