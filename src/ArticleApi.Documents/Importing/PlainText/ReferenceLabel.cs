using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>The label that a line of a reference list starts with: "1)", "1.", "[1]", "(1)", "1 ".</summary>
internal static class ReferenceLabel
{
    private const int MaxDigits = 4;

    /// <summary>Whether a line starts with a label that a sentence would not start with.</summary>
    public static bool IsLabelled(string line) => Split(line) is { IsBare: false };

    /// <summary>The label and the index of what follows it, or null.</summary>
    public static (string Label, int End, bool IsBare)? Split(string line)
    {
        var open = line.Length > 0 && line[0] is '[' or '(' ? 1 : 0;
        var end = open;
        while (end < line.Length && char.IsAsciiDigit(line[end]))
        {
            end++;
        }

        // "(2021). Title" and "2021. Title" go on with a year.
        var isYear = Years.IsYear(line.AsSpan(open, end - open));
        if (end == open || end - open > MaxDigits || end == line.Length || isYear)
        {
            return null;
        }

        var label = line[open..end];
        var bracketed = open == 1 && line[end] == (line[0] == '[' ? ']' : ')');
        var signed = open == 0 && line[end] is '.' or ')' or ']' or ':' && (end + 1 == line.Length || !char.IsAsciiDigit(line[end + 1]));
        if (bracketed || signed)
        {
            return (label, SkipSpace(line, end + 1), false);
        }

        return open == 0 && line[end] == ' ' && end + 1 < line.Length && (char.IsUpper(line[end + 1]) || line[end + 1] is '"' or '“')
            ? (label, end + 1, true)
            : null;
    }

    private static int SkipSpace(string line, int at)
    {
        while (at < line.Length && line[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
