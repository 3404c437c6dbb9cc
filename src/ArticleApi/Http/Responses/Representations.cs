using System.Text;
using ArticleApi.Contract;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Requests;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Responses;

/// <summary>Which representation a caller gets: the one that <c>format</c> names, else by <c>Accept</c> (RFC 9110, 12.5.1).</summary>
internal static class Representations
{
    public const string Json = "application/json";

    /// <summary>The name of the parameter that stands above <c>Accept</c>.</summary>
    public const string Format = "format";

    /// <summary>What every route has, and gives where nothing else is asked for.</summary>
    public static readonly Representation Default = new("json", Json) { ContentType = "application/json; charset=utf-8" };

    // With the addresses of the other representations a header may not grow beyond what clients read.
    private const int MaxQuery = 2000;

    /// <summary>Declares the representations that a route has beside JSON, in the order of preference.</summary>
    public static T ProducesAlso<T>(this T builder, params Representation[] others) where T : IEndpointConventionBuilder =>
        builder.WithMetadata(new Offer([Default, .. others]));

    /// <summary>Declares the one representation of a route that has no JSON.</summary>
    public static T ProducesOnly<T>(this T builder, Representation only) where T : IEndpointConventionBuilder => builder.WithMetadata(new Offer([only]));

    /// <summary>What a route answers in, the preferred one first.</summary>
    public static IReadOnlyList<Representation> Of(IEnumerable<object> metadata) => metadata.OfType<Offer>().LastOrDefault()?.All ?? [Default];

    /// <summary>The representation that this request gets.</summary>
    public static Representation Chosen(HttpContext http) => http.Features.Get<Representation>() ?? Default;

    /// <summary>Whether this request gets JSON.</summary>
    public static bool IsJson(HttpContext http) => Chosen(http) == Default;

    /// <summary>Chooses the representation, and refuses a request whose <c>Accept</c> header allows nothing that there is.</summary>
    public static async ValueTask<object?> Negotiate(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var offered = Offered(http);
        var chosen = http.Request.Query.TryGetValue(Format, out var format)
            ? offered.FirstOrDefault(form => form.Format == format) ?? offered[0] // One that the route lacks is a error like any of a parameter.
            : Best(http.Request, offered);
        if (chosen is null)
        {
            return Problems.NotAcceptable([.. offered.Select(form => form.MediaType)]);
        }

        http.Features.Set(chosen);
        return await next(context);
    }

    /// <summary>The error of a <c>format</c> that the route lacks, or null.</summary>
    public static ProblemError? Error(HttpContext http)
    {
        var formats = Offered(http).Select(form => form.Format).ToList();
        return http.Request.Query[Format] is not [var format] || string.IsNullOrWhiteSpace(format) || formats.Contains(format) ? null : new()
        {
            Parameter = Format,
            Code = "unknown-value",
            Detail = $"{Format} of this route must be {string.Join(" or ", formats)}, not '{ValidationErrors.Quote(format)}'.",
            Allowed = formats,
            Suggestion = Nearest.Of(format, formats),
        };
    }

    /// <summary>Tells the other representations of an answer in the <c>Link</c> header (RFC 8288), behind what it has already.</summary>
    public static void LinkAlternates(HttpContext http)
    {
        var request = http.Request;
        if (CanonicalRequest.Of(request).Length > MaxQuery)
        {
            return;
        }

        var offered = Offered(http);
        if (offered.Count == 1)
        {
            return;
        }

        var chosen = Chosen(http);
        var links = new StringBuilder(http.Response.Headers.Link);
        var ofOthers = Urls.With(request, Format, "", QueryParameters.OnlyInJson);
        foreach (var form in offered.Where(form => form != chosen))
        {
            var address = form == Default ? Urls.With(request, Format, form.Format) : ofOthers + form.Format;
            links.Append(links.Length == 0 ? "" : ", ").Append($"<{address}>; rel=\"alternate\"; type=\"{form.MediaType}\"");
        }

        http.Response.Headers.Link = links.ToString();
    }

    private static IReadOnlyList<Representation> Offered(HttpContext http) => Of(http.GetEndpoint()!.Metadata);

    // Of two that are wanted alike the route prefers the first.
    private static Representation? Best(HttpRequest request, IReadOnlyList<Representation> offered)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return offered[0];
        }

        return MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            ? offered.Select(form => (Form: form, Quality: Quality(accepted, form))).Where(form => form.Quality > 0).OrderByDescending(form => form.Quality).Select(form => form.Form).FirstOrDefault()
            : null;
    }

    // The most specific range that fits decides, as "text/html, application/json;q=0" shows.
    private static double Quality(IEnumerable<MediaTypeHeaderValue> accepted, Representation form)
    {
        var type = new MediaTypeHeaderValue(form.MediaType);
        return accepted
            .Where(range => type.IsSubsetOf(new MediaTypeHeaderValue(range.MediaType)))
            .GroupBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
            .MinBy(ranges => ranges.Key)?
            .Max(range => range.Quality ?? 1) ?? 0;
    }

    private sealed record Offer(IReadOnlyList<Representation> All);
}
