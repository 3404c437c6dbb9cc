namespace ArticleApi.Documents.Importing;

/// <summary>What an import found, in figures.</summary>
/// <param name="Sections">The sections, the untitled opening included.</param>
/// <param name="Paragraphs">The paragraphs of all sections.</param>
/// <param name="KeyPoints">The key points.</param>
/// <param name="References">The entries of the reference list.</param>
/// <param name="Markers">The markers found, one for each label that a group names.</param>
/// <param name="ResolvedMarkers">Those of them that name a reference.</param>
/// <param name="Claims">The claims.</param>
public sealed record ImportCounts(
    int Sections, int Paragraphs, int KeyPoints, int References, int Markers, int ResolvedMarkers, int Claims)
{
    public static ImportCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0);
}
