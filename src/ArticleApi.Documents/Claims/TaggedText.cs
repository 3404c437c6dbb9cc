namespace ArticleApi.Documents.Claims;

/// <summary>A paragraph as it was imported, with the markers that its format marks up.</summary>
/// <param name="Text">Clean text.</param>
/// <param name="Markers">The markers, in text order.</param>
internal sealed record TaggedText(string Text, IReadOnlyList<TaggedMarker> Markers);

/// <summary>A marker that the format marks up, as JATS does with an xref element.</summary>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Labels">The references that it names; empty where it names no entry of the list.</param>
/// <param name="Kept">Whether it is a part of the running text.</param>
/// <param name="Printed">The marker as printed.</param>
internal sealed record TaggedMarker(int Start, int End, IReadOnlyList<string> Labels, bool Kept, string Printed);
