using System.Text.Json.Serialization;

namespace ArticleApi.Contract;

/// <summary>A page of a list.</summary>
public sealed record ListResponse<T>
{
    /// <summary>The items of this page.</summary>
    public required IReadOnlyList<T> Data { get; init; }

    /// <summary>Where this page stands in the list.</summary>
    public required PageInfo Page { get; init; }

    /// <summary>What is to be known of the list as a whole.</summary>
    public required ListMeta Meta { get; init; }
}

/// <summary>Where a page stands in its list.</summary>
public sealed record PageInfo
{
    /// <summary>How many items a page has at most.</summary>
    public required int Limit { get; init; }

    /// <summary>The `cursor` of the next page; null at the end.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>Whether there is a next page.</summary>
    public required bool HasMore { get; init; }

    /// <summary>The number of items over all pages; only with `count=exact`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Total { get; init; }
}

/// <summary>What is to be known of a list as a whole.</summary>
public sealed record ListMeta
{
    /// <summary>The version of the store that the list shows.</summary>
    public required long DataVersion { get; init; }

    /// <summary>
    /// Only by relevance: how many items of the list, from its beginning, are ranked: those of the first 64 texts that are found. All others follow in an order
    /// that stays as it is.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Ranked { get; init; }
}
