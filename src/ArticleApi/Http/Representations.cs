using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http;

/// <summary>Which representation a caller gets (RFC 9110, 12.5.1).</summary>
internal static class Representations
{
    public const string Json = "application/json";

    /// <summary>Refuses a request whose <c>Accept</c> header allows nothing that there is.</summary>
    public static async ValueTask<object?> Negotiate(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Allows(context.HttpContext.Request, Json) ? await next(context) : Problems.NotAcceptable([Json]);

    // The most specific range that fits decides, as "text/html, application/json;q=0" shows.
    private static bool Allows(HttpRequest request, string representation)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return true;
        }

        var type = new MediaTypeHeaderValue(representation);
        return MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            && accepted
                .Where(range => type.IsSubsetOf(WithoutParameters(range)))
                .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
                .FirstOrDefault() is { } best
            && best.Quality is not 0;
    }

    private static MediaTypeHeaderValue WithoutParameters(MediaTypeHeaderValue range) => new(range.MediaType);
}
