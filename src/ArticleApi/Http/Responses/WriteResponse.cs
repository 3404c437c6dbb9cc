using System.Text.Json;
using ArticleApi.Http.Requests;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Responses;

/// <summary>The response to a write that succeeded.</summary>
/// <param name="status">200, 201 or 204.</param>
/// <param name="body">Makes the body after the commit; null for none.</param>
/// <param name="dataVersion">The version of the store after the write.</param>
internal sealed class WriteResponse(int status, Func<object>? body, long dataVersion) : IResult
{
    /// <summary>The tag that a GET of what was written has.</summary>
    public EntityTagHeaderValue? Tag { get; init; }

    /// <summary>The path of what was created, before it is encoded.</summary>
    public string? Location { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.Headers[ResponseHeaders.DataVersion] = $"{dataVersion}";
        if (Tag is not null)
        {
            response.Headers.ETag = Tag.ToString();
        }

        if (Location is not null)
        {
            response.Headers.Location = Urls.InHeader(httpContext.Request, new PathString(Location).ToUriComponent());
        }

        if (body is not null)
        {
            var state = body();
            var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            var json = JsonSerializer.SerializeToUtf8Bytes(state, state.GetType(), options);
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = json.Length;
            await response.Body.WriteAsync(json, httpContext.RequestAborted);
        }
    }
}
