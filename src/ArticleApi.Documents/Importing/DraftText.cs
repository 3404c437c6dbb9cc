namespace ArticleApi.Documents.Importing;

/// <summary>A paragraph or a key point with its citation markers still in it.</summary>
/// <param name="Text">The text as printed; clean text where <paramref name="Markers"/> has places in it.</param>
/// <param name="Line">The line of the input where it starts, counted from 1, or null where lines say nothing.</param>
/// <param name="Markers">The markers that the format tells, in order of place; none where they must be found in the text.</param>
public sealed record DraftText(string Text, int? Line, IReadOnlyList<DraftMarker> Markers)
{
    public DraftText(string text, int? line)
        : this(text, line, [])
    {
    }
}
