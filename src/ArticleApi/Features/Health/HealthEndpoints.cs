using ArticleApi.Http.ProblemDetails;

namespace ArticleApi.Features.Health;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health").ProducesProblems(ProblemType.MethodNotAllowed);
        health.MapGet("/live", CheckHealth.Live).WithName("GetLiveness");
        health.MapGet("/ready", CheckHealth.Ready).WithName("GetReadiness")
            .ProducesProblems(ProblemType.NotReady, ProblemType.Starting);
    }
}
