using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace ArticleApi.Contract;

/// <summary>Writes values as NDJSON, a line each. It holds no more in memory than a block and the longest line.</summary>
internal sealed class NdjsonWriter(Stream stream) : IDisposable
{
    /// <summary>The media type of NDJSON.</summary>
    public const string MediaType = "application/x-ndjson";

    private const int Block = 1 << 16;

    private static readonly JsonWriterOptions Compact = new() { Encoder = Json.Options.Encoder };

    private readonly ArrayBufferWriter<byte> buffer = new(Block);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long count;

    /// <param name="line">A value, or its JSON in UTF-8.</param>
    public async ValueTask WriteAsync<T>(T line, CancellationToken cancel)
    {
        if (line is byte[] rendered)
        {
            buffer.Write(rendered);
        }
        else
        {
            using var json = new Utf8JsonWriter(buffer, Compact);
            JsonSerializer.Serialize(json, line, Json.Options);
        }

        buffer.Write("\n"u8);
        count++;
        if (buffer.WrittenCount >= Block)
        {
            await FlushAsync(cancel);
        }
    }

    /// <summary>Writes the last line, which sums up what was written. Who reads no such line has not received everything.</summary>
    public async Task EndAsync(long dataVersion, CancellationToken cancel)
    {
        await FlushAsync(cancel);
        await WriteAsync(new { end = true, count, sha256 = Convert.ToHexStringLower(hash.GetCurrentHash()), dataVersion }, cancel);
        await FlushAsync(cancel);
    }

    public async Task FlushAsync(CancellationToken cancel)
    {
        hash.AppendData(buffer.WrittenSpan);
        await stream.WriteAsync(buffer.WrittenMemory, cancel);
        buffer.ResetWrittenCount();
    }

    public void Dispose() => hash.Dispose();
}
