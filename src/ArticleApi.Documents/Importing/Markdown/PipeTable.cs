using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Recognises a table of cells between bars. A pattern would take quadratic time on a line of many bars.</summary>
internal static class PipeTable
{
    /// <summary>Whether the first line has a bar and the one below it draws the columns, <c>|---|:---:|</c>.</summary>
    public static bool Is(string source)
    {
        var end = source.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || !source.AsSpan(0, end).Contains('|'))
        {
            return false;
        }

        var at = Characters.SkipSpace(source, end + 1);
        at = Characters.SkipSpace(source, Skip(source, at, '|'));
        while (Column(source, at) is var behind && behind > at)
        {
            at = Characters.SkipSpace(source, behind);
            var bar = Skip(source, at, '|');
            if (EndsLine(source, behind, at) || (bar > at && EndsLine(source, bar, Characters.SkipSpace(source, bar))))
            {
                return true;
            }

            if (bar == at)
            {
                return false;
            }

            at = Characters.SkipSpace(source, bar);
        }

        return false;
    }

    // ":---:"
    private static int Column(string source, int start)
    {
        var dashes = Skip(source, start, ':');
        var end = dashes;
        while (end < source.Length && source[end] == '-')
        {
            end++;
        }

        return end > dashes ? Skip(source, end, ':') : start;
    }

    private static int Skip(string source, int at, char sign) => at < source.Length && source[at] == sign ? at + 1 : at;

    private static bool EndsLine(string source, int start, int end) =>
        end == source.Length || source.AsSpan(start, end - start).Contains('\n');
}
