namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>A bibliography that was given with an article: its citation keys point there.</summary>
/// <param name="Name">What the file is called in messages.</param>
/// <param name="Text">Its text.</param>
/// <param name="Format">Its format; null where it is to be told from its name, else from its content.</param>
public sealed record BibliographyFile(string Name, string Text, BibliographyFormat? Format = null)
{
    /// <summary>Why it cannot be read, in a sentence; null where it can.</summary>
    public string? Error { get; init; }
}
