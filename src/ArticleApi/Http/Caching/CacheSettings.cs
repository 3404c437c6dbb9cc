namespace ArticleApi.Http.Caching;

/// <summary>How responses may be cached: by clients and proxies, and by this service.</summary>
/// <param name="MaxAge"><c>Cache__MaxAge</c>: the seconds for which clients need not ask again; with 0 they ask each time.</param>
/// <param name="MaxBytes"><c>Cache__MaxBytes</c>: the memory that responses may take in this service; 0 keeps none.</param>
internal sealed record CacheSettings(int MaxAge, long MaxBytes)
{
    public const long DefaultMaxBytes = 64 * 1024 * 1024;

    /// <summary>The header <c>Cache-Control</c> of a response to a read.</summary>
    public string Header { get; } = MaxAge == 0 ? "public, no-cache" : $"public, max-age={MaxAge}";
}
