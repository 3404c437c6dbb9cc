using ArticleApi.Http.Responses;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Caching;

/// <summary>The 200 of a read, as it was sent: its headers and its bytes.</summary>
internal sealed class CachedResponse
{
    private const int BytesOfObjects = 400, BytesOfHeader = 64;

    // Not in a 304: they are of the body.
    private static readonly string[] OfBody = [HeaderNames.ContentType, HeaderNames.Link];
    private static readonly string[] Computed = [HeaderNames.ETag, HeaderNames.ContentEncoding, HeaderNames.ContentLength];

    private readonly string plainTag;
    private readonly StringValues tag;
    private readonly StringValues coding;
    private readonly StringValues contentType;
    private readonly StringValues link;
    private readonly StringValues vary;
    private readonly StringValues cacheControl;
    private readonly StringValues contentTypeOptions;
    private readonly KeyValuePair<string, StringValues>[] others;

    private CachedResponse(IHeaderDictionary headers, string tag, ReadOnlyMemory<byte> body, long stamp)
    {
        (plainTag, this.tag, Body, ChangeCount) = (tag, tag, body, stamp);
        contentType = headers.ContentType;
        link = headers.Link;
        vary = headers.Vary;
        cacheControl = headers.CacheControl;
        contentTypeOptions = headers.XContentTypeOptions;
        string[] named = [.. Computed, .. OfBody, HeaderNames.Vary, HeaderNames.CacheControl, HeaderNames.XContentTypeOptions];
        others = [.. headers.Where(header => !named.Contains(header.Key, StringComparer.OrdinalIgnoreCase))];
        Size = body.Length + BytesOfObjects + headers.Sum(header => BytesOfHeader + (sizeof(char) * (header.Key.Length + header.Value.ToString().Length)));
    }

    private CachedResponse(CachedResponse plain, ContentCoding coding, ReadOnlyMemory<byte> body)
    {
        (plainTag, contentType, link, vary, cacheControl) = (plain.plainTag, plain.contentType, plain.link, plain.vary, plain.cacheControl);
        (contentTypeOptions, others) = (plain.contentTypeOptions, plain.others);
        (this.coding, tag, Body, ChangeCount) = (coding.Name, ETags.Encoded(plain.plainTag, coding), body, plain.ChangeCount);
        Size = body.Length + plain.Size - plain.Body.Length; // As if it shared nothing: the plain one may be dropped first.
    }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The content coding of the bytes, if any.</summary>
    public string? Coding => coding;

    /// <summary>The stamp of the store that it was made from.</summary>
    public long ChangeCount { get; }

    /// <summary>The memory that it takes, about.</summary>
    public long Size { get; }

    /// <summary>The answer with the headers that a response has when it starts.</summary>
    /// <param name="tag">Its tag, of the bytes as they are.</param>
    public static CachedResponse Of(HttpResponse response, string tag, ReadOnlyMemory<byte> body, long stamp) => new(response.Headers, tag, body, stamp);

    /// <summary>The same answer in a content coding.</summary>
    public CachedResponse WithCoding(ContentCoding coding, ReadOnlyMemory<byte> encoded) => new(this, coding, encoded);

    /// <summary>Answers a GET or HEAD with it: 304 without its bytes for who has them.</summary>
    public Task SendAsync(HttpContext http)
    {
        var response = http.Response;
        var headers = response.Headers;
        headers.Vary = vary;
        headers.CacheControl = cacheControl;
        headers.XContentTypeOptions = contentTypeOptions;
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

        // Without the token of the request, which costs an object: a write to a connection that is gone ends by itself.
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
