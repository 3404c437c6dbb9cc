using ArticleApi.Http.ProblemDetails;
using ArticleApi.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArticleApi.Features.Health;

internal static class CheckHealth
{
    private static readonly HealthResponse Healthy = new() { Status = "healthy" };

    /// <summary>Says whether the process runs.</summary>
    public static Ok<HealthResponse> Live(HttpResponse response) => Respond(response);

    /// <summary>Says whether the service is ready: it can read the store, and write it where a key is configured.</summary>
    public static async Task<Results<Ok<HealthResponse>, ProblemResult>> Ready(
        HttpResponse response, Readiness readiness, CurrentApiKeys keys) =>
        await readiness.FindProblemAsync(whenWriting: !keys.Keys.AreNone) is { } problem ? problem : Respond(response);

    private static Ok<HealthResponse> Respond(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(Healthy);
    }
}
