namespace ArticleApi.Http;

/// <summary>A header that only some routes send, for the OpenAPI document.</summary>
internal sealed record SentHeader(string Name, string Description);
