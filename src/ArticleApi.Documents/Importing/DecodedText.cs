namespace ArticleApi.Documents.Importing;

/// <summary>Decoded bytes: a text, or the reason why there is none.</summary>
/// <param name="Text">The text without its byte order mark, or null.</param>
/// <param name="Code">Why there is no text: <c>empty</c>, <c>binary</c>, <c>not-utf-8</c>, <c>not-utf-16</c>, <c>not-utf-32</c>,
/// <c>wrong-charset</c> or <c>unknown-charset</c>.</param>
/// <param name="Message">The reason in words.</param>
public sealed record DecodedText(string? Text, string? Code, string? Message)
{
    internal static DecodedText Of(string text) => new(text, null, null);

    internal static DecodedText Failed(string code, string message) => new(null, code, message);
}
