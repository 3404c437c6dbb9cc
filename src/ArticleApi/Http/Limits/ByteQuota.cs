namespace ArticleApi.Http.Limits;

/// <summary>Bytes that all requests share, such as the memory for bodies that are being read.</summary>
/// <param name="maxBytes">How many they may take together.</param>
internal sealed class ByteQuota(long maxBytes)
{
    private long taken;

    public long MaxBytes => maxBytes;

    /// <summary>Takes bytes for one request, more with each call of <see cref="Share.TryAdd"/>, until it is disposed of.</summary>
    public Share Open() => new(this);

    /// <summary>What one request has taken.</summary>
    internal sealed class Share(ByteQuota quota) : IDisposable
    {
        private long own;

        /// <summary>Takes bytes, if so many are left.</summary>
        public bool TryAdd(long bytes)
        {
            if (Interlocked.Add(ref quota.taken, bytes) > quota.MaxBytes)
            {
                Interlocked.Add(ref quota.taken, -bytes);
                return false;
            }

            Interlocked.Add(ref own, bytes);
            return true;
        }

        public void Dispose() => Interlocked.Add(ref quota.taken, -Interlocked.Exchange(ref own, 0));
    }
}
