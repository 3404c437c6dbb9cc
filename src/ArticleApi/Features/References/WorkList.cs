using System.Text.Json.Serialization;
using ArticleApi.Contract;
using ArticleApi.Features.Claims;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.References;

/// <summary>A page of cited works.</summary>
public sealed record WorkList : IListOf<WorkResponse>
{
    /// <summary>The items of this page.</summary>
    public required IReadOnlyList<WorkResponse> Data { get; init; }

    /// <summary>This page, and how to get the next one.</summary>
    public required PageInfo Page { get; init; }

    /// <summary>Facts about the whole list.</summary>
    public required ListMeta Meta { get; init; }

    /// <summary>The works of all pages, counted. Present only with `facet`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WorkFacets? Facets { get; init; }
}

/// <summary>How many works of the list have each value. All pages count. A facet is present only if `facet` names it.</summary>
public sealed record WorkFacets
{
    /// <summary>Works by the year of publication.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Year { get; init; }

    /// <summary>Works by their CSL type.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Type { get; init; }

    /// <summary>Works by the journal, book or website that contains them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Container { get; init; }

    /// <summary>Counts the facets that a request names; null if it names none.</summary>
    internal static async Task<WorkFacets?> CountAsync(
        Session session, WorkFilter filter, IReadOnlyList<string>? names, CancellationToken cancel)
    {
        if (names is not { Count: > 0 })
        {
            return null;
        }

        var counted = await FacetStore.CountAsync(
            session, filter, [.. names.Distinct().Select(name => JsonNames.Value<WorkFacet>(name)!.Value)], cancel);
        FacetResponse? Of(WorkFacet facet) => counted.TryGetValue(facet, out var count) ? FacetResponse.From(count) : null;
        return new() { Year = Of(WorkFacet.Year), Type = Of(WorkFacet.Type), Container = Of(WorkFacet.Container) };
    }
}
