namespace ArticleApi.Documents.Importing.Word;

/// <summary>Which footnote or endnote.</summary>
/// <param name="IsEndnote">Whether it is an endnote.</param>
/// <param name="Id">Its id in its part.</param>
internal readonly record struct NoteKey(bool IsEndnote, string Id);
