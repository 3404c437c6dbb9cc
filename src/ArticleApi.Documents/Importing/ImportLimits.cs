namespace ArticleApi.Documents.Importing;

/// <summary>
/// How much of anything a text may have: no article comes near. A text of nothing but tags or signs would take a hundred times its length
/// of memory.
/// </summary>
internal static class ImportLimits
{
    /// <summary>The most paragraphs, references, markers and claims of an article.</summary>
    public const int MaxParts = 100_000;

    /// <summary>The most lines of a text.</summary>
    public const int MaxLines = 500_000;

    /// <summary>The most elements, attributes and pieces of text of a page or an XML document.</summary>
    public const int MaxElements = 500_000;

    /// <summary>The most pieces of text and signs of markup of a paragraph; what stands behind them is read as text.</summary>
    public const int MaxTokens = 100_000;

    /// <summary>The reason why a text with too many of something is no article.</summary>
    /// <param name="parts">What it has too many of.</param>
    /// <param name="max">How many it may have.</param>
    public static ImportNote TooMany(string parts, int max) => ImportNote.Error(
        $"too-many-{parts}", $"The text has more than {max} {parts}, and an article at most so many: send it as several.");
}
