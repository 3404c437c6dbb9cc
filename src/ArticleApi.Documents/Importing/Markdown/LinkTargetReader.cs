using System.Net;
using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Finds where a link leads: <c>(url "title")</c> behind its text, or the definition of its label.</summary>
internal sealed partial class LinkTargetReader(InlineScanner scanner, IReadOnlyDictionary<string, LinkDefinition> definitions)
{
    private const int MaxNumber = 4;
    private const int MaxLabel = 200;
    private const int MaxTarget = 2000;
    private const int MaxTitle = 500;
    private const int MaxSpaces = 10;

    private readonly string source = scanner.Source;
    private int[]? targetEnds;

    /// <summary>The label of a link as definitions are looked up by.</summary>
    public static string Key(string label) => Spaces().Replace(label.Trim(), " ").ToLowerInvariant();

    /// <summary>Whether a link's text is a number that may be a marker.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxNumber && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Where the bracket that closes here leads, and the index behind it; null where it leads nowhere.</summary>
    /// <param name="inner">What stands in the brackets.</param>
    public (string Target, int End)? Read(ReadOnlySpan<char> inner)
    {
        var at = scanner.At;
        if (scanner.Next == '(' && (InParentheses(at + 1) ?? SpacedFile(at + 1)) is { } target)
        {
            return target;
        }

        if (scanner.Next == '{' && Attributes().IsMatch(scanner.Ahead(at + 1, MaxLabel)))
        {
            return ("", at + 1);
        }

        return definitions.Count > 0 ? Defined(inner) : null;
    }

    private (string Target, int End)? Defined(ReadOnlySpan<char> inner)
    {
        var at = scanner.At;
        if (scanner.Next == '[' && source.IndexOf(']', at + 2, Math.Min(MaxLabel, source.Length - at - 2)) is >= 0 and var close)
        {
            var label = close == at + 2 ? inner.ToString() : source[(at + 2)..close];
            // [1][2] are two markers, where the numbers are links on their own.
            var areTwo = IsNumber(inner) && IsNumber(label) && definitions.ContainsKey(Key(inner.ToString()));
            if (!areTwo && label.Length <= MaxLabel && definitions.TryGetValue(Key(label), out var full))
            {
                return (full.Target, close + 1);
            }
        }

        return inner.Length is > 0 and <= MaxLabel && definitions.TryGetValue(Key(inner.ToString()), out var shortcut)
            ? (shortcut.Target, at + 1)
            : null;
    }

    /// <summary>The target in the parentheses that open at an index, and the index behind them.</summary>
    private (string Target, int End)? InParentheses(int open)
    {
        var start = open + 1;
        while (start < source.Length && start - open < MaxSpaces && char.IsWhiteSpace(source[start]))
        {
            start++;
        }

        var isAngled = start < source.Length && source[start] == '<';
        var end = isAngled ? AngledEnd(start) : start == open + 1 ? (targetEnds ??= TargetEnds())[open] : TargetEnd(start);
        if (end == 0)
        {
            return null;
        }

        var target = isAngled ? source[(start + 1)..(end - 1)] : source[start..end];
        var title = LinkTitle().Match(source, end, Math.Min(MaxTitle, source.Length - end));
        return title.Success
            ? (WebUtility.HtmlDecode(target.Replace("\\", "", StringComparison.Ordinal)), end + title.Length)
            : null;
    }

    /// <summary>The name of a file that has spaces in it, which writers leave unescaped: <c>(figures/map 1.png "Title")</c>.</summary>
    private (string Target, int End)? SpacedFile(int open) =>
        SpacedPath().Match(source, open, Math.Min(MaxTitle, source.Length - open)) is { Success: true } match
            ? (match.Groups["target"].Value, open + match.Length)
            : null;

    /// <summary>The index behind a target in angle brackets, <c>&lt;a b&gt;</c>; 0 where it does not end on its line.</summary>
    private int AngledEnd(int start)
    {
        var last = Math.Min(source.Length, start + MaxTarget);
        for (var i = start + 1; i < last && source[i] is not ('<' or '\n'); i++)
        {
            if (source[i] == '>')
            {
                return i + 1;
            }

            i += source[i] == '\\' ? 1 : 0;
        }

        return 0;
    }

    /// <summary>The end of a target that starts behind a space. None is looked at twice, since it ends at the next one.</summary>
    private int TargetEnd(int start)
    {
        var depth = 0;
        for (var i = start; i < source.Length; i++)
        {
            var c = source[i];
            if (char.IsWhiteSpace(c) || (c == ')' && depth == 0))
            {
                return i;
            }

            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            i += c == '\\' ? 1 : 0;
        }

        return 0;
    }

    /// <summary>
    /// Where the target of each opening parenthesis ends: at the closing one that balances it, else at the first space; 0 where neither
    /// comes.
    /// </summary>
    private int[] TargetEnds()
    {
        var ends = new int[source.Length];
        var space = 0;
        for (var i = source.Length - 1; i >= 0; i--)
        {
            space = char.IsWhiteSpace(source[i]) ? i : space;
            ends[i] = source[i] == '(' ? space : 0;
        }

        var open = new Stack<int>();
        for (var i = 0; i < source.Length; i++)
        {
            if (char.IsWhiteSpace(source[i]))
            {
                open.Clear();
            }
            else if (source[i] == '(' && (i == 0 || source[i - 1] != '\\'))
            {
                open.Push(i);
            }
            else if (source[i] == ')' && open.Count > 0 && source[i - 1] != '\\')
            {
                ends[open.Pop()] = i;
            }
        }

        return ends;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"\G\s{0,10}(?:""(?:[^""\\]|\\.)*""|'(?:[^'\\]|\\.)*'|\([^()]*\))?\s{0,10}\)", RegexOptions.CultureInvariant)]
    private static partial Regex LinkTitle();

    [GeneratedRegex(
        @"\G\(\s{0,9}(?<target>[^\n()<>""]{1,300}(?:\([^\n()<>""]{0,100}\)[^\n()<>""]{0,100})?\.[A-Za-z][A-Za-z0-9]{1,4})"
        + @"(?:\s{1,9}""[^""\n]{0,200}"")?\s{0,9}\)",
        RegexOptions.CultureInvariant)]
    private static partial Regex SpacedPath();

    // {#id .class key=value}
    [GeneratedRegex(@"\G\{(?::|[.#][\w\-]|-\}|[\w\-]+=)[^{}\n]*\}", RegexOptions.CultureInvariant)]
    public static partial Regex Attributes();
}
