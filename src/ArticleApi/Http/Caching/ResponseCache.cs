using System.Collections.Concurrent;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using Microsoft.AspNetCore.Http.Features;

namespace ArticleApi.Http.Caching;

/// <summary>
/// Answers reads from memory, as they would be answered without it: what was kept is used only while the stamp of the store is the one that it was made under. A
/// request finds an answer by its raw text, and the first time by what it asks for; of many that miss the same answer one makes it for all.
/// </summary>
/// <param name="maxBytes">The memory that answers may take; none are kept with 0.</param>
/// <param name="stamp">Rises with each commit; null where that cannot be told.</param>
internal sealed class ResponseCache(long maxBytes, Func<long?> stamp) : IDisposable
{
    private const int MaxRawName = 512;
    private const char Separator = '\n'; // Neither in a request line nor in a header.

    private readonly CachedResponses? store = maxBytes == 0 ? null : new(maxBytes);
    private readonly ConcurrentDictionary<(string Key, long Stamp), TaskCompletionSource<CachedResponse?>> flights = new();

    /// <summary>The memory that is taken, about.</summary>
    public long Size => store?.Size ?? 0;

    public void Dispose() => store?.Dispose();

    /// <summary>The middleware, to stand before all others.</summary>
    public RequestDelegate Before(RequestDelegate next) => http => AnswerAsync(http, next);

    private static bool IsRead(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Path.Value!.StartsWith("/api/", StringComparison.OrdinalIgnoreCase);

    private Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsRead(http.Request))
        {
            return next(http);
        }

        if (store is null || stamp() is not { } present)
        {
            return new ResponseCapture(http, 0, null).RunAsync(next);
        }

        Span<char> buffer = stackalloc char[MaxRawName];
        var raw = RawName(http, buffer);
        return store.Find(raw, present) is { } answer
            ? answer.SendAsync(http)
            : AnswerUnknownAsync(http, next, raw.ToString(), present);
    }

    private async Task AnswerUnknownAsync(HttpContext http, RequestDelegate next, string raw, long present)
    {
        var key = KeyOf(http.Request);
        while (true)
        {
            if (store!.Find(key, present) is { } kept)
            {
                await SendAsync(http, kept, key, raw);
                return;
            }

            var flight = new TaskCompletionSource<CachedResponse?>(TaskCreationOptions.RunContinuationsAsynchronously);
            var first = flights.GetOrAdd((key, present), flight);
            if (first == flight)
            {
                await LeadAsync(http, next, key, raw, present, flight);
                return;
            }

            try
            {
                if (await first.Task.WaitAsync(http.RequestAborted) is { } made)
                {
                    await SendAsync(http, made, key, raw);
                    return;
                }
            }
            catch (OperationCanceledException)
            {
                if (http.RequestAborted.IsCancellationRequested)
                {
                    return; // Nobody is there to be answered.
                }

                present = stamp() ?? present; // The caller for whom it was made has gone: another takes over.
                continue;
            }

            await MakeAsync(http, next, key, raw, present, _ => { }); // Whatever it was, it is not for all.
            return;
        }
    }

    // Makes the answer for this caller and for all who wait for it.
    private async Task LeadAsync(
        HttpContext http, RequestDelegate next, string key, string raw, long present, TaskCompletionSource<CachedResponse?> flight)
    {
        void Land(CachedResponse? made)
        {
            flights.TryRemove(new((key, present), flight));
            _ = made is null && http.RequestAborted.IsCancellationRequested ? flight.TrySetCanceled(CancellationToken.None) : flight.TrySetResult(made);
        }

        try
        {
            await MakeAsync(http, next, key, raw, present, Land);
        }
        finally
        {
            Land(null); // Unless the answer has begun.
        }
    }

    // Only what was made while nothing was committed is known to be of the present state.
    private Task MakeAsync(HttpContext http, RequestDelegate next, string key, string raw, long present, Action<CachedResponse?> made) =>
        new ResponseCapture(http, present, (plain, sent) =>
        {
            if (plain is null || stamp() != present)
            {
                made(null);
                return;
            }

            store!.Keep(key, sent!, raw);
            if (sent != plain)
            {
                store.Keep(key, plain);
            }

            made(plain);
        }).RunAsync(next);

    private Task SendAsync(HttpContext http, CachedResponse plain, string key, string raw)
    {
        var answer = ContentCoding.PreferredBy(http.Request) is { } coding ? Encoded(plain, key, coding) : plain;
        store!.Name(raw, key, answer);
        return answer.SendAsync(http);
    }

    private CachedResponse Encoded(CachedResponse plain, string key, ContentCoding coding)
    {
        lock (plain) // Many may ask for it at once.
        {
            if (store!.Find(CachedResponses.KeyOf(key, coding.Name), plain.ChangeCount) is { } kept)
            {
                return kept;
            }

            if (coding.Encode(plain.Body) is not { } fewer)
            {
                return plain;
            }

            var answer = plain.WithCoding(coding, fewer);
            store.Keep(key, answer);
            return answer;
        }
    }

    // What the answer depends on, as it came; empty where that is too long.
    private static ReadOnlySpan<char> RawName(HttpContext http, Span<char> buffer)
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
            buffer[at - 1] = '+'; // Then there are headers for browsers.
        }

        return buffer[..at];
    }

    private static void Append(Span<char> buffer, ref int at, string part)
    {
        part.CopyTo(buffer[at..]);
        at += part.Length;
        buffer[at++] = Separator;
    }

    // The same for all requests that ask for the same answer.
    private static string KeyOf(HttpRequest request)
    {
        var accept = request.Query.ContainsKey(Representations.Format) ? "" : request.Headers.Accept.ToString();
        return string.Join(
            Separator,
            "", // So that it is no raw name.
            CanonicalRequest.Of(request),
            accept == "*/*" ? "" : accept,
            $"{request.Scheme}://{request.Headers.Host}",
            request.Headers.Origin.Count > 0 ? "+" : "");
    }
}
