using System.Text.Json;
using ArticleApi.Contract;
using ArticleApi.Http.Requests;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace ArticleApi.Http.ProblemDetails;

/// <summary>A response that is a problem (RFC 9457).</summary>
internal sealed class ProblemResult(ProblemType type, string detail, IReadOnlyList<ProblemError>? errors = null) : IResult
{
    public const string MediaType = "application/problem+json";

    public ProblemType Type => type;

    public string Detail => detail;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = new Problem
        {
            Type = type.Uri,
            Title = type.Title,
            Status = type.Status,
            Detail = detail,
            Instance = httpContext.Request.PathBase + httpContext.Request.Path,
            Code = type.Code,
            TraceId = RequestId.Of(httpContext),
            Errors = errors,
        };
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var body = JsonSerializer.SerializeToUtf8Bytes(problem, options);
        httpContext.Response.StatusCode = type.Status;
        httpContext.Response.ContentType = MediaType;
        httpContext.Response.ContentLength = body.Length;
        httpContext.Response.Headers.CacheControl = "no-store";
        if (type.RetryAfter is { } seconds)
        {
            httpContext.Response.Headers.RetryAfter = $"{seconds}";
        }

        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
