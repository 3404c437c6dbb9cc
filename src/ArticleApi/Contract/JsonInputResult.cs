namespace ArticleApi.Contract;

/// <summary>What was read from JSON.</summary>
/// <param name="Input">What fits the shape, null where something does not; null itself where there is no object at all, or too much that does not fit to be told.</param>
/// <param name="Errors">What does not fit.</param>
/// <param name="Members">The members of the outermost object that are there, be they null.</param>
/// <param name="Malformed">Why the text is no JSON; null where it is.</param>
internal sealed record JsonInputResult<T>(T? Input, ValidationErrors Errors, IReadOnlySet<string> Members, string? Malformed)
    where T : class;
