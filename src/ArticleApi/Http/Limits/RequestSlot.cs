using System.Threading.RateLimiting;

namespace ArticleApi.Http.Limits;

/// <summary>The right of a request to use the database, until it is disposed of.</summary>
internal sealed class RequestSlot(RateLimitLease lease) : IDisposable
{
    public void Dispose() => lease.Dispose();
}
