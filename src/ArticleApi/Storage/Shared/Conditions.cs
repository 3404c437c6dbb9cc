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

    /// <summary>Adds the condition that a column has one of some texts.</summary>
    /// <param name="column">The column.</param>
    /// <param name="name">What the names of the parameters begin with.</param>
    /// <param name="values">The texts.</param>
    public void AddAny(string column, string name, IReadOnlyList<string> values)
    {
        conditions.Add($"{column} in ({string.Join(", ", values.Select((_, i) => $"@{name}{i}"))})");
        foreach (var (i, value) in values.Index())
        {
            Parameters.Add($"{name}{i}", value);
        }
    }

    public void Add(string condition) => conditions.Add(condition);

    /// <summary>Adds a condition with the value that it names.</summary>
    public void Add(string condition, string name, object value)
    {
        conditions.Add(condition);
        Parameters.Add(name, value);
    }
}
