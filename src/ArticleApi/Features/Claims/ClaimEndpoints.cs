using ArticleApi.Http;

namespace ArticleApi.Features.Claims;

internal static class ClaimEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder api)
    {
        var claims = api.MapGroup("/claims").WithTags("Claims");
        claims.MapGet("", ListClaims.Handle).WithName("ListClaims").AlsoIn(ClaimFormats.OfList);
        claims.MapGet("/{id}", GetClaim.Handle).WithName("GetClaim").AlsoIn(ClaimFormats.OfOne).Fails(ProblemType.ClaimNotFound, ProblemType.ClaimGone);

        var writes = claims.MapGroup("/{id}").Fails(ProblemType.ClaimNotFound, ProblemType.ClaimGone);
        WriteAccess.Require(writes);
        writes.MapPatch("", PatchClaim.Handle).WithName("PatchClaim")
            .WithMetadata(new BodyTypes(typeof(ClaimPatch), JsonBody.PatchTypes))
            .WithMetadata(new WriteAnswers(typeof(ClaimResponse), (200, "The claim as it is now.")))
            .Fails(ProblemType.InvalidJson, ProblemType.ContentTooLarge, ProblemType.UnsupportedMediaType, ProblemType.InvalidDocument, ProblemType.PreconditionRequired);
    }
}
