namespace ArticleApi.Documents.Importing;

/// <summary>
/// Reads one format. Malformed input gives notes, and as much of the article as can be trusted; one of them is an error where the text is
/// refused. Nothing but a cancellation throws.
/// </summary>
public interface IArticleImporter
{
    /// <summary>The name of the format, as callers give it.</summary>
    string Format { get; }

    /// <summary>The media types of the format, the one to name first.</summary>
    IReadOnlyList<string> MediaTypes { get; }

    /// <summary>The extensions of its files, with the period, in lower case.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether it reads <see cref="ImportInput.Bytes"/>, since the format is no text.</summary>
    bool ReadsBytes => false;

    /// <summary>Whether texts of the format cite by keys, which point into bibliographies.</summary>
    bool ReadsBibliographies => false;

    /// <summary>The files that the text of an input names as its bibliographies.</summary>
    IReadOnlyList<string> BibliographiesOf(ImportInput input) => [];

    /// <summary>The article of an input, as far as the format tells it.</summary>
    /// <param name="input">The text or the bytes.</param>
    /// <param name="cancel">Stops the reading, which then ends in an <see cref="OperationCanceledException"/>.</param>
    ImportDraft Read(ImportInput input, CancellationToken cancel = default);
}
