using ArticleApi.Http.ProblemDetails;
using Microsoft.Extensions.Primitives;

namespace ArticleApi.Http.Requests;

/// <summary>Refuses requests under a host name that is not in <c>AllowedHosts</c>. Probes of health may use any.</summary>
internal sealed class HostFilter(HostSettings settings)
{
    private readonly IList<StringSegment> allowed = [.. settings.AllowedHosts.Select(host => new StringSegment(host))];

    /// <summary>The problem of a request under another name, or null.</summary>
    public ProblemResult? Refuse(HttpRequest request) =>
        HostString.MatchesAny(request.Headers.Host.ToString(), allowed)
        || request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            ? null
            : Problems.UnknownHost(request.Host.ToString());
}
