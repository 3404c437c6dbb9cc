namespace ArticleApi.Http;

/// <summary>Settings under <c>Cache</c>.</summary>
internal sealed class CacheSettings
{
    /// <summary>For how many seconds clients and proxies may use an answer without asking again; 0 makes them ask each time.</summary>
    public int MaxAge { get; init; }

    public string Header => MaxAge == 0 ? "public, no-cache" : $"public, max-age={MaxAge}";
}
