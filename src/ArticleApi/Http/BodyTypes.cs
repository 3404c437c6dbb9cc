namespace ArticleApi.Http;

/// <summary>The body that a route takes, for the OpenAPI document.</summary>
/// <param name="Shape">The type whose schema it has; null for text.</param>
/// <param name="MediaTypes">Its media types.</param>
internal sealed record BodyTypes(Type? Shape, IReadOnlyList<string> MediaTypes);
