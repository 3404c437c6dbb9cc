namespace ArticleApi.Documents.Importing.Word;

/// <summary>A citation that a field or a content control makes.</summary>
/// <param name="Works">The works that it cites.</param>
/// <param name="Bookmark">The bookmark at the sign of the note that it repeats; null where it cites works.</param>
internal sealed record WordCitation(IReadOnlyList<CitedWork> Works, string? Bookmark);
