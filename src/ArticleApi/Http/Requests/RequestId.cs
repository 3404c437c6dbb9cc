using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace ArticleApi.Http.Requests;

/// <summary>
/// The id of a request, a <see href="https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</see>: the header, the problem
/// and the log share it, and it continues the trace of the caller.
/// </summary>
internal static class RequestId
{
    public const string Header = "Request-Id";

    private const string Version = "00-";

    public static string Of(HttpContext http) =>
        http.Features.Get<IHttpActivityFeature>()?.Activity.Id
        ?? (http.TraceIdentifier.StartsWith(Version, StringComparison.Ordinal) ? http.TraceIdentifier : http.TraceIdentifier = Make(http));

    // Where neither the log nor a collector wants spans, ASP.NET Core makes none.
    private static string Make(HttpContext http)
    {
        var trace = ActivityContext.TryParse(http.Request.Headers.TraceParent, null, out var parent)
            ? parent.TraceId
            : ActivityTraceId.CreateRandom();
        return $"{Version}{trace.ToHexString()}-{ActivitySpanId.CreateRandom().ToHexString()}-00";
    }
}
