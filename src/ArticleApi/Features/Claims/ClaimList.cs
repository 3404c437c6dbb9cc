using System.Text.Json.Serialization;
using ArticleApi.Contract;

namespace ArticleApi.Features.Claims;

/// <summary>A page of claims.</summary>
public sealed record ClaimList
{
    /// <summary>The claims of this page.</summary>
    public required IReadOnlyList<ClaimResponse> Data { get; init; }

    /// <summary>Where this page stands in the list.</summary>
    public required PageInfo Page { get; init; }

    /// <summary>What is to be known of the list as a whole.</summary>
    public required ClaimListMeta Meta { get; init; }

    /// <summary>The claims of all pages counted by what they have; only with `facet`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClaimFacets? Facets { get; init; }
}

/// <summary>What is to be known of a list of claims as a whole.</summary>
public sealed record ClaimListMeta
{
    /// <summary>The version of the store that the list shows.</summary>
    public required long DataVersion { get; init; }

    /// <summary>The topics that were asked for, and what each was taken for.</summary>
    public required IReadOnlyList<ResolvedTopicResponse> ResolvedTopics { get; init; }

    /// <summary>
    /// Only by relevance: how many items of the list, from its beginning, are ranked: those of the first 64 texts that are found. All others follow in an order
    /// that stays as it is.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Ranked { get; init; }
}
