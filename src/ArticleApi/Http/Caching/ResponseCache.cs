using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Responses;

namespace ArticleApi.Http.Caching;

/// <summary>
/// Sends reads from memory where it can. A response is kept only if nothing was written to the store while it was made, and sent only as
/// long as nothing has been written since. Nobody can see from a response whether it was kept.
/// </summary>
/// <param name="maxBytes">The memory that responses may take; 0 keeps none.</param>
/// <param name="readChangeCount">Counts the commits of the store; null if it is not known, and then nothing is kept.</param>
internal sealed class ResponseCache(long maxBytes, Func<long?> readChangeCount, Telemetry? telemetry = null) : IDisposable
{
    private readonly CachedResponses? responses = maxBytes == 0 ? null : new(maxBytes);
    private readonly SingleFlight flight = new();

    /// <summary>The memory that is taken, about.</summary>
    public long Size => responses?.Size ?? 0;

    public void Dispose() => responses?.Dispose();

    /// <summary>The middleware. It has to be the outermost one, so that it sees the headers of all others.</summary>
    public RequestDelegate Middleware(RequestDelegate next) => http => HandleAsync(http, next);

    private Task HandleAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsRead(http.Request))
        {
            return next(http);
        }

        if (responses is null || readChangeCount() is not { } changeCount)
        {
            return MakeAsync(http, next, null);
        }

        Span<char> buffer = stackalloc char[CacheKeys.MaxRawLength];
        var rawKey = CacheKeys.Raw(http, buffer);
        return responses.Find(rawKey, changeCount) is { } response
            ? SendKeptAsync(http, response)
            : FindOrMakeAsync(http, next, new(CacheKeys.Canonical(http.Request), rawKey.ToString(), changeCount));
    }

    private static bool IsRead(HttpRequest request) =>
        request.Method is "GET" or "HEAD"
        && request.Path.Value!.StartsWith("/api/", StringComparison.OrdinalIgnoreCase);

    private async Task FindOrMakeAsync(HttpContext http, RequestDelegate next, Lookup lookup)
    {
        while (true)
        {
            if (responses!.Find(lookup.Key, lookup.ChangeCount) is { } kept)
            {
                await SendAsync(http, kept, lookup);
                return;
            }

            var (pending, isFirst) = flight.Join(lookup.Key, lookup.ChangeCount);
            if (isFirst)
            {
                await MakeAsync(http, next, lookup, pending);
                return;
            }

            try
            {
                if (await pending.WaitAsync(http.RequestAborted) is { } made)
                {
                    await SendAsync(http, made, lookup);
                    return;
                }
            }
            catch (OperationCanceledException)
            {
                if (http.RequestAborted.IsCancellationRequested)
                {
                    return; // Nobody is there to get a response.
                }

                lookup = lookup with { ChangeCount = readChangeCount() ?? lookup.ChangeCount };
                continue; // The caller who made it has gone: another takes over.
            }

            await MakeAsync(http, next, lookup, refusal: pending.Refusal);
            return;
        }
    }

    // Lets the pipeline make the response. What it does not hand over, such as a problem, it has sent itself.
    private async Task MakeAsync(
        HttpContext http, RequestDelegate next, Lookup? lookup, PendingResponse? pending = null, ProblemResult? refusal = null)
    {
        telemetry?.AddCached(isKept: false);
        using var capture = new ResponseCapture(pending, refusal);
        http.Features.Set(capture);
        try
        {
            await next(http);
            if (capture.Body is { } body && !http.Response.HasStarted)
            {
                await FinishAsync(http, capture, body, lookup, pending);
            }
        }
        finally
        {
            pending?.Release(null, http.RequestAborted.IsCancellationRequested);
        }
    }

    // Sends the body in the content coding that the caller prefers, and keeps the response for others.
    private async Task FinishAsync(
        HttpContext http, ResponseCapture capture, ReadOnlyMemory<byte> body, Lookup? lookup, PendingResponse? pending)
    {
        var (response, headers) = (http.Response, http.Response.Headers);
        string? tag = headers.ETag;
        var coding = tag is null ? null : ContentCoding.PreferredBy(http.Request);
        var encoded = coding?.Encode(body);
        if (encoded is not null)
        {
            headers.ETag = ETags.Encoded(tag!, coding!);
            headers.ContentEncoding = coding!.Name;
        }

        headers.ContentType = capture.ContentType;
        headers.ContentLength = (encoded ?? body).Length;
        await response.StartAsync(CancellationToken.None); // Calls what waits for OnStarting, so that all headers are there.

        if (lookup is not null)
        {
            CachedResponse? plain = null;
            if (tag is not null && MayBeKept(response) && readChangeCount() == lookup.ChangeCount)
            {
                plain = new CachedResponse(
                    headers, tag, capture.BodyToKeep(), lookup.ChangeCount, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
                Keep(lookup, plain, encoded is { } bytes ? plain.WithCoding(coding!, bytes) : plain);
            }

            pending?.Release(plain, http.RequestAborted.IsCancellationRequested);
        }

        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.BodyWriter.WriteAsync(encoded ?? body, CancellationToken.None);
        }
    }

    private Task SendKeptAsync(HttpContext http, CachedResponse response)
    {
        telemetry?.AddCached(isKept: true);
        return response.SendAsync(http);
    }

    private static bool MayBeKept(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK && response.GetTypedHeaders().CacheControl?.NoStore != true;

    private void Keep(Lookup lookup, CachedResponse plain, CachedResponse sent)
    {
        responses!.Keep(lookup.Key, sent, lookup.RawKey);
        if (sent != plain)
        {
            responses.Keep(lookup.Key, plain);
        }
    }

    private Task SendAsync(HttpContext http, CachedResponse plain, Lookup lookup)
    {
        var response = ContentCoding.PreferredBy(http.Request) is { } coding ? Encoded(plain, lookup.Key, coding) : plain;
        responses!.AddKey(lookup.RawKey, lookup.Key, response);
        return SendKeptAsync(http, response);
    }

    private CachedResponse Encoded(CachedResponse plain, string key, ContentCoding coding)
    {
        lock (plain) // Many may ask for it at once.
        {
            if (responses!.Find(CacheKeys.WithCoding(key, coding.Name), plain.ChangeCount) is { } kept)
            {
                return kept;
            }

            if (coding.Encode(plain.Body) is not { } bytes)
            {
                return plain;
            }

            var encoded = plain.WithCoding(coding, bytes);
            responses.Keep(key, encoded);
            return encoded;
        }
    }

    // Where the response to a request is kept, and which state of the store it has to show.
    private sealed record Lookup(string Key, string RawKey, long ChangeCount);
}
