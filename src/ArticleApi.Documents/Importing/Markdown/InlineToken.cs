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

    /// <summary>Whether a citation is a part of the sentence, <c>@key</c>, and not a sign in brackets.</summary>
    public bool IsNarrative { get; init; }
}
