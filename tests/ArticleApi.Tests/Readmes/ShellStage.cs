namespace ArticleApi.Tests.Readmes;

/// <summary>A part of a pipeline: a command with its arguments.</summary>
/// <param name="Words">The words, the name of the command first.</param>
/// <param name="Output">The file behind <c>&gt;</c>, or null.</param>
internal sealed record ShellStage(IReadOnlyList<ShellWord> Words, ShellWord? Output);

/// <summary>A word: texts, variables and substitutions side by side.</summary>
internal sealed record ShellWord(IReadOnlyList<(ShellPart Kind, string Text)> Parts);

/// <summary>What a part of a word is: itself, <c>$name</c>, or <c>$(command)</c>.</summary>
internal enum ShellPart
{
    Text,
    Variable,
    Command,
}
