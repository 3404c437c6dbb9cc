using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing;

/// <summary>An entry of the reference list.</summary>
/// <param name="Label">The label as printed, without its brackets or periods; null where there is none.</param>
/// <param name="Raw">The entry as printed, without its label.</param>
/// <param name="Line">The line of the input where it starts, counted from 1, or null where lines say nothing.</param>
public sealed record DraftReference(string? Label, string Raw, int? Line)
{
    /// <summary>
    /// The fields where the format tells them, so that the line is not read for them; its label, id and raw line count for nothing. Null
    /// where the line is all there is.
    /// </summary>
    public Reference? Fields { get; init; }

    /// <summary>
    /// The addresses that the entry links to and does not print; the DOI among them is read, the first other one is its URL.
    /// </summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
