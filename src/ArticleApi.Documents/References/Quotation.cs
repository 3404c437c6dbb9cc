namespace ArticleApi.Documents.References;

/// <summary>A title in quotation marks.</summary>
/// <param name="Start">Where its opening mark stands.</param>
/// <param name="End">The index after its closing mark.</param>
/// <param name="Text">The text between the marks.</param>
internal sealed record Quotation(int Start, int End, string Text);
