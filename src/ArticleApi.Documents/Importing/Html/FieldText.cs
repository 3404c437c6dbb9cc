using System.Text;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>
/// The text of a reference whose fields are elements. Elements that print words side by side without a space between them are fields of
/// their own, and get one; a block of words without a stop gets a stop.
/// </summary>
internal static class FieldText
{
    private const int MinField = 4;

    /// <summary>The clean text between two indexes.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="start">The index of the first node.</param>
    /// <param name="end">The index after the last.</param>
    /// <param name="isLeftOut">What to pass over.</param>
    public static string Of(HtmlTree tree, int start, int end, Func<HtmlNode, bool> isLeftOut)
    {
        var text = new StringBuilder();
        TextPiece? before = null;
        var (blockStart, isBorder) = (0, false);
        foreach (var piece in tree.Pieces(start, end, isLeftOut))
        {
            if (piece.IsBlockBorder)
            {
                isBorder = true;
                continue;
            }

            if (piece.Element is not null && piece.Text.AsSpan().Trim() is { Length: > 0 } printed)
            {
                if (isBorder)
                {
                    if (before is { } above && IsField(text, blockStart, above, piece, printed))
                    {
                        TrimEnd(text).Append('.');
                    }

                    if (text.Length > 0 && !(text[^1] is ';' or ':' or '(' || Characters.IsDash(text[^1])) && !IsJoint(printed[0]))
                    {
                        text.Append(' ');
                    }

                    (blockStart, isBorder) = (text.Length, false);
                }
                else if (before is { } last
                    && last.Element != piece.Element
                    && !last.IsScript
                    && !piece.IsScript
                    && text.Length > 0
                    && IsGlued(text, piece.Text[0]))
                {
                    text.Append(' ');
                }

                before = piece;
            }

            text.Append(piece.Text);
        }

        return CleanText.Of(text.ToString());
    }

    /// <summary>Whether a block of words without a stop ends before another: a title, the line of the authors.</summary>
    private static bool IsField(StringBuilder text, int start, TextPiece before, TextPiece next, ReadOnlySpan<char> printed)
    {
        var line = text.ToString(start, text.Length - start).Trim();
        return line.Length >= MinField
            && char.IsLetterOrDigit(line[^1])
            && (printed[0] is '“' or '"' || (char.IsUpper(printed[0]) && printed.ContainsAnyInRange('a', 'z')))
            && !IsName(before)
            && !IsName(next);
    }

    private static bool IsName(TextPiece piece) =>
        piece.Element!.Words("class").Any(name => name.Contains("name", StringComparison.OrdinalIgnoreCase));

    // Elements of blocks may hold the signs between the fields: ";", "(", ":".
    private static bool IsJoint(char c) => c is '.' or ',' or ';' or ':' or ')' || Characters.IsDash(c);

    private static StringBuilder TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
        {
            text.Length--;
        }

        return text;
    }

    // "Sleep Res" and "2010", "2010" and "137", "adults." and "Sleep"; but "B" and "erg" in small capitals are one word.
    private static bool IsGlued(StringBuilder text, char next)
    {
        var before = text[^1];
        if (char.IsAsciiDigit(next))
        {
            return char.IsAsciiDigit(before)
                || (before == '.' && text.Length > 2 && char.IsLetter(text[^2]))
                || (text.Length > 2 && char.IsLetter(before) && char.IsLetter(text[^2]));
        }

        return char.IsLetter(next)
            && (before is '.' or ',' or ';' or ':' or ')' or '?'
                || char.IsAsciiDigit(before)
                || (char.IsUpper(next) && char.IsLower(before)));
    }
}
