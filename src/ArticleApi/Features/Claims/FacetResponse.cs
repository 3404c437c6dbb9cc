using ArticleApi.Storage;

namespace ArticleApi.Features.Claims;

/// <summary>How many claims of a list have which value of something.</summary>
public sealed record FacetResponse
{
    /// <summary>The values that most claims have, 20 at most, by number, then value by code point.</summary>
    public required IReadOnlyList<FacetBucket> Buckets { get; init; }

    /// <summary>The sum of the numbers of all values that are not listed.</summary>
    public required long Other { get; init; }

    /// <summary>The number of claims that have no value.</summary>
    public required long Missing { get; init; }

    /// <summary>The number of values, listed or not.</summary>
    public required long Distinct { get; init; }

    internal static FacetResponse From(Facet facet) => new()
    {
        Buckets = [.. facet.Buckets.Select(bucket => new FacetBucket { Value = bucket.Value, Count = bucket.Count })],
        Other = facet.Other,
        Missing = facet.Missing,
        Distinct = facet.Distinct,
    };
}

/// <summary>A value with the number of claims that have it.</summary>
public sealed record FacetBucket
{
    /// <summary>The value as the filter of its name takes it; of a year its four digits.</summary>
    public required string Value { get; init; }

    /// <summary>The number of claims.</summary>
    public required long Count { get; init; }
}
