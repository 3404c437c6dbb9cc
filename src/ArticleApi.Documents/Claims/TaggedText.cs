namespace ArticleApi.Documents.Claims;

/// <summary>A paragraph before its markers are looked for.</summary>
/// <param name="Text">Clean text.</param>
/// <param name="Markers">The markers that its format tells, in order of place.</param>
internal sealed record TaggedText(string Text, IReadOnlyList<TaggedMarker> Markers);

/// <summary>A marker that the format tells.</summary>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Labels">The references that it names; empty where it names none that there is.</param>
/// <param name="Kept">Whether it is a part of the running text.</param>
/// <param name="Printed">The marker as printed.</param>
internal sealed record TaggedMarker(int Start, int End, IReadOnlyList<string> Labels, bool Kept, string Printed);
