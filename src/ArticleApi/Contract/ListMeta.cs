using System.Text.Json.Serialization;

namespace ArticleApi.Contract;

/// <summary>Facts about a whole list.</summary>
public sealed record ListMeta
{
    /// <summary>The version of the store that the list was read from.</summary>
    public required long DataVersion { get; init; }

    /// <summary>
    /// How many items at the start of the list are ranked by relevance. These are the items among the first 64 texts that match. The items
    /// after them come in a fixed order. Present only if the list is ordered by relevance.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Ranked { get; init; }

    /// <summary>The ids or slugs that were asked for and that nothing has. Present only if the query names some.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? NotFound { get; init; }
}
