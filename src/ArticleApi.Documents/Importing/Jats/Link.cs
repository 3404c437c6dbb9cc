namespace ArticleApi.Documents.Importing.Jats;

/// <summary>A cross-reference to references or to a footnote, at its place in a paragraph.</summary>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="References">What it points at; empty for a footnote and where it points at nothing.</param>
/// <param name="IsNote">Whether it points at a footnote.</param>
/// <param name="Superscript">The superscript that it stands in, by number, or -1.</param>
internal sealed record Link(int Start, int End, IReadOnlyList<int> References, bool IsNote, int Superscript)
{
    /// <summary>Where the superscript at its end starts, or null.</summary>
    public int? InnerSuperscript { get; init; }

    public bool IsSuperscript => Superscript >= 0 || InnerSuperscript is not null;
}
