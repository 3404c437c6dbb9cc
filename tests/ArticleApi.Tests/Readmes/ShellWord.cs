namespace ArticleApi.Tests.Readmes;

/// <summary>A word: texts, variables and substitutions side by side.</summary>
internal sealed record ShellWord(IReadOnlyList<(ShellPart Kind, string Text)> Parts);
