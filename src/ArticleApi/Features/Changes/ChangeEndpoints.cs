using ArticleApi.Http.ProblemDetails;

namespace ArticleApi.Features.Changes;

internal static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder api) =>
        api.MapGet("/changes", ListChanges.Handle).WithTags("Sync").WithName("ListChanges").ProducesProblems(ProblemType.PositionGone);
}
