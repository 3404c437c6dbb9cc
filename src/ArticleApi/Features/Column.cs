namespace ArticleApi.Features;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its header: the name of a member in JSON, such as <c>article.slug</c>.</param>
/// <param name="Cell">Gives the cell of an item.</param>
internal sealed record Column<T>(string Name, Func<T, string?> Cell)
{
    /// <summary>Whether the column is there only if <c>fields</c> names it.</summary>
    public bool IsExtra { get; init; }

    /// <summary>Whether the parameter <c>fields</c> names the column, or an object that it is of.</summary>
    public bool IsAmong(IEnumerable<string> fields) =>
        fields.Any(field => Name == field || Name.StartsWith($"{field}.", StringComparison.Ordinal));
}
