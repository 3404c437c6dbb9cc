namespace ArticleApi.Http.Requests;

/// <summary>Values of route parameters.</summary>
internal static class RouteValue
{
    /// <summary>The value with its slashes: the server leaves <c>%2F</c> encoded, since it would divide the path. A literal %2F cannot be told from it.</summary>
    public static string Decode(string value) => value.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
