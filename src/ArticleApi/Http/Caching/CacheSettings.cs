namespace ArticleApi.Http.Caching;

/// <summary>How answers may be kept: by clients and proxies, and by this service.</summary>
/// <param name="MaxAge"><c>Cache__MaxAge</c>: for how many seconds without asking again; 0 makes them ask each time.</param>
/// <param name="MaxBytes"><c>Cache__MaxBytes</c>: room for ready answers in memory; 0 keeps none.</param>
internal sealed record CacheSettings(int MaxAge, long MaxBytes)
{
    public const long DefaultMaxBytes = 64 * 1024 * 1024;

    public string Header { get; } = MaxAge == 0 ? "public, no-cache" : $"public, max-age={MaxAge}";
}
