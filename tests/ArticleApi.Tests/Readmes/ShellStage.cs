namespace ArticleApi.Tests.Readmes;

/// <summary>A part of a pipeline: a command with its arguments.</summary>
/// <param name="Words">The words, the name of the command first.</param>
/// <param name="Output">The file behind <c>&gt;</c>, or null.</param>
internal sealed record ShellStage(IReadOnlyList<ShellWord> Words, ShellWord? Output);
