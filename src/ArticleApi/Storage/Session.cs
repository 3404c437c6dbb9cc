using System.Data.Common;
using ArticleApi.Storage.Sqlite;
using Dapper;

namespace ArticleApi.Storage;

/// <summary>A connection in a transaction, which every statement of it belongs to.</summary>
/// <param name="engine">The engine of the database.</param>
/// <param name="connection">The connection.</param>
internal abstract class Session(SqliteEngine engine, DbConnection connection)
{
    /// <summary>What the engine does its own way: lists of claims, search, rows, rendered documents, names of topics.</summary>
    public SqliteEngine Engine => engine;

    public DbConnection Connection => connection;

    /// <summary>The path of the database, for messages.</summary>
    public string DataSource => connection.DataSource;

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, CancellationToken cancel) =>
        (await connection.QueryAsync<T>(Command(sql, args, cancel))).AsList();

    public Task<T?> FirstAsync<T>(string sql, object? args, CancellationToken cancel) =>
        connection.QueryFirstOrDefaultAsync<T>(Command(sql, args, cancel));

    public Task<int> ExecuteAsync(string sql, object? args, CancellationToken cancel) =>
        connection.ExecuteAsync(Command(sql, args, cancel));

    private static CommandDefinition Command(string sql, object? args, CancellationToken cancel) =>
        new(sql, args, cancellationToken: cancel);
}
