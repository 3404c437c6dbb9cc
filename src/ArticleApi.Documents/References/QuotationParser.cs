using System.Buffers;

namespace ArticleApi.Documents.References;

/// <summary>Finds a title in quotation marks: “Sleep in numbers,” ‘Naps’, «Le sommeil».</summary>
internal static class QuotationParser
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("“\"‘«„'「《");
    private const int MinTitle = 8;
    private const int MaxTitle = 600;
    private const int MaxTried = 4;

    /// <summary>The first quotation of a line that is long enough for a title, or null.</summary>
    public static Quotation? Find(string line)
    {
        var at = 0;
        for (var tried = 0; tried < MaxTried; tried++)
        {
            at = line.AsSpan(at).IndexOfAny(Opening) is >= 0 and var next ? at + next : -1;
            if (at < 0)
            {
                return null;
            }

            // Within a word the mark is an apostrophe.
            if (at == 0 || line[at - 1] is ' ' or '(' or ',' or '.')
            {
                var end = Close(line, at);
                if (end - at > MinTitle)
                {
                    return new Quotation(at, end + 1, line[(at + 1)..end].Trim());
                }
            }

            at++;
        }

        return null;
    }

    private static int Close(string line, int open)
    {
        var (closing, isSingle) = line[open] switch
        {
            '“' => ("”\"", false),
            '"' => ("\"”", false),
            '«' => ("»", false),
            '„' => ("“”\"", false),
            '「' => ("」", false),
            '《' => ("》", false),
            _ => ("’'", true),
        };
        var depth = 0;
        var limit = Math.Min(line.Length, open + MaxTitle);
        for (var i = open + 1; i < limit; i++)
        {
            depth += line[i] == line[open] && line[open] is not ('"' or '\'') ? 1 : 0;
            if (!closing.Contains(line[i], StringComparison.Ordinal))
            {
                continue;
            }

            // The mark that closes a single quotation stands at the end of a part; others are apostrophes.
            var next = i + 1 < line.Length ? line[i + 1] : '.';
            if (isSingle && !(next is ',' or '.' or ';' or ')'
                || (next is ' ' && (line[i - 1] is '.' or ',' or '?' or '!' || GoesOnAnew(line, i + 2)))))
            {
                continue;
            }

            if (depth-- == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool GoesOnAnew(string line, int at) =>
        at < line.Length && (char.IsUpper(line[at]) || line[at] is '(' or '[') || string.CompareOrdinal(line, at, "in ", 0, 3) == 0;
}
