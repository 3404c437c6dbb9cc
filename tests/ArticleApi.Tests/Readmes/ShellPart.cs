namespace ArticleApi.Tests.Readmes;

/// <summary>What a part of a word is: itself, <c>$name</c>, or <c>$(command)</c>.</summary>
internal enum ShellPart
{
    Text,
    Variable,
    Command,
}
