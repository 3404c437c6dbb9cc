namespace ArticleApi.Storage.Filters;

/// <summary>A word or phrase of a <see cref="TextQuery"/>.</summary>
/// <param name="Text">Holds a letter or digit; what else it holds separates words, which then follow each other.</param>
/// <param name="IsPrefix">Whether the last word may go on.</param>
/// <param name="IsExcluded">Whether it must not be there.</param>
internal sealed record TextTerm(string Text, bool IsPrefix, bool IsExcluded);
