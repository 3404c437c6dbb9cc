using ArticleApi.Http.Responses;

namespace ArticleApi.Features.Exports;

internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder api)
    {
        var exports = api.MapGroup("/exports").WithTags("Sync")
            .ProducesOnly(NdjsonStream.Representation)
            .WithMetadata(new NdjsonStream(), new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)))
            .WithMetadata(new ProducesHeader("Content-Disposition", "A name for the file."));
        exports.MapGet("/articles", ExportArticles.Handle).WithName("ExportArticles");
        exports.MapGet("/claims", ExportClaims.Handle).WithName("ExportClaims");
        exports.MapGet("/topics", ExportTopics.Handle).WithName("ExportTopics");
    }
}
