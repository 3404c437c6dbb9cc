using System.Diagnostics;
using ArticleApi.Http.Responses;

namespace ArticleApi.Http.Requests;

/// <summary>Logs requests that take longer than a second, but for streams, which take as long as their readers.</summary>
internal sealed class SlowRequests(ILogger<SlowRequests> log)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <summary>The middleware.</summary>
    public async Task MeasureAsync(HttpContext http, RequestDelegate next)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            if (Stopwatch.GetElapsedTime(start) is var time && time > Slow
                && http.GetEndpoint()?.Metadata.GetMetadata<NdjsonStream>() is null)
            {
                log.LogWarning(
                    "{Method} {Path}{Query} took {Seconds:0.0} s: {Status}; traceId {TraceId}.",
                    http.Request.Method,
                    http.Request.Path,
                    http.Request.QueryString,
                    time.TotalSeconds,
                    http.Response.StatusCode,
                    RequestId.Of(http));
            }
        }
    }
}
