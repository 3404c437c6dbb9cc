namespace ArticleApi.Documents.Importing.Word;

/// <summary>A piece of a paragraph that looks alike, or the sign of a note.</summary>
/// <param name="Text">Its text; a line break is a line feed.</param>
/// <param name="Look">How it looks.</param>
/// <param name="Citation">The citation field whose result it is, by index; -1 where it is of none.</param>
/// <param name="Note">The note whose sign stands here; null where it is text.</param>
internal readonly record struct WordRun(string Text, RunLook Look, int Citation, NoteKey? Note);
