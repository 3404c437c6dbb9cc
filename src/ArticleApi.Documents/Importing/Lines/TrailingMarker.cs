using ArticleApi.Documents.Claims;

namespace ArticleApi.Documents.Importing.Lines;

/// <summary>A citation marker behind the last sentence of a line: "It helps.3", "It helps. [4, 5]".</summary>
internal static class TrailingMarker
{
    /// <summary>The line without its marker; the whole line where it has none.</summary>
    public static ReadOnlySpan<char> Without(string line)
    {
        var rest = line.AsSpan().TrimEnd("0123456789¹²³⁴⁵⁶⁷⁸⁹⁰,–-[] ");
        var end = rest.TrimEnd(SentenceSplitter.Closers);
        return rest.Length < line.Length && end is [.., var last, '.' or '!' or '?' or '…'] && !char.IsAsciiDigit(last) ? rest : line;
    }
}
