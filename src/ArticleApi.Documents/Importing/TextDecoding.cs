using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace ArticleApi.Documents.Importing;

/// <summary>
/// Decodes bytes to text. The encoding is given by, in this order: a byte order mark, the charset of the media type, the XML declaration or
/// the <c>meta</c> element of HTML; else it is UTF-8.
/// </summary>
public static partial class TextDecoding
{
    // Where HTML has its declaration (https://html.spec.whatwg.org/multipage/semantics.html#charset); an XML declaration is no longer.
    private const int DeclarationRange = 1024;

    /// <summary>The text of the bytes, or the reason why they are none; nothing throws.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="charset">The <c>charset</c> parameter of the media type that they were sent with, or null.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? charset = null)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return Utf8Text(bytes, 3);
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]) || bytes.StartsWith<byte>([0, 0, 0xFE, 0xFF]))
        {
            return Strictly(
                bytes[4..],
                new UTF32Encoding(bigEndian: bytes[0] == 0, byteOrderMark: false, throwOnInvalidCharacters: true),
                "UTF-32",
                "not-utf-32");
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Utf16Text(bytes[2..], bytes[0] == 0xFE);
        }

        if (charset is not null)
        {
            return Charsets.CodePage(charset) is { } told ? As(bytes, told, charset) : Unknown(charset);
        }

        // The declaration of an XML or HTML document in UTF-16, which nobody has to tell (XML 1.0, appendix F).
        if (bytes.StartsWith<byte>([(byte)'<', 0]) || bytes.StartsWith<byte>([0, (byte)'<']))
        {
            return Utf16Text(bytes, bytes[0] == 0);
        }

        // A declaration is often older than the bytes: what is UTF-8 beyond ASCII is so by no accident.
        var declared = Declared(bytes);
        if (declared is null || (Utf8.IsValid(bytes) && (Charsets.CodePage(declared) is null || !Ascii.IsValid(bytes))))
        {
            return Utf8Text(bytes, 0);
        }

        // One that can be read as ASCII is not in UTF-16.
        return Charsets.CodePage(declared) is { } codePage
            ? As(bytes, codePage is Charsets.Utf16 or Charsets.Utf16BigEndian ? Charsets.Utf8 : codePage, declared)
            : Unknown(declared);
    }

    private static DecodedText As(ReadOnlySpan<byte> bytes, int codePage, string charset)
    {
        if (codePage == Charsets.Utf8)
        {
            return Utf8Text(bytes, 0);
        }

        if (codePage is Charsets.Utf16 or Charsets.Utf16BigEndian)
        {
            return Utf16Text(bytes, codePage == Charsets.Utf16BigEndian);
        }

        return bytes.IndexOf((byte)0) is var nul and >= 0
            ? Binary($"byte {nul}")
            : Strictly(bytes, Charsets.Strict(codePage), charset, "wrong-charset");
    }

    private static DecodedText Utf8Text(ReadOnlySpan<byte> bytes, int start)
    {
        var content = bytes[start..];
        if (content.IsEmpty)
        {
            return Empty();
        }

        if (content.IndexOf((byte)0) is var nul and >= 0)
        {
            return Binary($"byte {start + nul}");
        }

        var chars = new char[content.Length];
        var status = Utf8.ToUtf16(content, chars, out var read, out var written, replaceInvalidSequences: false);
        return status == OperationStatus.Done
            ? DecodedText.Of(new string(chars, 0, written))
            : DecodedText.Failed(
                "not-utf-8",
                $"The text is not valid UTF-8: byte {start + read} begins no character. Save it as UTF-8 or tell its charset.");
    }

    private static DecodedText Utf16Text(ReadOnlySpan<byte> content, bool bigEndian) =>
        Strictly(content, Charsets.Strict(bigEndian ? Charsets.Utf16BigEndian : Charsets.Utf16), "UTF-16", "not-utf-16");

    private static DecodedText Strictly(ReadOnlySpan<byte> content, Encoding encoding, string charset, string failure)
    {
        if (content.IsEmpty)
        {
            return Empty();
        }

        try
        {
            var text = encoding.GetString(content);
            return text.IndexOf('\0', StringComparison.Ordinal) is var nul and >= 0 ? Binary($"character {nul}") : DecodedText.Of(text);
        }
        catch (DecoderFallbackException)
        {
            return DecodedText.Failed(failure, $"The text is said to be {charset}, but is not valid {charset}. Save it as UTF-8.");
        }
    }

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationRange)]);
        var match = XmlDeclaration().Match(start) is { Success: true } xml ? xml : MetaCharset().Match(Comment().Replace(start, ""));
        return match.Success ? match.Groups["charset"].Value : null;
    }

    private static DecodedText Empty() => DecodedText.Failed("empty", "The text is empty.");

    private static DecodedText Binary(string place) => DecodedText.Failed("binary", $"The content is not text: {place} is NUL.");

    private static DecodedText Unknown(string charset) =>
        DecodedText.Failed("unknown-charset", $"There is no charset {ImportNote.Quote(charset)}. Save the text as UTF-8.");

    [GeneratedRegex(
        @"^\s{0,100}<\?xml\s[^<>]{0,200}?encoding\s{0,10}=\s{0,10}[""'](?<charset>[^""'<>]{1,40})[""']", RegexOptions.CultureInvariant)]
    private static partial Regex XmlDeclaration();

    // <meta charset="…"> and <meta http-equiv="Content-Type" content="text/html; charset=…">
    [GeneratedRegex(
        @"<meta[\s/][^<>]{0,400}?charset\s{0,10}=\s{0,10}[""']?\s{0,10}(?<charset>[^\s""'/<>;]{1,40})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MetaCharset();

    [GeneratedRegex("<!--.*?(?:-->|$)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
