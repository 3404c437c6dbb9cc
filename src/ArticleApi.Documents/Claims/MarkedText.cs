using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Claims;

/// <summary>A paragraph after its markers were looked for.</summary>
/// <param name="Text">Clean text, without the markers that are mere signs.</param>
/// <param name="Markers">The markers that resolved, in order of place.</param>
/// <param name="Unresolved">What looks like a marker and stays in the text.</param>
internal sealed record MarkedText(string Text, IReadOnlyList<Marker> Markers, IReadOnlyList<UnresolvedMarker> Unresolved);

/// <summary>What looks like a marker and resolves to nothing.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Code">Why, in kebab-case.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record UnresolvedMarker(string Text, string Code, string Reason);
