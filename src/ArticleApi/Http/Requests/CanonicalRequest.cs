using System.Text;

namespace ArticleApi.Http.Requests;

/// <summary>
/// A request as what it asks for: the path, and the parameters by name. The values of one that repeats keep their order: answers tell them in it.
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

    /// <summary>The same text for the same question, however its parameters were ordered.</summary>
    /// <param name="without">Parameters that do not count.</param>
    public static string Of(HttpRequest request, params ReadOnlySpan<string> without) =>
        $"{request.PathBase}{request.Path.Value!.TrimEnd('/')}?{Query(request, without)}";

    /// <summary>The parameters, encoded.</summary>
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
