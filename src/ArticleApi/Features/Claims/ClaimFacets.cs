using System.Text.Json.Serialization;
using ArticleApi.Http;
using ArticleApi.Storage;

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
        async Task<FacetResponse?> Count(ClaimFacet facet) => names!.Contains(Wire.Name(facet))
            ? FacetResponse.From(await FacetStore.CountAsync(session, filter, facet, cancel))
            : null;

        return names is not { Count: > 0 } ? null : new()
        {
            Topic = await Count(ClaimFacet.Topic),
            Article = await Count(ClaimFacet.Article),
            Certainty = await Count(ClaimFacet.Certainty),
            Year = await Count(ClaimFacet.Year),
        };
    }
}
