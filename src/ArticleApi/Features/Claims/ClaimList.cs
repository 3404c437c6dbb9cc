using System.Text.Json.Serialization;
using ArticleApi.Contract;
using ArticleApi.Features.References;

namespace ArticleApi.Features.Claims;

/// <summary>A page of claims.</summary>
public sealed record ClaimList : IListOf<ClaimResponse>
{
    /// <summary>The claims of this page.</summary>
    public required IReadOnlyList<ClaimResponse> Data { get; init; }

    /// <summary>This page, and how to get the next one.</summary>
    public required PageInfo Page { get; init; }

    /// <summary>Facts about the whole list.</summary>
    public required ClaimListMeta Meta { get; init; }

    /// <summary>The claims of all pages, counted. Present only with `facet`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClaimFacets? Facets { get; init; }

    /// <summary>The works that the claims of this page cite, by id. Present only with `include=references`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, WorkResponse>? References { get; init; }
}

/// <summary>Facts about a whole list of claims.</summary>
public sealed record ClaimListMeta
{
    /// <summary>The version of the store that the list was read from.</summary>
    public required long DataVersion { get; init; }

    /// <summary>The topics of the query, and the topic that each was understood as.</summary>
    public required IReadOnlyList<ResolvedTopicResponse> ResolvedTopics { get; init; }

    /// <summary>
    /// How many items at the start of the list are ranked by relevance. These are the items among the first 64 texts that match. The items
    /// after them come in a fixed order. Present only if the list is ordered by relevance.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Ranked { get; init; }

    /// <summary>The ids of `id` that no claim has. Present only with `id`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? NotFound { get; init; }
}
