using System.Text.Json.Serialization;

namespace ArticleApi.Contract;

/// <summary>A page of a list, and how to get the next one.</summary>
public sealed record PageInfo
{
    /// <summary>The largest number of items on a page.</summary>
    public required int Limit { get; init; }

    /// <summary>Send this as `cursor` to get the next page. Null on the last page.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>Whether there is a next page.</summary>
    public required bool HasMore { get; init; }

    /// <summary>The number of items on all pages. Present only with `count=exact`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Total { get; init; }
}
