using System.Text;

namespace ArticleApi.Http.Requests;

/// <summary>
/// The path and the query in one spelling, with the parameters ordered by name: the same for all requests that get the same response. The
/// values of a repeated parameter keep their order, since responses list them in it.
/// </summary>
internal sealed class CanonicalRequest
{
    private readonly (string Name, string Pair)[] pairs;

    private CanonicalRequest(HttpRequest request)
    {
        var given = new List<(string Name, string Pair)>();
        foreach (var (name, values) in request.Query)
        {
            foreach (var value in values)
            {
                given.Add((name, $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value ?? "")}"));
            }
        }

        pairs = [.. given.OrderBy(pair => pair.Name, StringComparer.Ordinal)];
    }

    /// <summary>The path and the query.</summary>
    /// <param name="without">Parameters that are left out.</param>
    public static string Of(HttpRequest request, params ReadOnlySpan<string> without) =>
        $"{request.PathBase}{request.Path.Value!.TrimEnd('/')}?{Query(request, without)}";

    /// <summary>The query, encoded.</summary>
    /// <param name="without">Parameters that are left out.</param>
    public static string Query(HttpRequest request, params ReadOnlySpan<string> without)
    {
        var features = request.HttpContext.Features;
        if (features.Get<CanonicalRequest>() is not { } canonical)
        {
            features.Set(canonical = new(request));
        }

        var query = new StringBuilder();
        foreach (var (name, pair) in canonical.pairs)
        {
            if (!without.Contains(name))
            {
                query.Append(query.Length == 0 ? "" : "&").Append(pair);
            }
        }

        return query.ToString();
    }
}
