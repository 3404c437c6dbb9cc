using System.Text.Json.Serialization;
using ArticleApi.Contract;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Claims;

/// <summary>Claims counted by what they have, over all pages of a list and under all its filters. Each facet is there only when it was asked for.</summary>
public sealed record ClaimFacets
{
    /// <summary>By topic, as claims are tagged: a claim counts for each of its topics, and not for broader ones.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Topic { get; init; }

    /// <summary>By article, told by its slug.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Article { get; init; }

    /// <summary>By certainty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Certainty { get; init; }

    /// <summary>By the year in which the article was published.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Year { get; init; }

    /// <summary>The facets that a request names; null where it names none.</summary>
    internal static async Task<ClaimFacets?> CountAsync(Session session, ClaimFilter filter, IReadOnlyList<string>? names, CancellationToken cancel)
    {
        if (names is not { Count: > 0 })
        {
            return null;
        }

        var counted = await FacetStore.CountAsync(session, filter, [.. names.Distinct().Select(name => JsonNames.Value<ClaimFacet>(name)!.Value)], cancel);
        FacetResponse? Of(ClaimFacet facet) => counted.TryGetValue(facet, out var count) ? FacetResponse.From(count) : null;
        return new() { Topic = Of(ClaimFacet.Topic), Article = Of(ClaimFacet.Article), Certainty = Of(ClaimFacet.Certainty), Year = Of(ClaimFacet.Year) };
    }
}
