using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Http.Security;

namespace ArticleApi.Features.Imports;

internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("Imports");
        WriteAccess.Require(imports);
        imports.MapPost("", ImportArticle.Handle).WithName("ImportArticle")
            .WithMetadata(new AcceptedBody(null, ImportArticle.Types))
            .WithMetadata(new WriteResponses(
                typeof(ImportResponse),
                (200, "The article that is stored now, or in a dry run would be, and what was done with the text."),
                (201, "The article, which is new, and what was done with the text.")))
            .ProducesProblems(ProblemType.ContentTooLarge, ProblemType.UnsupportedMediaType, ProblemType.UnreadableText, ProblemType.PreconditionRequired);
    }
}
