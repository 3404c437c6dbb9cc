using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Security;

/// <summary>Guards the routes that write: they need a key (RFC 6750), and their preconditions are read.</summary>
internal sealed class WriteAccess
{
    /// <summary>The name of the scheme in the OpenAPI document.</summary>
    public const string Scheme = "bearer";

    private const string Prefix = "Bearer ";
    private const string Challenge = "Bearer realm=\"ArticleApi\"";

    /// <summary>Refuses requests without a valid key, and says so in the OpenAPI document.</summary>
    public static void Require(RouteGroupBuilder routes) => routes
        .AddEndpointFilter(Check)
        .AddEndpointFilter(Preconditions.Check)
        .WithMetadata(new WriteAccess())
        .ProducesProblems(ProblemType.WritesDisabled, ProblemType.Unauthorized, ProblemType.InvalidHeader, ProblemType.PreconditionFailed);

    private static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var keys = http.RequestServices.GetRequiredService<ApiKeys>();
        if (keys.AreNone)
        {
            return Problems.WritesDisabled();
        }

        if (http.Request.Headers.Authorization.ToString() is not { } sent || !sent.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers[HeaderNames.WWWAuthenticate] = Challenge;
            return Problems.KeyMissing();
        }

        if (!keys.Admit(sent[Prefix.Length..].Trim()))
        {
            http.Response.Headers[HeaderNames.WWWAuthenticate] = $"{Challenge}, error=\"invalid_token\"";
            return Problems.KeyUnknown();
        }

        return await next(context);
    }
}
