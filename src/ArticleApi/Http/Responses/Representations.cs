using System.Text;
using ArticleApi.Contract;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Requests;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Responses;

/// <summary>
/// Chooses the representation of a response: the one that the parameter <c>format</c> names, else by <c>Accept</c> (RFC 9110, 12.5.1).
/// </summary>
internal static class Representations
{
    public const string Json = "application/json";

    /// <summary>The name of the parameter that overrides <c>Accept</c>.</summary>
    public const string Format = "format";

    /// <summary>The representation that a client gets who does not ask for another one.</summary>
    public static readonly Representation Default = new("json", Json) { ContentType = "application/json; charset=utf-8" };

    // Longer requests get no links: the header would be longer than clients accept.
    private const int MaxLinkedRequest = 2000;

    /// <summary>Declares the representations that a route offers beside JSON, in the order of preference.</summary>
    public static T ProducesAlso<T>(this T builder, params Representation[] others) where T : IEndpointConventionBuilder =>
        builder.WithMetadata(new Offered([Default, .. others]));

    /// <summary>Declares the only representation of a route that offers no JSON.</summary>
    public static T ProducesOnly<T>(this T builder, Representation only) where T : IEndpointConventionBuilder =>
        builder.WithMetadata(new Offered([only]));

    /// <summary>The representations that a route offers, the preferred one first.</summary>
    public static IReadOnlyList<Representation> Of(IEnumerable<object> metadata) =>
        metadata.OfType<Offered>().LastOrDefault()?.All ?? [Default];

    /// <summary>The representation that this request gets.</summary>
    public static Representation Chosen(HttpContext http) => http.Features.Get<Representation>() ?? Default;

    /// <summary>Whether this request gets JSON.</summary>
    public static bool IsJson(HttpContext http) => Chosen(http) == Default;

    /// <summary>
    /// An endpoint filter that chooses the representation. It refuses a request whose <c>Accept</c> allows none that the route offers.
    /// </summary>
    public static async ValueTask<object?> Negotiate(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var offered = OfferedBy(http);

        // An unknown format is refused later, with all other wrong parameters.
        var chosen = http.Request.Query.TryGetValue(Format, out var format)
            ? offered.FirstOrDefault(representation => representation.Format == format) ?? offered[0]
            : Best(http.Request, offered);
        if (chosen is null)
        {
            return Problems.NotAcceptable([.. offered.Select(representation => representation.MediaType)]);
        }

        http.Features.Set(chosen);
        return await next(context);
    }

    /// <summary>The error of a <c>format</c> that the route does not offer, or null.</summary>
    public static ProblemError? Error(HttpContext http)
    {
        var formats = OfferedBy(http).Select(representation => representation.Format).ToList();
        if (http.Request.Query[Format] is not [var format] || string.IsNullOrWhiteSpace(format) || formats.Contains(format))
        {
            return null;
        }

        return new()
        {
            Parameter = Format,
            Code = "unknown-value",
            Detail = $"{Format} of this route must be {string.Join(" or ", formats)}, not '{ValidationErrors.Quote(format)}'.",
            Allowed = formats,
            Suggestion = Nearest.Of(format, formats),
        };
    }

    /// <summary>Adds the addresses of the other representations to the <c>Link</c> header (RFC 8288).</summary>
    public static void LinkAlternates(HttpContext http)
    {
        var request = http.Request;
        if (CanonicalRequest.Of(request).Length > MaxLinkedRequest)
        {
            return;
        }

        var offered = OfferedBy(http);
        if (offered.Count == 1)
        {
            return;
        }

        var chosen = Chosen(http);
        var links = new StringBuilder(http.Response.Headers.Link);
        var withoutFormat = Urls.InHeader(request, Urls.With(request, Format, "", QueryParameters.OnlyInJson));
        foreach (var other in offered.Where(representation => representation != chosen))
        {
            var address = other == Default
                ? Urls.InHeader(request, Urls.With(request, Format, other.Format))
                : withoutFormat + other.Format;
            links.Append(links.Length == 0 ? "" : ", ").Append($"<{address}>; rel=\"alternate\"; type=\"{other.MediaType}\"");
        }

        http.Response.Headers.Link = links.ToString();
    }

    private static IReadOnlyList<Representation> OfferedBy(HttpContext http) => Of(http.GetEndpoint()!.Metadata);

    // Of two with the same quality the one that the route prefers.
    private static Representation? Best(HttpRequest request, IReadOnlyList<Representation> offered)
    {
        if (string.IsNullOrWhiteSpace(request.Headers.Accept)) // An empty one says as little as none.
        {
            return offered[0];
        }

        return MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            ? offered.Where(representation => Quality(accepted, representation) > 0)
                .OrderByDescending(representation => Quality(accepted, representation))
                .FirstOrDefault()
            : null;
    }

    // The most specific range that fits decides, as "text/html, application/json;q=0" shows.
    private static double Quality(IEnumerable<MediaTypeHeaderValue> accepted, Representation representation)
    {
        var type = new MediaTypeHeaderValue(representation.MediaType);
        return accepted
            .Where(range => type.IsSubsetOf(new MediaTypeHeaderValue(range.MediaType)))
            .GroupBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
            .MinBy(ranges => ranges.Key)?
            .Max(range => range.Quality ?? 1) ?? 0;
    }

    private sealed record Offered(IReadOnlyList<Representation> All);
}
