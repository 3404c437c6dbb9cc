using Dapper;

namespace ArticleApi.Storage.Shared;

/// <summary>The conditions of a statement, which must all hold, with the values of their parameters.</summary>
internal sealed class Conditions
{
    private readonly List<string> conditions = [];

    public DynamicParameters Parameters { get; } = new();

    public bool IsEmpty => conditions.Count == 0;

    /// <summary>The conditions joined by <c>and</c>; <c>true</c> where there are none.</summary>
    public string Sql => IsEmpty ? "true" : string.Join("\nand ", conditions);

    /// <summary>A list of rows. It is written out: a parameter has one value.</summary>
    public static string In(IEnumerable<long> rows) => $"({string.Join(',', rows)})";

    public void Add(string condition) => conditions.Add(condition);

    /// <summary>Adds a condition with the value that it names.</summary>
    public void Add(string condition, string name, object value)
    {
        conditions.Add(condition);
        Parameters.Add(name, value);
    }
}
