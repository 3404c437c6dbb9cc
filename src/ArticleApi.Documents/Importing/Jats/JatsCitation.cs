namespace ArticleApi.Documents.Importing.Jats;

/// <summary>A citation of the reference list.</summary>
/// <param name="Fielded">The element whose tags are its fields.</param>
/// <param name="Printed">The element whose text is its line; the same where there is one.</param>
internal sealed record JatsCitation(JatsNode Fielded, JatsNode Printed);
