using ArticleApi.Http.ProblemDetails;
using ArticleApi.Security;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Security;

/// <summary>Guards routes that need a key (RFC 6750).</summary>
/// <param name="Scope">The scope that the key must have.</param>
internal sealed record KeyAccess(string Scope)
{
    /// <summary>The name of the scheme in the OpenAPI document.</summary>
    public const string Scheme = "bearer";

    private const string Prefix = "Bearer ";
    private const string Challenge = "Bearer realm=\"ArticleApi\"";

    /// <summary>Refuses requests without a valid key of this scope, and says so in the OpenAPI document.</summary>
    public static void Require(IEndpointConventionBuilder routes, string scope) => routes
        .AddEndpointFilter(new KeyAccess(scope).CheckAsync)
        .WithMetadata(new KeyAccess(scope))
        .ProducesProblems(ProblemType.WritesDisabled, ProblemType.InsufficientScope, ProblemType.Unauthorized);

    /// <summary>The key that the caller sent, expired or not; null if it is none of this service's, or there is none.</summary>
    public static ApiKey? KeyOf(HttpContext http)
    {
        if (http.Features.Get<ApiKey>() is { } known)
        {
            return known;
        }

        var key = Sent(http.Request) is { } sent ? http.RequestServices.GetRequiredService<CurrentApiKeys>().Keys.Find(sent) : null;
        http.Features.Set(key);
        return key;
    }

    private static string? Sent(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } sent && sent.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? sent[Prefix.Length..].Trim()
            : null;

    private ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Refuse(context.HttpContext) is { } problem ? new(problem) : next(context);

    private ProblemResult? Refuse(HttpContext http)
    {
        if (http.RequestServices.GetRequiredService<CurrentApiKeys>().Keys.AreNone)
        {
            return Problems.WritesDisabled();
        }

        if (Sent(http.Request) is null)
        {
            return Refuse(http, "", Problems.KeyMissing());
        }

        if (KeyOf(http) is not { } key)
        {
            return Refuse(http, ", error=\"invalid_token\"", Problems.KeyUnknown());
        }

        return key.IsExpired(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())
                ? Refuse(http, ", error=\"invalid_token\", error_description=\"The key has expired\"", Problems.KeyExpired(key.Name))
            : key.Scopes.Contains(Scope) ? null
            : Refuse(http, $", error=\"insufficient_scope\", scope=\"{Scope}\"", Problems.InsufficientScope(key.Name, Scope));
    }

    private static ProblemResult Refuse(HttpContext http, string error, ProblemResult problem)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] = Challenge + error;
        return problem;
    }
}
