using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Claims;

/// <summary>A paragraph whose citations were found.</summary>
/// <param name="Text">Clean text, without the markers that are mere signs.</param>
/// <param name="Markers">The markers that resolved, in text order.</param>
/// <param name="Unresolved">Doubtful and unknown markers, which stay in the text.</param>
internal sealed record MarkedText(string Text, IReadOnlyList<Marker> Markers, IReadOnlyList<UnresolvedMarker> Unresolved);

/// <summary>Text that looks like a marker but names no reference, or several.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Code">Why, in kebab-case.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record UnresolvedMarker(string Text, string Code, string Reason);
