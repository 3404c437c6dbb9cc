using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using Microsoft.AspNetCore.Http.Features;

namespace ArticleApi.Http.Caching;

/// <summary>
/// The two keys under which a response is found. The raw one is the text of the request as it came: it costs no memory to make. The
/// canonical one is the same for all requests that get the same response, however they are written.
/// </summary>
internal static class CacheKeys
{
    public const int MaxRawLength = 512;

    private const char Separator = '\n'; // Neither in a request line nor in a header.

    /// <summary>Writes the raw key into a buffer; it is empty where a request has none, since it is too long.</summary>
    public static ReadOnlySpan<char> Raw(HttpContext http, Span<char> buffer)
    {
        var headers = http.Request.Headers;
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var host = headers.Host.ToString();
        var accept = headers.Accept.ToString();
        var codings = headers.AcceptEncoding.ToString();
        var scheme = http.Request.Scheme;
        var length = target.Length + host.Length + accept.Length + codings.Length + scheme.Length + 5;
        if (length > buffer.Length || target.Length == 0 || http.Request.PathBase.HasValue)
        {
            return [];
        }

        var at = 0;
        Append(buffer, ref at, target);
        Append(buffer, ref at, accept);
        Append(buffer, ref at, codings);
        Append(buffer, ref at, host);
        Append(buffer, ref at, scheme);
        if (headers.Origin.Count > 0)
        {
            buffer[at - 1] = '+'; // A browser gets the headers of CORS too.
        }

        return buffer[..at];
    }

    /// <summary>The canonical key of a response without a content coding.</summary>
    public static string Canonical(HttpRequest request)
    {
        var accept = request.Query.ContainsKey(Representations.Format) ? "" : request.Headers.Accept.ToString();
        return string.Join(
            Separator,
            "", // No raw key begins so.
            CanonicalRequest.Of(request),
            accept == "*/*" ? "" : accept,
            Urls.Absolute(request, ""),
            request.Headers.Origin.Count > 0 ? "+" : "");
    }

    /// <summary>The canonical key of the same response in a content coding; null is none.</summary>
    public static string WithCoding(string canonicalKey, string? coding) =>
        coding is null ? canonicalKey : $"{canonicalKey}{Separator}{coding}";

    private static void Append(Span<char> buffer, ref int at, string part)
    {
        part.CopyTo(buffer[at..]);
        at += part.Length;
        buffer[at++] = Separator;
    }
}
