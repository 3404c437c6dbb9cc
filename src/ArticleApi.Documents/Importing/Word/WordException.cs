namespace ArticleApi.Documents.Importing.Word;

/// <summary>Ends the reading of a document that is refused.</summary>
internal sealed class WordException(ImportNote note) : Exception(note.Message)
{
    /// <summary>Why it is refused.</summary>
    public ImportNote Note => note;
}
