using ArticleApi.Features.Claims;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Responses;

namespace ArticleApi.Features.References;

internal static class ReferenceEndpoints
{
    public static void MapReferences(this IEndpointRouteBuilder api)
    {
        var references = api.MapGroup("/references").WithTags("References");
        references.MapGet("", ListReferences.Handle)
            .WithName("ListReferences")
            .ProducesAlso(ReferenceFormats.OfList<WorkList, WorkResponse>(ReferenceTable.OfWorks));
        references.MapGet("/{id}", GetReference.Handle)
            .WithName("GetReference")
            .ProducesAlso(ReferenceFormats.OfOne<WorkResponse>())
            .ProducesProblems(ProblemType.ReferenceNotFound);
        references.MapGet("/{id}/claims", ListReferenceClaims.Handle)
            .WithName("ListReferenceClaims")
            .ProducesAlso(ClaimFormats.OfList)
            .ProducesProblems(ProblemType.ReferenceNotFound);
    }
}
