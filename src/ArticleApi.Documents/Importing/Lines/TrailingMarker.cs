using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Lines;

/// <summary>A citation marker behind the last sentence of a line: "It helps.3", "It helps. [4, 5]".</summary>
internal static class TrailingMarker
{
    private const string Signs = "0123456789" + Characters.SuperscriptDigits + Characters.Dashes + ",[] ";

    /// <summary>The line without its marker; the whole line where it has none.</summary>
    public static ReadOnlySpan<char> Without(string line)
    {
        var rest = line.AsSpan().TrimEnd(Signs);
        var end = rest.TrimEnd(Characters.SentenceClosers);
        return rest.Length < line.Length && end is [.., var last, '.' or '!' or '?' or '…'] && !char.IsAsciiDigit(last) ? rest : line;
    }
}
