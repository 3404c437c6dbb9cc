using ArticleApi.Http.ProblemDetails;
using ArticleApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArticleApi.Features.Health;

internal static class CheckHealth
{
    private static readonly HealthResponse Healthy = new() { Status = "healthy" };

    /// <summary>Whether the process answers.</summary>
    public static Ok<HealthResponse> Live(HttpResponse response) => Answer(response);

    /// <summary>Whether the service can answer: the database is read.</summary>
    public static Results<Ok<HealthResponse>, ProblemResult> Ready(HttpResponse response, Database database, ILogger<Database> log)
    {
        try
        {
            using var snapshot = database.Read();
            return Answer(response);
        }
        catch (Exception e)
        {
            log.LogError(e, "The database cannot be read.");
            return Problems.NotReady();
        }
    }

    private static Ok<HealthResponse> Answer(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(Healthy);
    }
}
