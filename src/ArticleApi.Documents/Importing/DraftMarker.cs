namespace ArticleApi.Documents.Importing;

/// <summary>
/// A citation marker that the format marks up itself: a cross-reference of JATS, a footnote sign of Markdown, a link of HTML.
/// </summary>
/// <param name="Start">Where it starts in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends; the start where it prints nothing.</param>
/// <param name="References">
/// The entries of <see cref="ImportDraft.References"/> that it points to, by index; empty where it points to none that there is,
/// so that it stays in the text and is reported.
/// </param>
/// <param name="Kept">Whether it is a part of the running text, "Keeler et al. (2021)", and not a mere sign, "[3]".</param>
public sealed record DraftMarker(int Start, int End, IReadOnlyList<int> References, bool Kept)
{
    /// <summary>The sign that stands for a marker that prints nothing, such as <c>[3]</c>; null where the text has its own.</summary>
    public string? Printed { get; init; }
}
