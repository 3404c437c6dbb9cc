using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Http.Security;
using ArticleApi.Security;

namespace ArticleApi.Features.Claims;

internal static class ClaimEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder api)
    {
        var claims = api.MapGroup("/claims").WithTags("Claims");
        claims.MapGet("", ListClaims.Handle).WithName("ListClaims").ProducesAlso(ClaimFormats.OfList);
        claims.MapGet("/{id}", GetClaim.Handle)
            .WithName("GetClaim")
            .ProducesAlso(ClaimFormats.OfOne)
            .ProducesProblems(ProblemType.ClaimNotFound, ProblemType.ClaimGone);

        var writes = claims.MapGroup("/{id}").ProducesProblems(ProblemType.ClaimNotFound, ProblemType.ClaimGone);
        WriteAccess.Require(writes, Scopes.ClaimsReview);
        writes.MapPatch("", PatchClaim.Handle).WithName("PatchClaim")
            .WithMetadata(new AcceptedBody(typeof(ClaimPatch), JsonBody.PatchTypes))
            .WithMetadata(new WriteResponses(typeof(ClaimResponse), (200, "The claim after the change.")))
            .ProducesProblems(
                ProblemType.InvalidJson,
                ProblemType.ContentTooLarge,
                ProblemType.UnsupportedMediaType,
                ProblemType.InvalidDocument,
                ProblemType.PreconditionRequired);
    }
}
