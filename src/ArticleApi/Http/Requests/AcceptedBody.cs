namespace ArticleApi.Http.Requests;

/// <summary>The body that a route takes, for the OpenAPI document.</summary>
/// <param name="BodyType">The type whose schema it has; null for text.</param>
/// <param name="MediaTypes">Its media types.</param>
internal sealed record AcceptedBody(Type? BodyType, IReadOnlyList<string> MediaTypes);
