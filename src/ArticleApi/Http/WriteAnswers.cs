namespace ArticleApi.Http;

/// <summary>The statuses of a write that succeeded, for the OpenAPI document.</summary>
/// <param name="Shape">The type of the body; null where there is none.</param>
/// <param name="Statuses">The statuses with what they mean.</param>
internal sealed record WriteAnswers(Type? Shape, params (int Status, string Meaning)[] Statuses);
