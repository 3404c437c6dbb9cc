using Microsoft.AspNetCore.Http.Features;

namespace ArticleApi.Http.Requests;

/// <summary>HEAD wherever GET (RFC 9110, 9.3.2): answered as GET, without the body.</summary>
internal static class HeadRequests
{
    public static async Task HandleAsGet(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
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

    /// <summary>Whether a GET is a HEAD, so that what would be written is not to be made.</summary>
    public static bool IsHead(HttpContext http) => http.Response.Body == Stream.Null;

    /// <summary>Names HEAD beside GET where the router lists the methods of a route.</summary>
    public static void CompleteAllow(HttpResponse response)
    {
        if (response.Headers.Allow is { Count: > 0 } allow && allow.ToString().Split(", ").Contains(HttpMethods.Get))
        {
            response.Headers.Allow = $"{allow}, {HttpMethods.Head}";
        }
    }
}
