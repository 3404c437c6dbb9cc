using System.Threading.Channels;
using ArticleApi.Http.Limits;

namespace ArticleApi.Http.Responses;

/// <summary>
/// Sends a stream to a reader that may be slow. At first, whoever writes waits for the reader. After a time the rest goes through a
/// temporary file, so that the writer ends soon, and with it the view of the store that it reads from.
/// </summary>
/// <param name="body">The body of the response.</param>
/// <param name="directTime">How long the writer waits for the reader, in all.</param>
/// <param name="space">The room in temporary files.</param>
/// <param name="cancel">Tells that the reader has left.</param>
internal sealed class SpooledBody(Stream body, TimeSpan directTime, ByteQuota.Share space, CancellationToken cancel) : Stream
{
    private const int CopySize = 1 << 16;

    private readonly long end = Environment.TickCount64 + (long)directTime.TotalMilliseconds;
    private readonly Channel<Chunk> chunks = Channel.CreateUnbounded<Chunk>();
    private readonly SemaphoreSlim isSent = new(1, 1);
    private FileStream? file;
    private long written;

    /// <summary>Whether anything was written.</summary>
    public bool HasContent { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends what is written, until <see cref="Complete"/> is called.</summary>
    public async Task SendAsync()
    {
        var sent = 0L;
        var buffer = new byte[CopySize];
        await foreach (var chunk in chunks.Reader.ReadAllAsync(cancel))
        {
            if (chunk.Bytes is { } bytes)
            {
                await body.WriteAsync(bytes, cancel);
                isSent.Release();
                continue;
            }

            for (var until = sent + chunk.Length; sent < until;)
            {
                var part = buffer.AsMemory(0, (int)Math.Min(CopySize, until - sent));
                var count = await RandomAccess.ReadAsync(file!.SafeFileHandle, part, sent, cancel);
                await body.WriteAsync(part[..count], cancel);
                sent += count;
            }
        }
    }

    /// <summary>Says that everything was written, or why it was not.</summary>
    public void Complete(Exception? error = null) => chunks.Writer.TryComplete(error);

    /// <exception cref="IOException">There is no more room for temporary files.</exception>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        HasContent = true;
        var left = TimeSpan.FromMilliseconds(Math.Max(0, end - Environment.TickCount64));
        if (file is null && await isSent.WaitAsync(left, cancellationToken))
        {
            chunks.Writer.TryWrite(new(buffer.ToArray(), 0));
            return;
        }

        if (!space.TryAdd(buffer.Length))
        {
            throw new IOException("There is no more room for exports that wait for their readers. Limits__TemporaryBytes allows more.");
        }

        file ??= OpenNameless();
        await RandomAccess.WriteAsync(file.SafeFileHandle, buffer, written, cancellationToken);
        written += buffer.Length;
        chunks.Writer.TryWrite(new(null, buffer.Length));
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file?.Dispose();
            space.Dispose();
            isSent.Dispose();
        }

        base.Dispose(disposing);
    }

    // A file in the system's folder for temporary ones (TMPDIR) that has no name, so that it is gone once it is closed, even by a kill.
    private static FileStream OpenNameless()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var opened = new FileStream(path, options);
        File.Delete(path);
        return opened;
    }

    // Bytes, or so many of the file.
    private sealed record Chunk(byte[]? Bytes, int Length);
}
