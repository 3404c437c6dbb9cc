namespace ArticleApi.Documents.Importing;

/// <summary>A remark of the import.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">What it is about: stable, in kebab-case.</param>
/// <param name="Message">The remark in words.</param>
/// <param name="Line">The line of the input, counted from 1, or null.</param>
public sealed record ImportNote(NoteSeverity Severity, string Code, string Message, int? Line)
{
    private const int MaxQuote = 80;

    /// <summary>How many words of the text are not in the article, and are told by this note instead.</summary>
    public int Words { get; init; }

    /// <summary>A remark on something done that a reader may want to know.</summary>
    public static ImportNote Info(string code, string message, int? line) => new(NoteSeverity.Info, code, message, line);

    /// <summary>A remark on something left out or in doubt.</summary>
    public static ImportNote Warning(string code, string message, int? line) => new(NoteSeverity.Warning, code, message, line);

    /// <summary>The reason why there is no article.</summary>
    public static ImportNote Error(string code, string message) => new(NoteSeverity.Error, code, message, null);

    /// <summary>The same note on something that is left out, with the number of its words.</summary>
    internal ImportNote LeavingOut(string text) => this with { Words = SourceWords.CountOf(text) };

    /// <summary>The text in quotes, shortened where it is long.</summary>
    internal static string Quote(string text)
    {
        var shown = Text.CodePoints.First(text, MaxQuote);
        return $"\"{Text.CleanText.Of(shown)}{(shown.Length < text.Length ? "…" : "")}\"";
    }
}
