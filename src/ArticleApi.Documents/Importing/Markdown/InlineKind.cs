namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>The kinds of tokens that a paragraph consists of.</summary>
internal enum InlineKind
{
    /// <summary>Text, its markup taken off.</summary>
    Text,

    /// <summary>The start of a link, and its target.</summary>
    LinkStart,
    LinkEnd,

    /// <summary>The start of a superscript: <c>^1^</c>, <c>&lt;sup&gt;</c>.</summary>
    SuperStart,
    SuperEnd,

    /// <summary>The start of a footnote in place: <c>^[text]</c>.</summary>
    NoteStart,
    NoteEnd,

    /// <summary>A footnote sign, and its label.</summary>
    NoteSign,

    /// <summary>A citation by keys: <c>[@key; @key2, p. 5]</c>, <c>@key</c>, <c>\cite{key}</c>.</summary>
    Citation,

    /// <summary>An image, with its text.</summary>
    Image,

    /// <summary>A place that links may point to, and its name.</summary>
    Anchor,
}
