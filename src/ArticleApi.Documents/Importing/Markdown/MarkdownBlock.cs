namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>A block of the text, with the inline markup still in it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">Its text; of a div its attributes.</param>
/// <param name="Line">The line where it starts, counted from 1.</param>
internal sealed record MarkdownBlock(BlockKind Kind, string Source, int Line)
{
    /// <summary>Its text; of a div its attributes.</summary>
    public string Source { get; private set; } = Source;

    /// <summary>The level of a heading, 1 to 6.</summary>
    public int Level { get; init; }

    /// <summary>How deep in lists it stands; 0 outside.</summary>
    public int Depth { get; init; }

    /// <summary>Whether it begins a list item.</summary>
    public bool StartsItem { get; init; }

    /// <summary>The number of the list item that it begins, or null.</summary>
    public string? Number { get; init; }

    /// <summary>The stable code that it is left out under, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Whether it is a block of code between fences.</summary>
    public bool IsFenced { get; init; }

    /// <summary>How many words of HTML it leaves out.</summary>
    public int Words { get; init; }

    /// <summary>The language of a code block.</summary>
    public string? Language { get; init; }

    /// <summary>Lets go of the text once it is read: a long article has it in other forms by then.</summary>
    public void Forget() => Source = "";
}
