using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>A line that is not blank.</summary>
/// <param name="Text">Clean text.</param>
/// <param name="Number">Its number in the input, counted from 1.</param>
/// <param name="AfterBlank">Whether a blank line, or none, stands before it.</param>
/// <param name="IsIndented">Whether it starts with white space.</param>
internal sealed record TextLine(string Text, int Number, bool AfterBlank, bool IsIndented)
{
    public int Words => Text.Count(c => c == ' ') + 1;

    public bool EndsSentence => WithoutMarker(Text).TrimEnd(SentenceSplitter.Closers) is [.., '.' or '!' or '?' or '…' or ':' or ';'];

    /// <summary>A line less the marker that stands behind its last sentence: "It helps.3", "It helps. [4, 5]".</summary>
    public static ReadOnlySpan<char> WithoutMarker(string line)
    {
        var rest = line.AsSpan().TrimEnd("0123456789¹²³⁴⁵⁶⁷⁸⁹⁰,–-[] ");
        var end = rest.TrimEnd(SentenceSplitter.Closers);
        return rest.Length < line.Length && end is [.., var last, '.' or '!' or '?' or '…'] && !char.IsAsciiDigit(last) ? rest : line;
    }

    public static List<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        var number = 0;
        var afterBlank = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var clean = CleanText.Of(line.ToString());
            if (clean.Length > 0)
            {
                lines.Add(new TextLine(clean, number, afterBlank, char.IsWhiteSpace(line[0])));
            }

            afterBlank = clean.Length == 0;
        }

        return lines;
    }
}
