namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>A token of a paragraph: text, the start or the end of a link, a citation, an image.</summary>
internal sealed class InlineToken(InlineKind kind, string text, string? target = null)
{
    public InlineKind Kind { get; set; } = kind;

    /// <summary>What it prints.</summary>
    public string Text { get; set; } = text;

    /// <summary>The target of a link, the label of a footnote, the name of an anchor.</summary>
    public string? Target { get; set; } = target;

    /// <summary>The keys of a citation.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>How a citation stands in its sentence.</summary>
    public CitationForm Form { get; init; }

    /// <summary>What a citation in the sentence says of the place in the work, <c>p. 3</c>; empty where it says nothing.</summary>
    public string Locator { get; init; } = "";

    /// <summary>Whether it is a citation whatever its key: <c>@name</c> alone may be anything.</summary>
    public bool IsSure { get; init; }
}
