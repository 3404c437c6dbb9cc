using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;

namespace ArticleApi.Http.Security;

/// <summary>Guards the routes that write: they need a key, and their preconditions are read.</summary>
internal static class WriteAccess
{
    /// <param name="routes">The routes.</param>
    /// <param name="scope">The scope that the key must have.</param>
    public static void Require(RouteGroupBuilder routes, string scope)
    {
        KeyAccess.Require(routes, scope);
        routes.AddEndpointFilter(Preconditions.Check).ProducesProblems(ProblemType.InvalidHeader, ProblemType.PreconditionFailed);
    }
}
