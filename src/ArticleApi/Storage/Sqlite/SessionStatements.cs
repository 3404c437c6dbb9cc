namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// Prepared statements of a session, for what is read or written most. A statement is done with before another is asked for; methods that
/// use them do not use Dapper.
/// </summary>
internal static class SessionStatements
{
    public static Statement Statement(this Session session, string sql) => ((PreparedConnection)session.Connection).Statement(sql);

    /// <summary>A statement with the value of its one parameter.</summary>
    public static Statement Statement(this Session session, string sql, string name, object? value)
    {
        var statement = session.Statement(sql);
        statement.Bind(name, value);
        return statement;
    }

    /// <summary>A statement with the values of its parameters; values that it does not name are left out.</summary>
    public static Statement Statement(this Session session, SqlQuery query)
    {
        var statement = session.Statement(query.Sql);
        foreach (var name in query.Values.ParameterNames)
        {
            statement.Bind(name, query.Values.Get<object?>(name));
        }

        return statement;
    }

    /// <summary>The row that was inserted last.</summary>
    public static long LastRow(this WriteTransaction write) => ((PreparedConnection)write.Connection).LastRow;
}
