using ArticleApi.Contract;

namespace ArticleApi.Commands.Importing;

/// <summary>What became of a line.</summary>
/// <param name="Outcome">Such as <c>created</c>; null where the line has errors.</param>
/// <param name="Errors">What is wrong with the line; or what was left out of the article.</param>
internal sealed record LineResult(string? Outcome, ValidationErrors Errors);
