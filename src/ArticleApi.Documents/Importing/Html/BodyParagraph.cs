namespace ArticleApi.Documents.Importing.Html;

/// <summary>A paragraph as read, with its superscripts: whether those are markers is told by the whole article.</summary>
/// <param name="Text">The text with the markers that are links.</param>
/// <param name="Superscripts">The places of its superscripts.</param>
internal sealed record BodyParagraph(DraftText Text, IReadOnlyList<(int Start, int End)> Superscripts);
