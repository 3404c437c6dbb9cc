using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;

namespace ArticleApi.Http.Security;

/// <summary>Guards the routes that write: they need a key, their preconditions are read, and what they wrote is logged.</summary>
internal static class WriteAccess
{
    /// <param name="routes">The routes.</param>
    /// <param name="scope">The scope that the key must have.</param>
    public static void Require(RouteGroupBuilder routes, string scope)
    {
        KeyAccess.Require(routes, scope);
        routes.AddEndpointFilter(RecordedWrite.Log)
            .AddEndpointFilter(Preconditions.Check)
            .ProducesProblems(ProblemType.InvalidHeader, ProblemType.PreconditionFailed);
    }
}
