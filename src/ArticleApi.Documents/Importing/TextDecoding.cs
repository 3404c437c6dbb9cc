using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ArticleApi.Documents.Importing;

/// <summary>From bytes to text: UTF-8, or UTF-16 where a byte order mark says so.</summary>
public static class TextDecoding
{
    /// <summary>The text of the bytes, or the reason why they are none; nothing throws.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Utf16(bytes[2..], bigEndian: false);
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Utf16(bytes[2..], bigEndian: true);
        }

        var bom = bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var content = bytes[bom..];
        if (content.IsEmpty)
        {
            return Empty();
        }

        if (content.IndexOf((byte)0) is var nul and >= 0)
        {
            return Binary(bom + nul);
        }

        var chars = new char[content.Length];
        var status = Utf8.ToUtf16(content, chars, out var read, out var written, replaceInvalidSequences: false);
        return status == OperationStatus.Done
            ? DecodedText.Of(new string(chars, 0, written))
            : DecodedText.Failed("not-utf-8", $"The text is not valid UTF-8: byte {bom + read} begins no character. Save it as UTF-8.");
    }

    private static DecodedText Utf16(ReadOnlySpan<byte> content, bool bigEndian)
    {
        if (content.IsEmpty)
        {
            return Empty();
        }

        var text = (bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(content);
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            return Binary(2 + (2 * nul));
        }

        // The decoder puts U+FFFD where a surrogate has no partner; a printed U+FFFD is the same two bytes on both sides.
        return content.Length % 2 == 0 && (bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetBytes(text).AsSpan().SequenceEqual(content)
            ? DecodedText.Of(text)
            : DecodedText.Failed("not-utf-16", "The text begins with the byte order mark of UTF-16 but is not valid UTF-16. Save it as UTF-8.");
    }

    private static DecodedText Empty() => DecodedText.Failed("empty", "The text is empty.");

    private static DecodedText Binary(int offset) =>
        DecodedText.Failed("binary", $"The content is not text: byte {offset} is NUL.");
}
