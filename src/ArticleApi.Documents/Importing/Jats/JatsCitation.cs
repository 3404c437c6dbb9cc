namespace ArticleApi.Documents.Importing.Jats;

/// <summary>
/// A work in a reference entry. Where the entry gives two forms of it, fields are read from one and the line from the other.
/// </summary>
/// <param name="Fielded">The element whose tags are its fields.</param>
/// <param name="Printed">The element whose text is its line; the same where there is one.</param>
internal sealed record JatsCitation(JatsNode Fielded, JatsNode Printed);
