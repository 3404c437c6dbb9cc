using System.Text.Json.Serialization;
using ArticleApi.Contract;
using ArticleApi.Features.Claims;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

/// <summary>A page of articles.</summary>
public sealed record ArticleSummaryList : IListOf<ArticleSummaryResponse>
{
    /// <summary>The items of this page.</summary>
    public required IReadOnlyList<ArticleSummaryResponse> Data { get; init; }

    /// <summary>This page, and how to get the next one.</summary>
    public required PageInfo Page { get; init; }

    /// <summary>Facts about the whole list.</summary>
    public required ListMeta Meta { get; init; }

    /// <summary>The articles of all pages, counted. Present only with `facet`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ArticleFacets? Facets { get; init; }
}

/// <summary>How many articles of the list have each value. All pages count. A facet is present only if `facet` names it.</summary>
public sealed record ArticleFacets
{
    /// <summary>Articles by the topics of their claims. An article counts for each of its topics, but not for broader ones.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Topic { get; init; }

    /// <summary>Articles by category.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Category { get; init; }

    /// <summary>Articles by language, as each has it: `pt` and `pt-BR` are two.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Language { get; init; }

    /// <summary>Articles by the year of publication.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Year { get; init; }

    /// <summary>Articles by the month of publication, such as `2022-12`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetResponse? Month { get; init; }

    /// <summary>Counts the facets that a request names; null if it names none.</summary>
    internal static async Task<ArticleFacets?> CountAsync(
        Session session, ArticleFilter filter, IReadOnlyList<string>? names, CancellationToken cancel)
    {
        if (names is not { Count: > 0 })
        {
            return null;
        }

        var counted = await FacetStore.CountAsync(
            session, filter, [.. names.Distinct().Select(name => JsonNames.Value<ArticleFacet>(name)!.Value)], cancel);
        FacetResponse? Of(ArticleFacet facet) => counted.TryGetValue(facet, out var count) ? FacetResponse.From(count) : null;
        return new()
        {
            Topic = Of(ArticleFacet.Topic),
            Category = Of(ArticleFacet.Category),
            Language = Of(ArticleFacet.Language),
            Year = Of(ArticleFacet.Year),
            Month = Of(ArticleFacet.Month),
        };
    }
}
