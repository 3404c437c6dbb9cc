namespace ArticleApi.Documents.Importing.Html;

/// <summary>A paragraph and its superscripts. Which of them are citation markers is decided when the whole article is read.</summary>
/// <param name="Text">The text with the markers that are links.</param>
/// <param name="Superscripts">The places of its superscripts.</param>
internal sealed record BodyParagraph(DraftText Text, IReadOnlyList<(int Start, int End)> Superscripts);
