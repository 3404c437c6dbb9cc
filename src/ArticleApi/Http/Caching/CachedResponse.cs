using ArticleApi.Http.Rates;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Caching;

/// <summary>A 200 that is kept: its headers and its body, to be sent again.</summary>
internal sealed class CachedResponse
{
    private const int BytesOfObjects = 400, BytesOfHeader = 64;

    // They describe the body, and are absent in a 304.
    private static readonly string[] OfBody = [HeaderNames.ContentType, HeaderNames.Link];

    // Made anew for each content coding.
    private static readonly string[] OfCoding = [HeaderNames.ETag, HeaderNames.ContentEncoding, HeaderNames.ContentLength];

    // Those that the server itself adds when a response starts: they belong to that moment and that connection.
    private static readonly string[] OfServer =
    [
        HeaderNames.Date, HeaderNames.Server, HeaderNames.AltSvc,
        HeaderNames.Connection, HeaderNames.KeepAlive, HeaderNames.TransferEncoding,
    ];

    // They are said to one caller.
    private static readonly string[] OfCaller = [RequestId.Header, RateLimits.Header, RateLimits.PolicyHeader];

    private readonly string plainTag;
    private readonly StringValues tag;
    private readonly StringValues coding;
    private readonly StringValues contentType;
    private readonly StringValues link;
    private readonly StringValues vary;
    private readonly StringValues cacheControl;
    private readonly StringValues contentTypeOptions;
    private readonly StringValues contentSecurityPolicy;
    private readonly KeyValuePair<string, StringValues>[] others;
    private readonly string? route;

    /// <param name="headers">The headers of the response when it has started.</param>
    /// <param name="tag">Its tag without a content coding.</param>
    /// <param name="body">The body without a content coding.</param>
    /// <param name="changeCount">The state of the store that it shows.</param>
    /// <param name="route">The route that made it, for the metrics.</param>
    public CachedResponse(IHeaderDictionary headers, string tag, ReadOnlyMemory<byte> body, long changeCount, string? route)
    {
        this.route = route;
        (plainTag, this.tag, Body, ChangeCount) = (tag, tag, body, changeCount);
        contentType = headers.ContentType;
        link = headers.Link;
        vary = headers.Vary;
        cacheControl = headers.CacheControl;
        contentTypeOptions = headers.XContentTypeOptions;
        contentSecurityPolicy = headers.ContentSecurityPolicy;
        string[] named =
        [
            .. OfServer, .. OfCaller, .. OfCoding, .. OfBody,
            HeaderNames.Vary, HeaderNames.CacheControl, HeaderNames.XContentTypeOptions, HeaderNames.ContentSecurityPolicy,
        ];
        others = [.. headers.Where(header => !named.Contains(header.Key, StringComparer.OrdinalIgnoreCase))];
        Size = body.Length + BytesOfObjects + headers.Sum(
            header => BytesOfHeader + (sizeof(char) * (header.Key.Length + header.Value.ToString().Length)));
    }

    private CachedResponse(CachedResponse plain, ContentCoding coding, ReadOnlyMemory<byte> body)
    {
        (plainTag, contentType, link, vary, cacheControl) = (plain.plainTag, plain.contentType, plain.link, plain.vary, plain.cacheControl);
        (contentTypeOptions, contentSecurityPolicy) = (plain.contentTypeOptions, plain.contentSecurityPolicy);
        (others, route) = (plain.others, plain.route);
        (this.coding, tag, Body, ChangeCount) = (coding.Name, ETags.Encoded(plain.plainTag, coding), body, plain.ChangeCount);
        Size = body.Length + plain.Size - plain.Body.Length; // As if it shared nothing: the plain one may be dropped first.
    }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The content coding of the body, if any.</summary>
    public string? Coding => coding;

    /// <summary>The change count of the store that it was made from.</summary>
    public long ChangeCount { get; }

    /// <summary>The memory that it takes, about.</summary>
    public long Size { get; }

    /// <summary>The same response in a content coding.</summary>
    public CachedResponse WithCoding(ContentCoding coding, ReadOnlyMemory<byte> encoded) => new(this, coding, encoded);

    /// <summary>Sends it for a GET or HEAD; a 304 if <c>If-None-Match</c> names its tag.</summary>
    public Task SendAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
        {
            metrics.Tags.Add(new("http.route", route));
        }

        var response = http.Response;
        var headers = response.Headers;
        headers.Vary = vary;
        headers.CacheControl = cacheControl;
        headers.XContentTypeOptions = contentTypeOptions;
        headers[RequestId.Header] = RequestId.Of(http);
        headers.ContentSecurityPolicy = contentSecurityPolicy;
        foreach (var (name, value) in others)
        {
            headers[name] = value;
        }

        if (TagKnownTo(http.Request) is { Count: > 0 } known)
        {
            headers.ETag = known;
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ETag = tag;
        headers.ContentType = contentType;
        headers.ContentLength = Body.Length;
        if (link.Count > 0)
        {
            headers.Link = link;
        }

        if (coding.Count > 0)
        {
            headers.ContentEncoding = coding;
        }

        if (HttpMethods.IsHead(http.Request.Method))
        {
            return Task.CompletedTask;
        }

        // Not with the token of the request, which costs an object: a write to a closed connection ends by itself.
        var writing = response.BodyWriter.WriteAsync(Body, CancellationToken.None);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    private StringValues TagKnownTo(HttpRequest request)
    {
        var known = request.Headers.IfNoneMatch;
        return known.Count == 0 ? default
            : known.Count == 1 && known[0] == tag[0] ? tag
            : (StringValues)ETags.Matching(request, new EntityTagHeaderValue(plainTag));
    }
}
