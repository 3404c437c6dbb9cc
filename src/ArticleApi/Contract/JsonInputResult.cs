namespace ArticleApi.Contract;

/// <summary>The result of reading JSON that a client sent.</summary>
/// <param name="Input">
/// The object, with null for each member that could not be read. Null if the JSON is no object, or has more errors than are listed.
/// </param>
/// <param name="Errors">The members that could not be read, and why.</param>
/// <param name="Members">The names of the members of the object that were sent, even as null.</param>
/// <param name="Malformed">Why the text is no JSON; null if it is.</param>
internal sealed record JsonInputResult<T>(T? Input, ValidationErrors Errors, IReadOnlySet<string> Members, string? Malformed)
    where T : class;
