using ArticleApi.Http.Responses;

namespace ArticleApi.Http.Caching;

/// <summary>
/// An answer in the making: takes the bytes of a 200 from the handler and sends them in the coding that the caller prefers. It learns the headers when the answer
/// begins, with all that was set on the way out.
/// </summary>
/// <param name="http">The request.</param>
/// <param name="stamp">The stamp of the store before anything was read.</param>
/// <param name="begun">Called when the answer begins: with the 200 without a coding, and as it is sent; with nulls for any other answer. Null where nobody asks.</param>
internal sealed class ResponseCapture(HttpContext http, long stamp, Action<CachedResponse?, CachedResponse?>? begun)
{
    private string? tag;
    private ContentCoding? coding;
    private ReadOnlyMemory<byte>? encoded;

    /// <summary>The bytes, without a coding.</summary>
    public ReadOnlyMemory<byte>? Body { get; set; }

    /// <summary>The memory that the bytes are lent, if any: to be given back when they are sent.</summary>
    public IDisposable? Rented { get; set; }

    public async Task RunAsync(RequestDelegate next)
    {
        http.Features.Set(this);
        if (begun is not null)
        {
            http.Response.OnStarting(BeginAsync); // The first one to be set is the last one to be called.
        }

        await next(http);
        if (Body is { } body && !http.Response.HasStarted)
        {
            await SendAsync(body);
        }

        Rented?.Dispose();
    }

    private async Task SendAsync(ReadOnlyMemory<byte> body)
    {
        var headers = http.Response.Headers;
        tag = headers.ETag;
        coding = tag is null ? null : ContentCoding.PreferredBy(http.Request);
        encoded = coding?.Encode(body);
        if (encoded is { } fewer)
        {
            headers.ETag = ETags.Encoded(tag!, coding!);
            headers.ContentEncoding = coding!.Name;
            headers.ContentLength = fewer.Length;
        }

        if (HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.StartAsync(CancellationToken.None);
        }
        else
        {
            await http.Response.BodyWriter.WriteAsync(encoded ?? body, CancellationToken.None);
        }
    }

    private Task BeginAsync()
    {
        var response = http.Response;
        if (tag is null || response.StatusCode != StatusCodes.Status200OK || response.GetTypedHeaders().CacheControl?.NoStore == true)
        {
            begun!(null, null);
        }
        else
        {
            var plain = CachedResponse.Of(response, tag, Rented is null ? Body!.Value : Body!.Value.ToArray(), stamp);
            begun!(plain, encoded is { } fewer ? plain.WithCoding(coding!, fewer) : plain);
        }

        return Task.CompletedTask;
    }
}
