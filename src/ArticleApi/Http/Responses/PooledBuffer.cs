using System.Buffers;

namespace ArticleApi.Http.Responses;

/// <summary>Collects the body of a response in memory from a pool. Disposing returns the memory, once the body is sent.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 1 << 14;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int count;

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, count);

    public void Advance(int count) => this.count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsMemory(count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, count) = ([], 0);
    }

    private void Reserve(int more)
    {
        if (bytes.Length - count < Math.Max(1, more))
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(count + more, 2 * bytes.Length));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }
    }
}
