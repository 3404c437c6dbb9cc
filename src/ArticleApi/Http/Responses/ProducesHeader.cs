namespace ArticleApi.Http.Responses;

/// <summary>A response header that only some routes send, for the OpenAPI document.</summary>
internal sealed record ProducesHeader(string Name, string Description);
