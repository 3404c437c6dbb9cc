using ArticleApi.Http.Responses;
using Microsoft.OpenApi;

namespace ArticleApi.Features.Claims;

/// <summary>The representations of claims beside JSON.</summary>
internal static class ClaimFormats
{
    /// <summary>The representations of a list.</summary>
    public static readonly Representation[] OfList =
    [
        Table.Of<ClaimList, ClaimResponse>(ClaimTable.Columns),
        NdjsonRepresentation.Of<ClaimList, ClaimResponse>(list => list.Data),
        new Representation<ClaimList>("jsonld", Annotations, ClaimAnnotations.Page) { SchemaType = JsonSchemaType.Object },
    ];

    /// <summary>The representations of a single claim.</summary>
    public static readonly Representation[] OfOne =
    [
        new Representation<ClaimResponse>("jsonld", Annotations, ClaimAnnotations.One) { SchemaType = JsonSchemaType.Object },
    ];

    private const string Annotations = "application/ld+json";
}
