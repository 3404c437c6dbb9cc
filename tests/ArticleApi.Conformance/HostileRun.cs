using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace ArticleApi.Conformance;

/// <summary>
/// Sends generated requests and checks what comes back: against the document, and a third of them against what the same request brings
/// again, without the cache, as HEAD, and with its entity tag.
/// </summary>
/// <param name="generator">Makes the requests.</param>
/// <param name="service">The service that is asked.</param>
/// <param name="uncached">One on the same database that keeps no responses.</param>
internal sealed partial class HostileRun(RequestGenerator generator, Uri service, Uri uncached) : IDisposable
{
    private const int Compared = 3, Attempts = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // Those of the moment and the connection.
    private static readonly string[] Passing =
        ["Date", "Connection", "Keep-Alive", "Request-Id", "RateLimit", "Transfer-Encoding", "Content-Length"];

    private readonly ConcurrentBag<RawConnection> toService = [];
    private readonly ConcurrentBag<RawConnection> toUncached = [];

    /// <summary>How often each status came; 0 is a connection that was ended without an answer.</summary>
    public ConcurrentDictionary<int, long> Statuses { get; } = [];

    /// <summary>How many requests were sent in all, repetitions included.</summary>
    public long Sent => sent;

    /// <summary>How many responses were compared with others.</summary>
    public long Comparisons => comparisons;

    private long sent;
    private long comparisons;

    /// <summary>Sends the request of a number.</summary>
    /// <returns>What is wrong with the answer; null if nothing is.</returns>
    public async Task<string?> CheckAsync(long number, CancellationToken cancel)
    {
        var request = generator.Request(number);
        try
        {
            var response = await SendAsync(request, toService, service, cancel);
            Statuses.AddOrUpdate(response?.Status ?? 0, 1, (_, count) => count + 1);
            var fault = await FaultAsync(request, response)
                ?? (response is not null && request.IsRead && !request.IsMalformed && number % Compared == 0 && response.Status != 503
                    ? await CompareAsync(request, response, cancel)
                    : null);
            return fault is null ? null : $"Request {number}: {fault}\n{request.ToCommand()}";
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            return $"Request {number}: {e.Message}\n{request.ToCommand()}";
        }
    }

    public void Dispose()
    {
        foreach (var connection in toService.Concat(toUncached))
        {
            connection.Dispose();
        }
    }

    private static async ValueTask<string?> FaultAsync(HostileRequest request, RawResponse? response)
    {
        if (response is null)
        {
            return request.IsMalformed ? null : "The connection was ended without an answer.";
        }

        var isRightlyRefused = (response.Status == 503 && Busy().IsMatch(response.Text))
            || (response.Status == 501 && !ApiDocument.HasMethod(request.Method));
        if (response.Status >= 500 && !isRightlyRefused)
        {
            return $"{response.Status} {response.Text}";
        }

        // A path with dots is another one for the server; what breaks the rules has no path.
        return request.IsMalformed || request.Path.Contains("/.", StringComparison.Ordinal)
            || request.Path.Contains("%2e", StringComparison.OrdinalIgnoreCase)
                ? null
                : await ContractCheck.FaultAsync(
                    request.Method,
                    request.Path,
                    request.Query,
                    response.Status,
                    response.Header("Content-Type"),
                    () => Task.FromResult(Plain(response)));
    }

    private async Task<string?> CompareAsync(HostileRequest request, RawResponse first, CancellationToken cancel)
    {
        Interlocked.Increment(ref comparisons);
        var other = request with { Method = request.Method == "HEAD" ? "GET" : "HEAD" };
        return await CompareAsync("again", request, first, request, toService, service, cancel)
            ?? await CompareAsync("uncached", request, first, request, toUncached, uncached, cancel)
            ?? await CompareAsync($"as {other.Method}", request, first, other, toService, service, cancel)
            ?? await CompareAsync($"as {other.Method}, uncached", request, first, other, toUncached, uncached, cancel)
            ?? (first is { Status: 200 } && first.Header("ETag") is { } tag
                ? await NotModifiedAsync("", request.With("If-None-Match", tag), first, toService, service, cancel)
                    ?? await NotModifiedAsync(", uncached", request.With("If-None-Match", tag), first, toUncached, uncached, cancel)
                : null);
    }

    private async Task<string?> CompareAsync(
        string what, HostileRequest request, RawResponse first, HostileRequest other, ConcurrentBag<RawConnection> pool, Uri address,
        CancellationToken cancel)
    {
        string? difference = null;
        for (var i = 0; i < Attempts; i++)
        {
            var response = await SendAsync(other, pool, address, cancel);
            difference = response is null ? "no answer" : Difference(first, response, request.Method == other.Method);
            if (difference is null || response?.Status == 503)
            {
                return null;
            }

            // Somebody may have written in between.
            first = await SendAsync(request, toService, service, cancel) ?? first;
        }

        return $"{what}, it is another answer: {difference}";
    }

    private async Task<string?> NotModifiedAsync(
        string where, HostileRequest request, RawResponse first, ConcurrentBag<RawConnection> pool, Uri address, CancellationToken cancel)
    {
        for (var i = 0; i < Attempts; i++)
        {
            var response = await SendAsync(request, pool, address, cancel);
            if (response?.Status is 404 or 410 or 503 || (response?.Status == 304 && response.Header("ETag") == first.Header("ETag")
                && response.Header("Vary") == first.Header("Vary") && response.Header("Cache-Control") == first.Header("Cache-Control")))
            {
                return null;
            }

            // Somebody may have written in between, or, above, deleted it.
            if (response?.Status == 200 && response.Header("ETag") is { } tag && tag != first.Header("ETag"))
            {
                (request, first) = (request.With("If-None-Match", tag), response);
            }
        }

        return $"its tag {first.Header("ETag")} is not answered by a 304{where}.";
    }

    private static string? Difference(RawResponse first, RawResponse other, bool bodies)
    {
        if (first.Status != other.Status)
        {
            return $"{first.Status}, then {other.Status}";
        }

        foreach (var name in first.Headers.Keys.Union(other.Headers.Keys).Except(Passing, StringComparer.OrdinalIgnoreCase))
        {
            if (first.Header(name) != other.Header(name))
            {
                return $"{name}: {first.Header(name)}, then {other.Header(name)}";
            }
        }

        return bodies && !first.Body.AsSpan().SequenceEqual(other.Body)
            && TraceId().Replace(Plain(first), "") != TraceId().Replace(Plain(other), "")
                ? "the body"
                : null;
    }

    private static string Plain(RawResponse response)
    {
        using var body = new MemoryStream(response.Body);
        using Stream plain = response.Header("Content-Encoding") switch
        {
            "gzip" => new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress),
            "br" => new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return reader.ReadToEnd();
    }

    private async Task<RawResponse?> SendAsync(
        HostileRequest request, ConcurrentBag<RawConnection> pool, Uri address, CancellationToken cancel)
    {
        Interlocked.Increment(ref sent);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        return request.IsMalformed
            ? await SendMalformedAsync(request, address, patience.Token)
            : await SendAsync(request, pool, address, mayRetry: true, patience.Token);
    }

    private static async Task<RawResponse?> SendAsync(
        HostileRequest request, ConcurrentBag<RawConnection> pool, Uri address, bool mayRetry, CancellationToken cancel)
    {
        var isOld = pool.TryTake(out var connection);
        connection ??= await RawConnection.OpenAsync(address, cancel);
        RawResponse? response = null;
        try
        {
            await connection.SendAsync(request.ToBytes(), cancel);
            response = await connection.ReadAsync(request.Method == "HEAD", cancel);
        }
        catch (System.Net.Sockets.SocketException)
        {
            // The server refuses before it has read all, or ends a connection that was used before.
        }

        if (response is { Closes: false } && response.Header("Content-Type") is not null | response.Status < 400)
        {
            pool.Add(connection);
        }
        else
        {
            connection.Dispose();
        }

        return response is null && isOld && mayRetry ? await SendAsync(request, [], address, mayRetry: false, cancel) : response;
    }

    private static async Task<RawResponse?> SendMalformedAsync(HostileRequest request, Uri address, CancellationToken cancel)
    {
        using var connection = await RawConnection.OpenAsync(address, cancel);
        try
        {
            await connection.SendAsync(request.ToBytes(), cancel);
            connection.EndSending();
            return await connection.ReadAsync(request.Method == "HEAD", cancel);
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or EndOfStreamException)
        {
            return null;
        }
    }

    [GeneratedRegex("\"code\":\"(busy|too-expensive)\"")]
    private static partial Regex Busy();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();
}
