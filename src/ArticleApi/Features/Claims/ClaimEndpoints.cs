using ArticleApi.Http;

namespace ArticleApi.Features.Claims;

internal static class ClaimEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder api)
    {
        var claims = api.MapGroup("/claims").WithTags("Claims");
        claims.MapGet("", ListClaims.Handle).WithName("ListClaims");
        claims.MapGet("/{id}", GetClaim.Handle).WithName("GetClaim").Fails(ProblemType.ClaimNotFound, ProblemType.ClaimGone);
    }
}
