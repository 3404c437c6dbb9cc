namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>A value of YAML, TOML or JSON: a text, a list or fields.</summary>
/// <param name="Line">Its line, counted from 1.</param>
internal sealed record MetaNode(int Line)
{
    public string? Text { get; init; }

    public List<MetaNode> Items { get; } = [];

    public List<(string Key, MetaNode Value)> Fields { get; } = [];

    /// <summary>The value of the first of some fields that there is, or null.</summary>
    public MetaNode? this[params ReadOnlySpan<string> keys]
    {
        get
        {
            foreach (var key in keys)
            {
                foreach (var (name, value) in Fields)
                {
                    if (name.Equals(key, StringComparison.OrdinalIgnoreCase))
                    {
                        return value;
                    }
                }
            }

            return null;
        }
    }

    /// <summary>The text of a field, or null where it has none.</summary>
    public string? TextOf(params ReadOnlySpan<string> keys) => this[keys] is { Text.Length: > 0 } node ? node.Text : null;

    /// <summary>The items of a list; of a single value itself.</summary>
    public IReadOnlyList<MetaNode> AsList() => Items.Count > 0 ? Items : Text is { Length: > 0 } || Fields.Count > 0 ? [this] : [];
}
