namespace ArticleApi.Documents.Importing.Word;

/// <summary>A style of paragraphs or characters; what is null is left to the style that it is based on.</summary>
internal sealed class WordStyle
{
    public required string Id { get; init; }

    public string Name { get; set; } = "";

    public string? BasedOn { get; set; }

    public bool? Bold { get; set; }

    public bool? Italic { get; set; }

    public bool? Hidden { get; set; }

    public bool? Raised { get; set; }

    public bool? IsSymbol { get; set; }

    public bool? IsCentred { get; set; }

    public int? Size { get; set; }

    public string? Language { get; set; }

    public (string List, int Level)? Numbering { get; set; }

    /// <summary>The level of the outline, 1 to 9; 10 for body text.</summary>
    public int? OutlineLevel { get; set; }

    /// <summary>What is left of the properties once those of the styles that it is based on are taken in.</summary>
    public void Inherit(WordStyle other)
    {
        Bold ??= other.Bold;
        Italic ??= other.Italic;
        Hidden ??= other.Hidden;
        Raised ??= other.Raised;
        IsSymbol ??= other.IsSymbol;
        IsCentred ??= other.IsCentred;
        Size ??= other.Size;
        Language ??= other.Language;
        Numbering ??= other.Numbering;
        OutlineLevel ??= other.OutlineLevel;
    }
}
