using System.IO.Pipelines;
using ArticleApi.Http.Limits;
using ArticleApi.Http.ProblemDetails;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Requests;

/// <summary>
/// Reads the body of a write whole, and lets the write go on when there is a slot for it. The server refuses a body that is too large.
/// </summary>
internal static class RequestBody
{
    /// <summary>
    /// The problem of a body with a media type that the route does not take. A header of the response lists those that it takes.
    /// </summary>
    public static ProblemResult RefuseType(HttpContext http, IReadOnlyList<string> types)
    {
        http.Response.Headers[HttpMethods.IsPatch(http.Request.Method) ? "Accept-Patch" : HeaderNames.Accept] = string.Join(", ", types);
        return Problems.UnsupportedMediaType(http.Request.ContentType, types);
    }

    /// <param name="types">The media types that the route takes.</param>
    /// <returns>The body with its media type, or a problem.</returns>
    public static async Task<(byte[] Bytes, MediaTypeHeaderValue Type, ProblemResult? Problem)> ReadAsync(
        HttpContext http, IReadOnlyList<string> types, CancellationToken cancel)
    {
        var request = http.Request;
        if (request.Headers.ContentEncoding.Count > 0)
        {
            http.Response.Headers.AcceptEncoding = "identity";
            return ([], new(types[0]), Problems.UnsupportedEncoding(request.Headers.ContentEncoding.ToString()));
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        {
            return ([], new(types[0]), RefuseType(http, types));
        }

        type.Charset = HeaderUtilities.RemoveQuotes(type.Charset);
        var slots = http.RequestServices.GetRequiredService<RequestSlots>();
        if (await ReceiveAsync(http, slots.Bodies, cancel) is not { } bytes
            || await slots.EnterWriteAsync(bytes.Length, cancel) is not { } slot)
        {
            return ([], type, slots.Busy(SlotKind.Writes));
        }

        http.Response.RegisterForDispose(slot);
        return (bytes, type, null);
    }

    // Null where the bodies of all requests take too much memory.
    private static async Task<byte[]?> ReceiveAsync(HttpContext http, ByteQuota memory, CancellationToken cancel)
    {
        var share = memory.Open();
        http.Response.RegisterForDispose(share);
        using var body = new MemoryStream();
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await ReadAsync(reader, cancel);
            var isThereRoom = share.TryAdd(read.Buffer.Length);
            if (isThereRoom)
            {
                foreach (var part in read.Buffer)
                {
                    body.Write(part.Span);
                }
            }

            reader.AdvanceTo(read.Buffer.End);
            if (!isThereRoom)
            {
                return null;
            }

            if (read.IsCompleted)
            {
                return body.ToArray();
            }
        }
    }

    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadAsync(cancel);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // The server throws a bare one for a chunk size beyond what a number holds.
            throw new BadHttpRequestException("The body cannot be read.", e);
        }
    }
}
