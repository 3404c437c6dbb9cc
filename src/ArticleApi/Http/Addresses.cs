namespace ArticleApi.Http;

/// <summary>Addresses for clients to go to.</summary>
internal static class Addresses
{
    /// <summary>The absolute address that all routes of the request's version stand below, <c>http://localhost:5080/api/v1</c>.</summary>
    public static string Root(HttpRequest request) =>
        Absolute(request, request.PathBase.ToUriComponent() + string.Join('/', request.Path.Value!.Split('/').Take(3)));

    /// <summary>The absolute address of a path, as the caller reached the service.</summary>
    public static string Absolute(HttpRequest request, string path) => $"{request.Scheme}://{request.Host.ToUriComponent()}{path}";

    /// <summary>The path and query of the request with another value of a parameter, or without it.</summary>
    public static string With(HttpRequest request, string parameter, string? value)
    {
        var others = request.Query.Where(given => given.Key != parameter);
        var query = QueryString.Create(value is null ? others : others.Append(new(parameter, value)));
        return $"{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{query}";
    }
}
