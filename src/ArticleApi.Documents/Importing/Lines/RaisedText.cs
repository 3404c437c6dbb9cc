using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Lines;

/// <summary>
/// Writes what a format raises above the line in the raised characters of Unicode: "10" and a raised "3" is "10³", so that neither the
/// number nor a marker is lost. Letters stay: "21st".
/// </summary>
internal static class RaisedText
{
    /// <summary>The text with its digits raised, and its signs where they belong to an exponent or a charge.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') && text.Trim() is not ("+" or "-" or "−" or "–"))
        {
            return text;
        }

        // "[1]" and "(1)" have brackets to tell them; "a1" is no number.
        if (text.Any(c => char.IsLetter(c) || c is '[' or ']' or '(' or ')'))
        {
            return text;
        }

        return string.Create(text.Length, text, (raised, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                var isBetween = i > 0 && char.IsAsciiDigit(from[i - 1]) && i + 1 < from.Length && char.IsAsciiDigit(from[i + 1]);
                raised[i] = from[i] switch
                {
                    >= '0' and <= '9' => Characters.SuperscriptDigits[from[i] - '0'],
                    '+' => '⁺',
                    var c when Characters.IsDash(c) && !isBetween => '⁻',
                    var c => c,
                };
            }
        });
    }
}
