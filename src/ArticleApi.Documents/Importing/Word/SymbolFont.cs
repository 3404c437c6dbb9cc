using System.Globalization;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// The characters of Adobe's Symbol font, which Word stores by their places in it
/// (https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt).
/// </summary>
internal static class SymbolFont
{
    private const char Private = '\uF000';
    private const char Unknown = '\uFFFD';

    // From 0x20 on; a blank where the font has none.
    private const string Low =
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

    // From 0xA0 on.
    private const string High =
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ ";

    /// <summary>The character of <c>w:sym</c>, or the replacement character where the font is another that has its own.</summary>
    /// <param name="font">The name of the font.</param>
    /// <param name="code">The code in hexadecimal digits.</param>
    public static string Of(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) || number is <= 0 or > 0xFFFF)
        {
            return "";
        }

        var c = (char)number;
        if (string.Equals(font, "Symbol", StringComparison.OrdinalIgnoreCase))
        {
            return Of(c).ToString();
        }

        // The dings have bullets and arrows, which print no word.
        return char.IsSurrogate(c) ? "" : c >= Private && c <= '\uF8FF' ? Ding(c).ToString() : c.ToString();
    }

    /// <summary>The text of a run in the Symbol font.</summary>
    public static string TextOf(string text) => string.Concat(text.Select(c => c >= Private && c <= Private + 0xFF ? Of(c) : c));

    private static char Of(char c)
    {
        var at = c >= Private ? c - Private : c;
        return at switch
        {
            >= 0x20 and < 0x20 + 95 when at - 0x20 < Low.Length => Low[at - 0x20],
            >= 0xA0 when at - 0xA0 < High.Length => High[at - 0xA0],
            _ => Unknown,
        };
    }

    private static char Ding(char c) => (c - Private) switch
    {
        0xE0 or 0xF0 => '→',
        0xDF or 0xEF => '←',
        0xA7 or 0x6C or 0x6E or 0x9F or 0xB7 => '•',
        0xFC => '✓',
        0x4A => '☺',
        _ => Unknown,
    };
}
