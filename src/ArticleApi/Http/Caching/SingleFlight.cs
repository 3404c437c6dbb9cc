using System.Collections.Concurrent;

namespace ArticleApi.Http.Caching;

/// <summary>Single flight: of many requests for the same response at the same time one makes it, and the others wait for it.</summary>
internal sealed class SingleFlight
{
    private readonly ConcurrentDictionary<(string Key, long ChangeCount), PendingResponse> pending = new();

    /// <summary>Joins the requests for a response. The first one has to make it, and to release the others.</summary>
    /// <param name="key">The key of the response in the cache.</param>
    /// <param name="changeCount">The state of the store that the response has to show.</param>
    public (PendingResponse Pending, bool IsFirst) Join(string key, long changeCount)
    {
        var own = new PendingResponse(this, key, changeCount);
        var first = pending.GetOrAdd((key, changeCount), own);
        return (first, first == own);
    }

    public void Remove(PendingResponse response) => pending.TryRemove(new((response.Key, response.ChangeCount), response));
}
