namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>The kinds of blocks that an article is made of.</summary>
internal enum BlockKind
{
    Heading,
    Paragraph,

    /// <summary>What holds no prose and is left out; its text says what it is.</summary>
    Other,

    /// <summary>The start of a div, with its attributes.</summary>
    DivStart,
    DivEnd,
}
