namespace ArticleApi.Http;

/// <summary>The body that a route takes, for the OpenAPI document.</summary>
/// <param name="Shape">The type whose schema it has; null for text.</param>
/// <param name="MediaTypes">Its media types.</param>
internal sealed record BodyTypes(Type? Shape, IReadOnlyList<string> MediaTypes);

/// <summary>The statuses of a write that succeeded, for the OpenAPI document.</summary>
/// <param name="Shape">The type of the body; null where there is none.</param>
/// <param name="Statuses">The statuses with what they mean.</param>
internal sealed record WriteAnswers(Type? Shape, params (int Status, string Meaning)[] Statuses);
