namespace ArticleApi.Documents.Importing.Word;

/// <summary>What a field is to an article.</summary>
internal enum FieldKind
{
    /// <summary>What it prints is text.</summary>
    Text,

    /// <summary>What it prints cites works.</summary>
    Citation,

    /// <summary>What it prints is the reference list.</summary>
    Bibliography,

    /// <summary>What it prints is a table of contents or of figures, or an index.</summary>
    Contents,

    /// <summary>What it prints is the sign of a note that stands elsewhere.</summary>
    NoteReference,

    /// <summary>It holds the data of the field around it.</summary>
    Data,
}
