using System.Text;
using ArticleApi.Documents.Importing;

namespace ArticleApi.Documents.Tests.Importing;

public class TextDecodingTests
{
    public static TheoryData<byte[], string> Texts => new()
    {
        { "Zürich 😀"u8.ToArray(), "Zürich 😀" },
        { [0xEF, 0xBB, 0xBF, .. "Zürich"u8], "Zürich" },
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Zürich 😀 \uFFFD")], "Zürich 😀 \uFFFD" },
        { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Zürich")], "Zürich" },
        { [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("Zürich 😀")], "Zürich 😀" },
        { [0, 0, 0xFE, 0xFF, 0, 0, 0, (byte)'Z', 0, 1, 0xF6, 0], "Z😀" },
        { Encoding.Unicode.GetBytes("<?xml version='1.0'?><p>ü</p>"), "<?xml version='1.0'?><p>ü</p>" },
        { Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE html>ü"), "<!DOCTYPE html>ü" },
    };

    public static TheoryData<byte[], string, string> Failures => new()
    {
        { [], "empty", "empty" },
        { [0xEF, 0xBB, 0xBF], "empty", "empty" },
        { [0xFF, 0xFE], "empty", "empty" },
        { [.. "PK"u8, 3, 0, 5], "binary", "byte 3 " },
        { [.. "Zur"u8, 0xFC, .. "ich"u8], "not-utf-8", "byte 3 " },
        { [0xEF, 0xBB, 0xBF, .. "ab"u8, 0xC3], "not-utf-8", "byte 5 " },
        { [0xFF, 0xFE, 0x00, 0xD8], "not-utf-16", "UTF-16" },
        { [0xFF, 0xFE, 0x41], "not-utf-16", "UTF-16" },
        { [0xFF, 0xFE, 0x41, 0x00, 0x00, 0x00], "binary", "character 1 " },
        { [0xFF, 0xFE, 0, 0, 0x41, 0, 0], "not-utf-32", "UTF-32" },
        { [0, 0, 0xFE, 0xFF, 0, 0, 0xD8, 0], "not-utf-32", "UTF-32" },
        { [0xFF, 0xFE, 0, 0], "empty", "empty" },
        { [.. "<?xml version='1.0' encoding='utf-9'?><p>"u8, 0xFC], "unknown-charset", "utf-9" },
        { [.. "<?xml version='1.0' encoding='UTF-8'?><p>"u8, 0xFC], "not-utf-8", "byte 41 " },
        { [.. "<meta charset=shift_jis>"u8, 0x82], "wrong-charset", "shift_jis" },
        { [.. "<meta charset=shift_jis>"u8, 0], "binary", "byte 24 " },
    };

    /// <summary>Bytes, what their media type says of them, and the text.</summary>
    public static TheoryData<byte[], string?, string> Charsets => new()
    {
        { [.. "Z"u8, 0xFC, .. "rich "u8, 0x80, 0x81], "iso-8859-1", "Zürich €\u0081" },
        { [.. "Z"u8, 0xFC, .. "rich"u8], " \"Latin1\"", "Zürich" },
        { [0xCF, 0xF0, 0xE8], "windows-1251", "При" },
        { [0xF0, 0xD2, 0xC9], "KOI8-R", "При" },
        { [0x93, 0xFA, 0x96, 0x7B], "shift_jis", "日本" },
        { [0xC6, 0xFC, 0xCB, 0xDC], "euc-jp", "日本" },
        { [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "iso-2022-jp", "日" },
        { [0xD6, 0xD0], "gb2312", "中" },
        { [0xA4, 0xA4], "big5", "中" },
        { [0xC7, 0xD1], "euc-kr", "한" },
        { [0xA4], "iso-8859-15", "€" },
        { [0x41, 0, 0xFC, 0], "utf-16", "Aü" },
        { [0, 0x41, 0, 0xFC], "utf-16be", "Aü" },
        { [.. "Zürich"u8], "utf-8", "Zürich" },
        { [0xEF, 0xBB, 0xBF, .. "Zürich"u8], "windows-1252", "Zürich" },
        { [.. "<?xml version='1.0' encoding='iso-8859-1'?>Z"u8, 0xFC], null, "<?xml version='1.0' encoding='iso-8859-1'?>Zü" },
        { [.. "<?xml version='1.0' encoding='iso-8859-1'?>Zü"u8], null, "<?xml version='1.0' encoding='iso-8859-1'?>Zü" },
        { [.. "<?xml version='1.0' encoding='utf-9'?>Zü"u8], null, "<?xml version='1.0' encoding='utf-9'?>Zü" },
        { [.. "<?xml version=\"1.0\" encoding=\"UTF-16\"?>Zü"u8], null, "<?xml version=\"1.0\" encoding=\"UTF-16\"?>Zü" },
        { [.. "<meta charset=windows-1251>"u8, 0xCF], null, "<meta charset=windows-1251>П" },
        {
            [.. "<!-- <meta charset=koi8-r> --><META http-equiv='Content-Type' content='text/html; charset=windows-1251'>"u8, 0xCF],
            null,
            "<!-- <meta charset=koi8-r> --><META http-equiv='Content-Type' content='text/html; charset=windows-1251'>П"
        },
        { [.. "<meta charset=iso-2022-jp>"u8, 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], null, "<meta charset=iso-2022-jp>日" },
    };

    [Theory]
    [MemberData(nameof(Charsets))]
    public void A_charset_is_honoured(byte[] bytes, string? charset, string text) =>
        Assert.Equal(DecodedText.Of(text), TextDecoding.Decode(bytes, charset));

    [Theory]
    [InlineData("utf-7", "unknown-charset")]
    [InlineData("", "unknown-charset")]
    [InlineData("klingon", "unknown-charset")]
    [InlineData("utf-8", "not-utf-8")]
    [InlineData("utf-16", "not-utf-16")]
    [InlineData("euc-kr", "wrong-charset")]
    public void An_unknown_or_wrong_charset_gives_an_error_code(string charset, string code) =>
        Assert.Equal(code, TextDecoding.Decode([0x5A, 0xFC, 0x5A, 0xFC, 0xFC], charset).Code);

    [Fact]
    public void Every_charset_has_its_encoding() =>
        Assert.All(
            ("utf-16 utf-16be ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6"
                + " iso-8859-7 iso-8859-8 iso-8859-13 iso-8859-15 koi8-r koi8-u"
                + " macintosh windows-874 windows-1250 windows-1251 windows-1252 windows-1253"
                + " windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 x-mac-cyrillic"
                + " gbk gb18030 big5 euc-jp iso-2022-jp shift_jis euc-kr")
                .Split(' '),
            charset => Assert.Equal(
                "AZ",
                TextDecoding.Decode(
                    charset.StartsWith("utf-16", StringComparison.Ordinal)
                        ? (charset == "utf-16" ? Encoding.Unicode : Encoding.BigEndianUnicode).GetBytes("AZ")
                        : "AZ"u8,
                    charset).Text));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_comes_without_its_byte_order_mark(byte[] bytes, string text) =>
        Assert.Equal(DecodedText.Of(text), TextDecoding.Decode(bytes));

    [Theory]
    [MemberData(nameof(Failures))]
    public void Bytes_that_are_no_text_give_an_error(byte[] bytes, string code, string message)
    {
        var decoded = TextDecoding.Decode(bytes);

        Assert.Null(decoded.Text);
        Assert.Equal(code, decoded.Code);
        Assert.Contains(message, decoded.Message, StringComparison.Ordinal);
    }
}
