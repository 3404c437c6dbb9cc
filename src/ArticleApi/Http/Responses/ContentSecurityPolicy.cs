namespace ArticleApi.Http.Responses;

/// <summary>What a browser may load and run for a response, should it show one as a page. No other page may frame it.</summary>
internal static class ContentSecurityPolicy
{
    private const string None = "default-src 'none'; frame-ancestors 'none'";

    // Swagger UI has its scripts and styles in files of its own, sets styles of elements, and has its icons as data.
    private const string OfSwagger = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Sets the headers of a response.</summary>
    public static void AddTo(HttpContext http)
    {
        var headers = http.Response.Headers;
        var isSwagger = http.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase);
        headers.ContentSecurityPolicy = isSwagger ? OfSwagger : None;
        if (isSwagger)
        {
            headers.XFrameOptions = "DENY"; // For browsers that do not know frame-ancestors.
        }
    }
}
