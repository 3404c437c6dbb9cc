namespace ArticleApi.Documents.Claims.Markers;

/// <summary>A label in a marker.</summary>
/// <param name="Label">The label.</param>
/// <param name="EndsRange">Whether a dash stands before it.</param>
internal readonly record struct NamedLabel(string Label, bool EndsRange);
