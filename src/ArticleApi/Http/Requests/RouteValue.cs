namespace ArticleApi.Http.Requests;

/// <summary>Values of route parameters.</summary>
internal static class RouteValue
{
    /// <summary>
    /// Decodes <c>%2F</c>, which the server leaves as it is, since a slash would divide the path. A literal <c>%2F</c> is decoded too.
    /// </summary>
    public static string Decode(string value) => value.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
