using Microsoft.AspNetCore.Http.Features;

namespace ArticleApi.Http.Requests;

/// <summary>Answers HEAD wherever there is a GET, with the same headers and no body (RFC 9110, 9.3.2).</summary>
internal static class HeadRequests
{
    public static async Task HandleAsGet(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Method != HttpMethods.Head)
        {
            await next(http);
            return;
        }

        var body = http.Features.Get<IHttpResponseBodyFeature>();
        http.Request.Method = HttpMethods.Get;
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
            http.Features.Set(body);
        }
    }

    /// <summary>Whether this GET is really a HEAD, so that no body need be made.</summary>
    public static bool IsHead(HttpContext http) => http.Response.Body == Stream.Null;

    /// <summary>Adds HEAD to <c>Allow</c> where the router lists GET.</summary>
    public static void CompleteAllow(HttpResponse response)
    {
        if (response.Headers.Allow is { Count: > 0 } allow && allow.ToString().Split(", ").Contains(HttpMethods.Get))
        {
            response.Headers.Allow = $"{allow}, {HttpMethods.Head}";
        }
    }
}
