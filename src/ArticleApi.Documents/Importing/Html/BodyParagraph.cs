namespace ArticleApi.Documents.Importing.Html;

/// <summary>
/// A paragraph and its superscripts and subscripts. Which of them are citation markers is decided when the whole article is read.
/// </summary>
/// <param name="Text">The text with the markers that are links.</param>
/// <param name="Scripts">The places of its superscripts and subscripts.</param>
internal sealed record BodyParagraph(DraftText Text, IReadOnlyList<TextScript> Scripts);
