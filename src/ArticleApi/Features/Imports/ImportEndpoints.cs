using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Http.Security;
using ArticleApi.Security;

namespace ArticleApi.Features.Imports;

internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("Imports");
        WriteAccess.Require(imports, Scopes.ArticlesWrite);
        imports.MapPost("", ImportArticle.Handle).WithName("ImportArticle")
            .WithMetadata(new AcceptedBody(null, ImportArticle.Types) { Parts = ImportArticle.Parts })
            .WithMetadata(new WriteResponses(
                typeof(ImportResponse),
                (200, "The article as it was stored, or would be without `dry_run`, and a report."),
                (201, "The new article, and a report.")))
            .ProducesProblems(
                ProblemType.ContentTooLarge,
                ProblemType.UnsupportedMediaType,
                ProblemType.UnreadableText,
                ProblemType.InvalidMultipart,
                ProblemType.UnknownPart,
                ProblemType.MissingPart,
                ProblemType.RepeatedPart,
                ProblemType.PreconditionRequired);
    }
}
