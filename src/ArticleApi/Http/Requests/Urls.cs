namespace ArticleApi.Http.Requests;

/// <summary>Addresses for clients to go to.</summary>
internal static class Urls
{
    /// <summary>The absolute address that all routes of the request's version stand below, <c>http://localhost:5080/api/v1</c>.</summary>
    public static string Root(HttpRequest request) =>
        Absolute(request, request.PathBase.ToUriComponent() + string.Join('/', request.Path.Value!.Split('/').Take(3)));

    /// <summary>The absolute address of a path, as the caller reached the service.</summary>
    public static string Absolute(HttpRequest request, string path) => $"{request.Scheme}://{request.Host.ToUriComponent()}{path}";

    /// <summary>
    /// The path and query of the request with another value of a parameter, which comes last, or without it. The others are in the order of their names, so
    /// that requests that ask the same, and share their entity tag, get the same addresses.
    /// </summary>
    /// <param name="without">Parameters that go too.</param>
    public static string With(HttpRequest request, string parameter, string? value, params ReadOnlySpan<string> without)
    {
        var query = CanonicalRequest.Query(request, [parameter, .. without]);
        var path = $"{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent().TrimEnd('/')}";
        return value is not null ? $"{path}?{(query.Length == 0 ? "" : $"{query}&")}{parameter}={Uri.EscapeDataString(value)}"
            : query.Length > 0 ? $"{path}?{query}"
            : path;
    }
}
