using ArticleApi.Features.Claims;
using ArticleApi.Http;

namespace ArticleApi.Features.References;

internal static class ReferenceEndpoints
{
    public static void MapReferences(this IEndpointRouteBuilder api)
    {
        var references = api.MapGroup("/references").WithTags("References");
        references.MapGet("", ListReferences.Handle).WithName("ListReferences").AlsoIn(ReferenceFormats.OfList<WorkResponse>());
        references.MapGet("/{id}", GetReference.Handle).WithName("GetReference").AlsoIn(ReferenceFormats.OfOne<WorkResponse>()).Fails(ProblemType.ReferenceNotFound);
        references.MapGet("/{id}/claims", ListReferenceClaims.Handle).WithName("ListReferenceClaims").AlsoIn(ClaimFormats.OfList).Fails(ProblemType.ReferenceNotFound);
    }
}
