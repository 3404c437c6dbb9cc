using System.Text.Json.Serialization;
using ArticleApi.Contract;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Claims;

/// <summary>
/// How many claims of the list have each value, such as each topic. All pages count. A facet is present only if `facet` names it.
/// </summary>
public sealed record ClaimFacets
{
    /// <summary>Claims by topic. A claim counts for each of its topics, but not for broader ones.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Topic { get; init; }

    /// <summary>Claims by article. The values are slugs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Article { get; init; }

    /// <summary>Claims by certainty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Certainty { get; init; }

    /// <summary>Claims by the year in which their article was published.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Year { get; init; }

    /// <summary>Claims by the month in which their article was published, such as `2022-12`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Month { get; init; }

    /// <summary>Claims by the category of their article.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Category { get; init; }

    /// <summary>Counts the facets that a request names; null if it names none.</summary>
    internal static async Task<ClaimFacets?> CountAsync(
        Session session, ClaimFilter filter, IReadOnlyList<string>? names, CancellationToken cancel)
    {
        if (names is not { Count: > 0 })
        {
            return null;
        }

        var counted = await FacetStore.CountAsync(
            session, filter, [.. names.Distinct().Select(name => JsonNames.Value<ClaimFacet>(name)!.Value)], cancel);
        FacetResponse? Of(ClaimFacet facet) => counted.TryGetValue(facet, out var count) ? FacetResponse.From(count) : null;
        return new()
        {
            Topic = Of(ClaimFacet.Topic),
            Article = Of(ClaimFacet.Article),
            Certainty = Of(ClaimFacet.Certainty),
            Year = Of(ClaimFacet.Year),
            Month = Of(ClaimFacet.Month),
            Category = Of(ClaimFacet.Category),
        };
    }
}
