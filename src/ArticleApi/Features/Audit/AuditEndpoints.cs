using ArticleApi.Contract;
using ArticleApi.Http.Responses;
using ArticleApi.Http.Security;
using ArticleApi.Security;

namespace ArticleApi.Features.Audit;

internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit");
        KeyAccess.Require(audit, Scopes.ArticlesWrite);
        audit.MapGet("", ListAudit.Handle).WithName("ListAudit").WithMetadata(new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(ListResponse<AuditEntryResponse>), [Representations.Json]));
    }
}
