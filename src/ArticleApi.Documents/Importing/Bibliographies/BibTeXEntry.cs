namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>An entry of BibTeX as it stands in the file: values with their LaTeX, macros put in.</summary>
/// <param name="Type">Its type in lower case: <c>article</c>.</param>
/// <param name="Key">The key that it is cited by.</param>
/// <param name="Line">The line where it starts, counted from 1.</param>
internal sealed record BibTeXEntry(string Type, string Key, int Line)
{
    /// <summary>The values by the names of the fields, whose case does not matter.</summary>
    public Dictionary<string, string> Fields { get; init; } = new(StringComparer.OrdinalIgnoreCase);
}
