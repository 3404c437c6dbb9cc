using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Responses;

/// <summary>A content coding: a way to compress a body (RFC 9110, 8.4.1).</summary>
/// <param name="Name">Its name in <c>Accept-Encoding</c> and <c>Content-Encoding</c>.</param>
/// <param name="Compress">Wraps a stream into one that compresses.</param>
internal sealed record ContentCoding(string Name, Func<Stream, Stream> Compress)
{
    /// <summary>The shortest body that is compressed. Shorter ones fit into the first packets as they are.</summary>
    public const int MinBytes = 1024;

    private const string Identity = "identity", Any = "*";

    // The preferred one first. Higher qualities of Brotli take several times longer for a few percent.
    private static readonly ContentCoding[] All =
    [
        new("br", to => new BrotliStream(to, new BrotliCompressionOptions { Quality = 5 }, leaveOpen: true)),
        new("gzip", to => new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true)),
    ];

    /// <summary>The codings that <c>Accept-Encoding</c> allows (RFC 9110, 12.5.3), the best one first; none without the header.</summary>
    public static IReadOnlyList<ContentCoding> AcceptedBy(HttpRequest request) => [.. Qualities(request).Select(of => of.Coding)];

    /// <summary>The best coding that <c>Accept-Encoding</c> allows; null if the caller prefers the body as it is.</summary>
    public static ContentCoding? PreferredBy(HttpRequest request)
    {
        var best = Qualities(request).FirstOrDefault();
        return best.Coding is not null && best.Quality >= Quality(Parse(request), Identity, orElse: 0) ? best.Coding : null;
    }

    /// <summary>The body in this coding; null if that would not be shorter.</summary>
    public ReadOnlyMemory<byte>? Encode(ReadOnlyMemory<byte> body)
    {
        if (body.Length < MinBytes)
        {
            return null;
        }

        using var encoded = new MemoryStream();
        using (var stream = Compress(encoded))
        {
            stream.Write(body.Span);
        }

        return encoded.Length < body.Length ? encoded.ToArray() : null;
    }

    private static IEnumerable<(ContentCoding Coding, double Quality)> Qualities(HttpRequest request)
    {
        var accepted = Parse(request);
        return All.Select(coding => (coding, Quality(accepted, coding.Name, Quality(accepted, Any, 0))))
            .Where(of => of.Item2 > 0)
            .OrderByDescending(of => of.Item2);
    }

    private static double Quality(IList<StringWithQualityHeaderValue> accepted, string name, double orElse)
    {
        var given = accepted.FirstOrDefault(coding => coding.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
        return given is null ? orElse : given.Quality ?? 1;
    }

    private static IList<StringWithQualityHeaderValue> Parse(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted) ? accepted : [];
}
