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
        { [0xFF, 0xFE, 0x41, 0x00, 0x00, 0x00], "binary", "byte 4 " },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_comes_without_its_byte_order_mark(byte[] bytes, string text) => Assert.Equal(DecodedText.Of(text), TextDecoding.Decode(bytes));

    [Theory]
    [MemberData(nameof(Failures))]
    public void What_is_no_text_is_told(byte[] bytes, string code, string message)
    {
        var decoded = TextDecoding.Decode(bytes);

        Assert.Null(decoded.Text);
        Assert.Equal(code, decoded.Code);
        Assert.Contains(message, decoded.Message, StringComparison.Ordinal);
    }
}
