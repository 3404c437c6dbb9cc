namespace ArticleApi.Documents.Model;

/// <summary>A pointer in the text to a reference (JATS <c>xref ref-type="bibr"</c>).</summary>
/// <param name="Label">The label of the reference that it names.</param>
/// <param name="At">Where it stands: a 0-based offset in code points of the clean text; of a kept marker its end.</param>
/// <param name="Text">The marker as printed; of a group the whole group, on its first entry, and empty on the others.</param>
/// <param name="Kept">Whether the marker stays in the clean text (an author-year mention) or was taken out (a mere sign).</param>
public sealed record Marker(string Label, int At, string Text, bool Kept);
