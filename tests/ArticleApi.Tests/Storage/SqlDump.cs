namespace ArticleApi.Tests.Storage;

/// <summary>A SQLite file as SQL: what its schema says and which rows it holds.</summary>
internal static class SqlDump
{
    private const string OrdinaryTables =
        "select name from pragma_table_list where type = 'table' and name not like 'sqlite_%' order by name";

    private const string FullTextTables = "select name from pragma_table_list where type = 'virtual' order by name";

    /// <summary>A script that makes the same database: the schema, the rows, and the full-text indexes filled anew.</summary>
    public static string Script(string path)
    {
        var lines = Schema(path).Concat(Tables(path).SelectMany(table => Rows(path, table))).Concat(FullText(path));
        return $"pragma foreign_keys = off;\n\n{string.Concat(lines.Select(line => $"{line};\n"))}";
    }

    /// <summary>The statements that make tables, indexes and views, in the order in which they were run.</summary>
    public static IReadOnlyList<string> Schema(string path) => Raw.Query(
        path,
        """
        select sql
        from sqlite_master
        where sql is not null and name not like 'sqlite_%' and name not in (select name from pragma_table_list where type = 'shadow')
        order by rowid
        """);

    /// <summary>The ordinary tables.</summary>
    public static IReadOnlyList<string> Tables(string path) => Raw.Query(path, OrdinaryTables);

    /// <summary>A statement for each row of a table, ordered by the columns.</summary>
    public static IReadOnlyList<string> Rows(string path, string table)
    {
        var columns = Raw.Query(path, $"select name from pragma_table_info('{table}')");
        var values = string.Join(" || ', ' || ", columns.Select(column =>
            $"case typeof({column}) when 'blob' then 'cast(' || quote(cast({column} as text)) || ' as blob)' else quote({column}) end"));
        var names = string.Join(", ", columns);
        return Raw.Query(path, $"select 'insert into {table} ({names}) values (' || {values} || ')' from {table} order by {names}");
    }

    private static IEnumerable<string> FullText(string path)
    {
        foreach (var table in Raw.Query(path, FullTextTables))
        {
            foreach (var rank in Raw.Query(path, $"select v from {table}_config where k = 'rank'"))
            {
                yield return $"insert into {table} ({table}, rank) values ('rank', '{rank}')";
            }

            yield return $"insert into {table} ({table}) values ('rebuild')";
        }
    }
}
