using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ArticleApi.Conformance;

/// <summary>A connection that sends bytes as they are, and reads what an HTTP/1.1 server answers.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket socket;
    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    private RawConnection(Socket socket) => this.socket = socket;

    public static async Task<RawConnection> OpenAsync(Uri address, CancellationToken cancel)
    {
        var connection = new RawConnection(new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });
        try
        {
            await connection.socket.ConnectAsync(address.Host, address.Port, cancel);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose() => socket.Dispose();

    /// <summary>Sends a request, all of it.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancel)
    {
        while (request.Length > 0)
        {
            request = request[await socket.SendAsync(request, cancel)..];
        }
    }

    /// <summary>Tells the server that no more comes.</summary>
    public void EndSending() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Reads the next response.</summary>
    /// <param name="toHead">Whether it answers a HEAD, and so has no body.</param>
    /// <returns>The response; null if the server has ended the connection.</returns>
    public async Task<RawResponse?> ReadAsync(bool toHead, CancellationToken cancel)
    {
        while (true)
        {
            if (await LineAsync(cancel) is not { } first)
            {
                return null;
            }

            var status = int.Parse(first.AsSpan("HTTP/1.1 ".Length, 3), NumberStyles.None, CultureInfo.InvariantCulture);
            var headers = await HeadersAsync(cancel);
            if (status == 100)
            {
                continue;
            }

            var body = toHead || status is 204 or 304 ? []
                : headers.ContainsKey("Transfer-Encoding") ? await ChunksAsync(cancel)
                : headers.TryGetValue("Content-Length", out var length)
                    ? await BytesAsync(int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture), cancel)
                : await RestAsync(cancel);
            return new(status, headers, body);
        }
    }

    private async Task<Dictionary<string, string>> HeadersAsync(CancellationToken cancel)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync(cancel) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out var other) ? $"{other}, {value}" : value;
        }

        return headers;
    }

    private async Task<byte[]> ChunksAsync(CancellationToken cancel)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var line = await LineAsync(cancel) ?? throw new EndOfStreamException("The last chunk is missing.");
            var size = int.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Write(await BytesAsync(size, cancel));
            await LineAsync(cancel);
            if (size == 0)
            {
                return body.ToArray();
            }
        }
    }

    private async Task<byte[]> BytesAsync(int count, CancellationToken cancel)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            if (start == end && !await FillAsync(cancel))
            {
                throw new EndOfStreamException($"The body ends after {read} of {count} bytes.");
            }

            var some = Math.Min(count - read, end - start);
            buffer.AsSpan(start, some).CopyTo(bytes.AsSpan(read));
            start += some;
            read += some;
        }

        return bytes;
    }

    private async Task<byte[]> RestAsync(CancellationToken cancel)
    {
        using var body = new MemoryStream();
        do
        {
            body.Write(buffer, start, end - start);
            start = end;
        }
        while (await FillAsync(cancel));
        return body.ToArray();
    }

    private async Task<string?> LineAsync(CancellationToken cancel)
    {
        var line = new StringBuilder();
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            line.Append(Encoding.Latin1.GetString(buffer, start, at < 0 ? end - start : at));
            start = at < 0 ? end : start + at + 1;
            if (at >= 0)
            {
                return line.ToString().TrimEnd('\r');
            }

            if (!await FillAsync(cancel))
            {
                return line.Length == 0 ? null : throw new EndOfStreamException($"The answer ends within a line: {line}");
            }
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancel)
    {
        start = 0;
        end = await socket.ReceiveAsync(buffer.AsMemory(), cancel);
        return end > 0;
    }
}
