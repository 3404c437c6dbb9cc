namespace ArticleApi.Http;

/// <summary>How clients and proxies may keep answers.</summary>
/// <param name="MaxAge"><c>Cache__MaxAge</c>: for how many seconds without asking again; 0 makes them ask each time.</param>
internal sealed record CacheSettings(int MaxAge)
{
    public string Header { get; } = MaxAge == 0 ? "public, no-cache" : $"public, max-age={MaxAge}";
}
