using ArticleApi.Storage;

namespace ArticleApi.Features.Claims;

/// <summary>How many items of a list have each value, such as each topic.</summary>
public sealed record FacetResponse
{
    /// <summary>The 20 most frequent values, the most frequent first. Equally frequent values are ordered by code point.</summary>
    public required IReadOnlyList<FacetBucket> Buckets { get; init; }

    /// <summary>The sum of the counts of all other values.</summary>
    public required long Other { get; init; }

    /// <summary>The number of items without a value.</summary>
    public required long Missing { get; init; }

    /// <summary>The number of all different values.</summary>
    public required long Distinct { get; init; }

    internal static FacetResponse From(Facet facet) => new()
    {
        Buckets = [.. facet.Buckets.Select(bucket => new FacetBucket { Value = bucket.Value, Count = bucket.Count })],
        Other = facet.Other,
        Missing = facet.Missing,
        Distinct = facet.Distinct,
    };
}

/// <summary>A value, and the number of items that have it.</summary>
public sealed record FacetBucket
{
    /// <summary>The value, as the parameter of the same name takes it. A year has four digits.</summary>
    public required string Value { get; init; }

    /// <summary>The number of items.</summary>
    public required long Count { get; init; }
}
