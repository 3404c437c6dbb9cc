using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>A line that is not blank.</summary>
/// <param name="Text">Clean text.</param>
/// <param name="Number">Its number in the input, counted from 1.</param>
/// <param name="AfterBlank">Whether a blank line, or none, stands before it.</param>
/// <param name="IsIndented">Whether it starts with white space.</param>
internal sealed record TextLine(string Text, int Number, bool AfterBlank, bool IsIndented)
{
    /// <summary>How many lines of the input were joined into it.</summary>
    public int Joined { get; init; } = 1;

    public int Words => Text.Count(c => c == ' ') + 1;

    public bool EndsSentence => Text.TrimEnd(')', ']', '"', '”', '’', '\'', '»') is [.., '.' or '!' or '?' or '…' or ':' or ';'];

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
