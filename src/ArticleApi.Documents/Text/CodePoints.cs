namespace ArticleApi.Documents.Text;

/// <summary>Offsets in Unicode code points, as the contract counts them, over .NET's UTF-16 strings.</summary>
public static class CodePoints
{
    /// <summary>The number of code points. A lone surrogate counts as one.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
            {
                count--;
            }
        }

        return count;
    }

    /// <summary>The UTF-16 index of the code point at <paramref name="offset"/>, or -1 where the text is shorter.</summary>
    public static int ToIndex(ReadOnlySpan<char> text, int offset)
    {
        var index = 0;
        for (; offset > 0 && index < text.Length; offset--)
        {
            index += WidthAt(text, index);
        }

        return offset == 0 ? index : -1;
    }

    /// <summary>The text between two offsets, or null where they do not lie within it in this order.</summary>
    public static string? Slice(string text, int start, int end)
    {
        if (start < 0 || end < start)
        {
            return null;
        }

        var from = ToIndex(text, start);
        var length = from < 0 ? -1 : ToIndex(text.AsSpan(from), end - start);
        return length < 0 ? null : text.Substring(from, length);
    }

    /// <summary>The last <paramref name="count"/> code points, or all where there are fewer.</summary>
    public static string Last(string text, int count)
    {
        var index = text.Length;
        for (; count > 0 && index > 0; count--)
        {
            index -= index > 1 && char.IsLowSurrogate(text[index - 1]) && char.IsHighSurrogate(text[index - 2]) ? 2 : 1;
        }

        return text[index..];
    }

    /// <summary>The first <paramref name="count"/> code points, or all where there are fewer.</summary>
    public static string First(string text, int count) =>
        ToIndex(text, count) is >= 0 and var index ? text[..index] : text;

    /// <summary>The number of UTF-16 units of the code point at an index.</summary>
    internal static int WidthAt(ReadOnlySpan<char> text, int index) =>
        index + 1 < text.Length && char.IsHighSurrogate(text[index]) && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
}
