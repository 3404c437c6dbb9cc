using Microsoft.Extensions.Primitives;

namespace ArticleApi.Http;

/// <summary>A request as what it asks for: the path, and the parameters by name.</summary>
internal static class CanonicalRequest
{
    /// <summary>
    /// The same text for the same question, however its parameters were ordered. The values of one that repeats keep their order: answers tell them in it.
    /// </summary>
    /// <param name="without">Parameters that do not count.</param>
    public static string Of(HttpRequest request, params ReadOnlySpan<string> without)
    {
        var parameters = new List<string>();
        foreach (var (name, values) in request.Query.OrderBy(given => given.Key, StringComparer.Ordinal))
        {
            if (!without.Contains(name))
            {
                parameters.AddRange(Values(name, values));
            }
        }

        return $"{request.PathBase}{request.Path.Value!.TrimEnd('/')}?{string.Join('&', parameters)}";
    }

    private static IEnumerable<string> Values(string name, StringValues values) =>
        values.Select(value => $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value ?? "")}");
}
