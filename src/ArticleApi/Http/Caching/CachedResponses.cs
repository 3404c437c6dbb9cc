using Microsoft.Extensions.Caching.Memory;

namespace ArticleApi.Http.Caching;

/// <summary>
/// The responses that are kept, within a limit of bytes. Each is kept once, under the key by which it was first found; other keys lead to
/// it and count with their own bytes only. When the limit is reached those least recently used are dropped in the background; until then
/// new ones are not kept.
/// </summary>
internal sealed class CachedResponses(long maxBytes) : IDisposable
{
    private const int BytesOfEntry = 300;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = maxBytes, TrackStatistics = true });
    private long lastChangeCount;

    /// <summary>The memory that all of them take, about.</summary>
    public long Size => cache.GetCurrentStatistics()!.CurrentEstimatedSize!.Value;

    /// <summary>The response under a key, if it shows this state of the store.</summary>
    public CachedResponse? Find(ReadOnlySpan<char> key, long changeCount)
    {
        DropOlder(changeCount);
        return !key.IsEmpty && cache.TryGetValue(key, out object? found)
            && (found is CachedResponse || (found is string owner && cache.TryGetValue(owner.AsSpan(), out found)))
            && found is CachedResponse response && response.ChangeCount == changeCount ? response : null;
    }

    /// <summary>Keeps a response under its canonical key, and under the raw key of a request if that is not empty.</summary>
    public void Keep(string canonicalKey, CachedResponse response, string rawKey = "")
    {
        var key = CacheKeys.WithCoding(canonicalKey, response.Coding);
        if (rawKey.Length == 0)
        {
            Set(key, response, response.Size);
            return;
        }

        Set(rawKey, response, response.Size);
        Set(key, rawKey, 0);
    }

    /// <summary>Lets a response that is kept be found by another raw key too.</summary>
    public void AddKey(string rawKey, string canonicalKey, CachedResponse response)
    {
        var key = CacheKeys.WithCoding(canonicalKey, response.Coding);
        var owner = cache.Get(key) as string ?? key;
        if (rawKey.Length > 0 && rawKey != owner)
        {
            Set(rawKey, owner, sizeof(char) * owner.Length);
        }
    }

    public void Dispose() => cache.Dispose();

    private void Set(string key, object value, long size)
    {
        using var entry = cache.CreateEntry(key);
        entry.Value = value;
        entry.Size = size + BytesOfEntry + (sizeof(char) * key.Length);
    }

    // A response that shows an older state of the store is never needed again.
    private void DropOlder(long changeCount)
    {
        var last = Volatile.Read(ref lastChangeCount);
        if (changeCount > last && Interlocked.CompareExchange(ref lastChangeCount, changeCount, last) == last)
        {
            cache.Clear();
        }
    }
}
