using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Exporting.Markdown;

/// <summary>Escapes clean text so that CommonMark, GitHub, Pandoc and the importer all read just that text.</summary>
internal static partial class MarkdownText
{
    // A longer one is no address to some readers.
    private const int MaxAddress = 1000;

    // Of Pandoc, MyST and Quarto too.
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<^~$@{");

    /// <summary>A paragraph: what would start another block at its beginning is escaped too.</summary>
    /// <param name="text">Clean text.</param>
    /// <param name="signs">What is written between, by index, in order.</param>
    public static string Block(string text, IReadOnlyList<(int Index, string Sign)> signs) =>
        Write(text, signs, BlockSign(text), isLink: false);

    /// <summary>A text within a line.</summary>
    /// <param name="text">Clean text.</param>
    /// <param name="isLink">Whether it is the text of a link, in which no other link stands.</param>
    public static string Line(string text, bool isLink = false) => Write(text, [], -1, isLink);

    /// <summary>The text of a heading: signs at its end and attributes in braces are its own.</summary>
    public static string Heading(string text)
    {
        var endsInSign = text is [.., '#' or ':'];
        var line = Line(text, isLink: endsInSign).Replace("\\{", "&#123;", StringComparison.Ordinal);
        return endsInSign ? $"{line[..^1]}\\{line[^1]}" : line;
    }

    private static string Write(string text, IReadOnlyList<(int Index, string Sign)> signs, int blockSign, bool isLink)
    {
        var markdown = new StringBuilder(text.Length + 32);
        var next = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var isBehindSign = next < signs.Count && signs[next].Index == i;
            for (; next < signs.Count && signs[next].Index == i; next++)
            {
                if (markdown.Length > 0 && markdown[^1] == '!')
                {
                    markdown.Insert(markdown.Length - 1, '\\'); // An image begins with "![".
                }

                markdown.Append(signs[next].Sign);
            }

            if (i == text.Length)
            {
                break;
            }

            var room = (next < signs.Count ? signs[next].Index : text.Length) - i;
            if (Link(text, i, markdown) is { } link)
            {
                if (link.IsWhole && !isLink && link.Length <= Math.Min(room, MaxAddress))
                {
                    markdown.Append('<').Append(text, i, link.Length).Append('>');
                    i += link.Length - 1;
                    continue;
                }

                // With a sign escaped it is no address to those that look for them.
                if (link.Sign < room)
                {
                    markdown.Append(text, i, link.Sign).Append('\\').Append(text[i + link.Sign]);
                    i += link.Sign;
                    continue;
                }
            }

            if (i == blockSign || IsSpecial(text, i) || (isBehindSign && text[i] is ':' or '('))
            {
                markdown.Append('\\');
            }

            markdown.Append(text[i]);
        }

        return markdown.ToString();
    }

    private static bool IsSpecial(string text, int i) => Special.Contains(text[i]) || text[i] switch
    {
        '&' => i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '#'),
        '=' => (i > 0 && text[i - 1] == '=') || (i + 1 < text.Length && text[i + 1] == '='),
        _ => false,
    };

    /// <summary>The index of the sign that would make the paragraph another block, or -1.</summary>
    private static int BlockSign(string text) =>
        text is ['#' or '>' or '+' or '-' or '=' or ':' or '|' or '%', ..]
            ? 0
            : Number().Match(text) is { Success: true } number ? number.Length : -1;

    /// <summary>
    /// The address at an index of the text, where readers of <paramref name="written"/> would find one: its length without the
    /// punctuation behind it, the place of the sign that makes it one, and whether it is whole. Null where there is none.
    /// </summary>
    private static (int Length, int Sign, bool IsWhole)? Link(string text, int at, StringBuilder written)
    {
        if (text[at] is not ('h' or 'H' or 'w' or 'W') || (written.Length > 0 && char.IsLetterOrDigit(written[^1]))
            || Address().Match(text, at, Math.Min(text.Length - at, MaxAddress + 1)) is not { Success: true } match)
        {
            return null;
        }

        var name = match.Groups["name"].Length;
        return (match.ValueSpan.TrimEnd(".,;:!?*_\"')").Length, name, name > "www".Length && match.Groups["path"].Length > 0);
    }

    [GeneratedRegex(@"^[0-9]{1,9}(?=[.)](?: |$))", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\G(?:(?<name>https?)://|(?<name>www)\.)(?<path>[^\s<>\[\]`|\\]*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
