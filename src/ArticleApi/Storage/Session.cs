using System.Data.Common;
using ArticleApi.Storage.Sqlite;
using Dapper;

namespace ArticleApi.Storage;

/// <summary>A connection with the transaction that every statement of it belongs to.</summary>
/// <param name="transaction">The transaction; null where it was begun by a statement.</param>
internal abstract class Session(PreparedConnection connection, DbTransaction? transaction)
{
    /// <summary>The path of the database, for messages.</summary>
    public string DataSource => connection.DataSource;

    protected DbTransaction? Transaction => transaction;

    protected PreparedConnection Connection => connection;

    /// <summary>A statement for what is asked or written most. It is to be done with before another is asked for.</summary>
    public Statement Statement(string sql) => connection.Statement(sql);

    /// <summary>A statement for what is asked most, with the values of its parameters.</summary>
    public Statement Statement(string sql, DynamicParameters parameters)
    {
        var statement = connection.Statement(sql);
        foreach (var name in parameters.ParameterNames)
        {
            statement.Bind(name, parameters.Get<object?>(name));
        }

        return statement;
    }

    /// <summary>A statement for what is asked most, with the value of its one parameter.</summary>
    public Statement Statement(string sql, string name, object? value)
    {
        var statement = connection.Statement(sql);
        statement.Bind(name, value);
        return statement;
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, CancellationToken cancel) =>
        (await connection.QueryAsync<T>(Command(sql, args, cancel))).AsList();

    public Task<T?> FirstAsync<T>(string sql, object? args, CancellationToken cancel) =>
        connection.QueryFirstOrDefaultAsync<T>(Command(sql, args, cancel));

    public Task<int> ExecuteAsync(string sql, object? args, CancellationToken cancel) =>
        connection.ExecuteAsync(Command(sql, args, cancel));

    private CommandDefinition Command(string sql, object? args, CancellationToken cancel) =>
        new(sql, args, transaction, cancellationToken: cancel);
}
