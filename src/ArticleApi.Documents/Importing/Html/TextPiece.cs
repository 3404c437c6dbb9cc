namespace ArticleApi.Documents.Importing.Html;

/// <summary>A piece of the text of a page, or a border that is printed as white space.</summary>
/// <param name="Text">The text; a space for a border.</param>
/// <param name="Element">The element that it stands in; null for a border.</param>
internal readonly record struct TextPiece(string Text, HtmlNode? Element)
{
    /// <summary>Where a block begins or ends.</summary>
    public static TextPiece BlockBorder { get; } = new("\n", null);

    public static TextPiece LineBreak { get; } = new(" ", null);

    public bool IsBlockBorder => this == BlockBorder;

    /// <summary>Whether it is raised or lowered.</summary>
    public bool IsScript => Element?.Name is "sub" or "sup";
}
