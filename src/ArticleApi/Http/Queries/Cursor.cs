using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;

namespace ArticleApi.Http.Queries;

/// <summary>
/// Opaque cursors: the sort key of the last item of a page, with a checksum over that key and the query that it belongs to.
/// </summary>
internal static class Cursor
{
    private const int ChecksumLength = 8;

    public static string Write(HttpRequest request, IReadOnlyList<string> key)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(key);
        return Base64Url.EncodeToString([.. Checksum(request, payload), .. payload]);
    }

    /// <summary>The key in a cursor that <see cref="Write"/> made for this query; null for any other text.</summary>
    public static IReadOnlyList<string>? Read(HttpRequest request, string cursor)
    {
        if (!Base64Url.IsValid(cursor) || Base64Url.DecodeFromChars(cursor) is not { Length: > ChecksumLength } bytes)
        {
            return null;
        }

        var payload = bytes.AsSpan(ChecksumLength);
        try
        {
            return bytes.AsSpan(0, ChecksumLength).SequenceEqual(Checksum(request, payload))
                ? JsonSerializer.Deserialize<string[]>(payload)
                : null;
        }
        catch (JsonException) // Anyone can compute the checksum.
        {
            return null;
        }
    }

    // From one page to the next the size of the pages, their representation and what is added to them may change, but not which list it is.
    private static ReadOnlySpan<byte> Checksum(HttpRequest request, ReadOnlySpan<byte> payload)
    {
        string[] changeable =
            [PageParameters.Cursor, PageParameters.Limit, PageParameters.Since, Representations.Format, .. QueryParameters.OnlyInJson];
        var query = CanonicalRequest.Of(request, changeable);
        return SHA256.HashData([.. Encoding.UTF8.GetBytes($"cursor\n{query}\n"), .. payload]).AsSpan(0, ChecksumLength);
    }
}
