using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Security;

namespace ArticleApi.Http.Rates;

/// <summary>
/// Counts requests by key, or by address where no key is sent, and refuses those past the rate. Health routes and callers on this machine
/// are never counted.
/// </summary>
internal sealed class RateLimits(RateSettings settings, TimeProvider clock)
{
    public const string Header = "RateLimit", PolicyHeader = "RateLimit-Policy";

    private readonly RateLimiter<AddressBlock>? byAddress = Limiter<AddressBlock>("address", settings.PerAddress, settings, clock);
    private readonly RateLimiter<string>? byKey = Limiter<string>("key", settings.PerKey, settings, clock);

    /// <summary>Counts a request and tells its caller the state of the rate.</summary>
    /// <returns>The problem of a request past the rate, or null.</returns>
    public ProblemResult? Refuse(HttpContext http)
    {
        if (AddressBlock.Of(http.Connection.RemoteIpAddress) is not { } address
            || http.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return byKey is not null && KeyAccess.KeyOf(http) is { } key && !key.IsExpired(clock.GetUtcNow())
            ? Refuse(http, byKey.Policy, byKey.Take(key.Name))
            : byAddress is null ? null : Refuse(http, byAddress.Policy, byAddress.Take(address));
    }

    private static RateLimiter<T>? Limiter<T>(string name, int perMinute, RateSettings settings, TimeProvider clock) where T : notnull =>
        perMinute == 0 ? null : new(new(name, perMinute, settings.Burst, clock.TimestampFrequency), clock);

    private static ProblemResult? Refuse(HttpContext http, RatePolicy policy, RateVerdict verdict)
    {
        var wait = policy.Seconds(verdict.Wait);

        // When the response starts, since the exception handler clears what was set before.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers[PolicyHeader] = policy.Header;
            headers[Header] = policy.State(verdict);
            if (wait > 0)
            {
                headers.RetryAfter = $"{wait}";
            }

            return Task.CompletedTask;
        });
        return wait > 0 ? Problems.RateLimited(wait) : null;
    }
}
