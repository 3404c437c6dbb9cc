namespace ArticleApi.Http.Requests;

/// <summary>Makes the URLs that responses contain.</summary>
internal static class Urls
{
    /// <summary>The absolute URL of the version of the API that the request is for, such as <c>http://localhost:5080/api/v1</c>.</summary>
    public static string Root(HttpRequest request) =>
        Absolute(request, request.PathBase.ToUriComponent() + string.Join('/', request.Path.Value!.Split('/').Take(3)));

    /// <summary>The absolute URL of a path, as <see cref="PublicAddress"/> has it.</summary>
    public static string Absolute(HttpRequest request, string path) => AddressOf(request).BaseOf(request) + path;

    /// <summary>A path for a header: absolute where the public address is configured, since a proxy may put a path before it.</summary>
    public static string InHeader(HttpRequest request, string path) => AddressOf(request).Configured + path;

    /// <summary>
    /// The path and query of the request with another value of a parameter, which comes last, or without the parameter. The others are
    /// ordered by name, so that requests that share a response also share its URLs.
    /// </summary>
    /// <param name="without">Other parameters that are left out.</param>
    public static string With(HttpRequest request, string parameter, string? value, params ReadOnlySpan<string> without)
    {
        var query = CanonicalRequest.Query(request, [parameter, .. without]);
        var path = $"{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent().TrimEnd('/')}";
        return value is not null ? $"{path}?{(query.Length == 0 ? "" : $"{query}&")}{parameter}={Uri.EscapeDataString(value)}"
            : query.Length > 0 ? $"{path}?{query}"
            : path;
    }

    private static PublicAddress AddressOf(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<PublicAddress>();
}
