using Dapper;

namespace ArticleApi.Storage.Sqlite;

/// <summary>A statement with the values of its parameters.</summary>
internal sealed record SqlQuery(string Sql, DynamicParameters Values)
{
    /// <summary>The same statement with one value more.</summary>
    public SqlQuery With(string name, object? value)
    {
        Values.Add(name, value);
        return this;
    }

    /// <summary>The same statement with more values, if there are any.</summary>
    public SqlQuery With(IReadOnlyDictionary<string, object?>? values)
    {
        foreach (var (name, value) in values ?? new Dictionary<string, object?>())
        {
            Values.Add(name, value);
        }

        return this;
    }
}
