using Microsoft.Extensions.Caching.Memory;

namespace ArticleApi.Http.Caching;

/// <summary>
/// Ready answers, within a bound of bytes: those least recently asked for go first, in the background, and meanwhile new ones find no room. An answer is kept once,
/// under the name by which it was first asked for, and found by others; they count with their own bytes only.
/// </summary>
internal sealed class CachedResponses(long maxBytes) : IDisposable
{
    private const int BytesOfEntry = 300;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = maxBytes, TrackStatistics = true });
    private long stamp;

    /// <summary>The memory that all takes, about.</summary>
    public long Size => cache.GetCurrentStatistics()!.CurrentEstimatedSize!.Value;

    /// <summary>The key of an answer in a content coding.</summary>
    public static string KeyOf(string key, string? coding) => coding is null ? key : $"{key}\n{coding}";

    /// <summary>The answer of a name, if it was made from the present state of the store.</summary>
    public CachedResponse? Find(ReadOnlySpan<char> name, long present)
    {
        DropOlder(present);
        return !name.IsEmpty && cache.TryGetValue(name, out object? found)
            && (found is CachedResponse || (found is string owner && cache.TryGetValue(owner.AsSpan(), out found)))
            && found is CachedResponse answer && answer.ChangeCount == present ? answer : null;
    }

    /// <summary>Keeps an answer under the key of all requests that ask for it.</summary>
    /// <param name="name">Another name, by which it is found faster; empty for none.</param>
    public void Keep(string key, CachedResponse answer, string name = "")
    {
        key = KeyOf(key, answer.Coding);
        if (name.Length == 0)
        {
            Set(key, answer, answer.Size);
            return;
        }

        Set(name, answer, answer.Size);
        Set(key, name, 0);
    }

    /// <summary>Lets an answer that is kept under a key be found by another name too.</summary>
    public void Name(string name, string key, CachedResponse answer)
    {
        key = KeyOf(key, answer.Coding);
        var owner = cache.Get(key) as string ?? key;
        if (name.Length > 0 && name != owner)
        {
            Set(name, owner, sizeof(char) * owner.Length);
        }
    }

    public void Dispose() => cache.Dispose();

    private void Set(string name, object value, long size)
    {
        using var entry = cache.CreateEntry(name);
        entry.Value = value;
        entry.Size = size + BytesOfEntry + (sizeof(char) * name.Length);
    }

    // What is of an older state can never be asked for again.
    private void DropOlder(long present)
    {
        var last = Volatile.Read(ref stamp);
        if (present > last && Interlocked.CompareExchange(ref stamp, present, last) == last)
        {
            cache.Clear();
        }
    }
}
