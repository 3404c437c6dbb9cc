namespace ArticleApi.Http.Requests;

/// <summary>The methods of requests. Their names are case-sensitive (RFC 9110, 9.1), which the framework's routes are not.</summary>
internal static class Methods
{
    private static readonly string[] Implemented =
    [
        HttpMethods.Get, HttpMethods.Head, HttpMethods.Put, HttpMethods.Post, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Options,
    ];

    /// <summary>Middleware: any other method is a 501.</summary>
    public static Task RefuseUnknown(HttpContext http, RequestDelegate next)
    {
        if (Implemented.Contains(http.Request.Method))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status501NotImplemented;
        return Task.CompletedTask;
    }
}
