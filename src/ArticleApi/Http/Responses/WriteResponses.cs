namespace ArticleApi.Http.Responses;

/// <summary>The statuses of a write that succeeded, for the OpenAPI document.</summary>
/// <param name="BodyType">The type of the body; null where there is none.</param>
/// <param name="Statuses">The statuses with what they mean.</param>
internal sealed record WriteResponses(Type? BodyType, params (int Status, string Meaning)[] Statuses);
