using ArticleApi.Http.ProblemDetails;
using ArticleApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArticleApi.Features.Health;

internal static class CheckHealth
{
    private static readonly HealthResponse Healthy = new() { Status = "healthy" };

    /// <summary>Says whether the process runs.</summary>
    public static Ok<HealthResponse> Live(HttpResponse response) => Respond(response);

    /// <summary>Says whether the service is ready: it reads the database.</summary>
    public static Results<Ok<HealthResponse>, ProblemResult> Ready(
        HttpResponse response, Database database, ILogger<Database> log, CancellationToken cancel)
    {
        try
        {
            using var snapshot = database.Read(cancel);
            return Respond(response);
        }
        catch (Exception e)
        {
            log.LogError(e, "The database cannot be read.");
            return Problems.NotReady();
        }
    }

    private static Ok<HealthResponse> Respond(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(Healthy);
    }
}
