namespace ArticleApi.Http.Responses;

/// <summary>The statuses of a write that succeeded, for the OpenAPI document.</summary>
/// <param name="BodyType">The type of the body; null for none.</param>
/// <param name="Statuses">Each status and what it means.</param>
internal sealed record WriteResponses(Type? BodyType, params (int Status, string Meaning)[] Statuses);
