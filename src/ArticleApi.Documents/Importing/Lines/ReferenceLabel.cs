using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Lines;

/// <summary>
/// The label that a line of a reference list starts with: "1)", "1.", "[1]", "(1)", "1 ", "¹", "^1", "[S1]", "[Keeler21]".
/// </summary>
internal static class ReferenceLabel
{
    private const int MaxDigits = 4;
    private const int MaxName = 20;

    private static readonly char[] Closers = ['.', ',', ';', ':', ')', ']', ' '];

    /// <summary>Whether a line starts with a label that a sentence would not start with.</summary>
    public static bool IsLabelled(string line) => Split(line) is { IsBare: false };

    /// <summary>The label and the index of what follows it, or null.</summary>
    public static (string Label, int End, bool IsBare)? Split(string line)
    {
        if (Raised(line) is { } raised)
        {
            return raised;
        }

        var closing = line.Length > 0 ? Characters.ClosingBracket(line[0]) : null;
        var open = closing is null ? 0 : 1;
        if (open == 1 && line[0] == '[' && Named(line) is { } named)
        {
            return named;
        }

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
        var bracketed = line[end] == closing;
        var signed = open == 0 && line[end] is '.' or ')' or ']' or ':' && (end + 1 == line.Length || !char.IsAsciiDigit(line[end + 1]));
        if (bracketed || signed)
        {
            return (label, Characters.SkipSpace(line, end + 1), false);
        }

        return open == 0 && line[end] == ' ' && end + 1 < line.Length
            && (char.IsUpper(line[end + 1]) || Characters.IsOpeningQuote(line[end + 1]))
            ? (label, end + 1, true)
            : null;
    }

    /// <summary>
    /// An entry without the label that it repeats, "21. Roe A." for 21, and without what closed the label, ". Roe A.".
    /// </summary>
    public static string Without(string line, string? label)
    {
        if (label is not null && Split(line) is { IsBare: false } split && split.End < line.Length && split.Label == label)
        {
            line = line[split.End..];
        }

        return line.TrimStart(Closers);
    }

    // "¹ Roe", "^1 Roe", "^12^ Roe"
    private static (string Label, int End, bool IsBare)? Raised(string line)
    {
        var end = line is ['^', ..] ? 1 : 0;
        var from = end;
        while (end < line.Length
            && end - from < MaxDigits
            && (from == 1
                ? char.IsAsciiDigit(line[end])
                : char.IsDigit(line[end]) is false && Folding.Key(line[end].ToString()) is [>= '0' and <= '9']))
        {
            end++;
        }

        if (end == from || end == line.Length)
        {
            return null;
        }

        return (Folding.Key(line[from..end]), Characters.SkipSpace(line, end + (line[end] is '^' or '.' or ')' ? 1 : 0)), false);
    }

    // "[S1]", "[Keeler21]", "[Kee+21]": letters and a digit.
    private static (string Label, int End, bool IsBare)? Named(string line)
    {
        var end = 1;
        while (end < line.Length && end <= MaxName && (char.IsLetterOrDigit(line[end]) || line[end] is '+' or '-' or '_' or ':' or '.'))
        {
            end++;
        }

        return end > 2 && end < line.Length - 1 && line[end] == ']' && char.IsLetter(line[1])
                && line.AsSpan(1, end - 1).ContainsAnyInRange('0', '9')
            ? (line[1..end], Characters.SkipSpace(line, end + 1), false)
            : null;
    }
}
