using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Counts the words of a Markdown text that are text: not those of addresses, tags, keys of the front matter and code.</summary>
internal static partial class MarkdownWords
{
    private const string CommentEnd = "-->";
    private const int MaxTag = 2000;
    private const int MaxTagLines = 16;
    private const int MaxPart = 32 * 1024;

    /// <summary>The words of a text.</summary>
    public static SourceWords Of(string text) => Add(new SourceWords(text.Length), text);

    /// <summary>How many words a piece of such a text has.</summary>
    public static int In(string source) => Add(new SourceWords(), source).Count;

    private static SourceWords Add(SourceWords words, string text)
    {
        var (isFrontMatter, isCode, isComment, number) = (false, false, false, 0);
        var lastComment = text.LastIndexOf(CommentEnd, StringComparison.Ordinal);
        var (tag, tagLines) = ("", 0);
        foreach (var whole in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = whole;
            var trimmed = line.Trim();
            if (trimmed is "---" or "..." && (number == 1 || isFrontMatter))
            {
                isFrontMatter = number == 1;
            }
            else if (trimmed.StartsWith("```") || trimmed.StartsWith("~~~"))
            {
                isCode = !isCode;
            }
            else if (!isFrontMatter && !isCode)
            {
                if (isComment)
                {
                    var end = line.IndexOf(CommentEnd);
                    line = end < 0 ? [] : line[(end + CommentEnd.Length)..];
                    isComment = end < 0;
                }

                if (line.LastIndexOf("<!--") is >= 0 and var comment && line[comment..].IndexOf(CommentEnd) < 0
                    && text.AsSpan().Overlaps(line, out var at) && at + comment < lastComment)
                {
                    isComment = true;
                    line = line[..comment];
                }

                // A tag may go on in the next line.
                if (tag.Length + line.Length <= MaxTag && tagLines < MaxTagLines && (EndsInTag(line) || (tag.Length > 0 && !Ends(line))))
                {
                    (tag, tagLines) = ($"{tag}{line}\n", tagLines + 1);
                    continue;
                }

                AddLine(words, tag.Length > 0 ? $"{tag}{line}" : line);
                (tag, tagLines) = ("", 0);
            }
        }

        AddLine(words, tag);
        return words;
    }

    private static bool EndsInTag(ReadOnlySpan<char> line) =>
        line.LastIndexOf('<') is >= 0 and var start
        && line[start..] is ['<', var next, ..]
        && (char.IsAsciiLetter(next) || next == '/')
        && line[start..].IndexOf('>') < 0;

    private static bool Ends(ReadOnlySpan<char> line) => line.IsWhiteSpace() || line.IndexOfAny('<', '>') >= 0;

    // A long line is read in parts, so that it takes little memory.
    private static void AddLine(SourceWords words, ReadOnlySpan<char> line)
    {
        while (line.Length > 0)
        {
            var length = line.Length;
            if (length > MaxPart)
            {
                length = line[..MaxPart].LastIndexOf(' ') is > 0 and var space ? space : MaxPart;
            }

            // The text of an image is told by a note.
            words.Add(Markup().Replace(line[..length].ToString(), match =>
                match.ValueSpan.StartsWith("<img", StringComparison.OrdinalIgnoreCase)
                    ? $" {Alternative().Match(match.Value).Groups["text"].Value} "
                    : " "));
            line = line[length..];
        }

        words.End();
    }

    // Targets of links, tags, addresses in angle brackets, attributes, definitions of links, signs of footnotes and keys.
    [GeneratedRegex(
        @"\]\([^()\s]{0,2000}(?:\s""[^""]{0,500}"")?\)|<[A-Za-z/!?][^<>]{0,2000}>|\{[#.][^{}]{0,200}\}"
        + @"|^\s{0,3}\[[^\]\^]{1,200}\]:\s.{0,2000}|\[\^[^\]]{1,100}\]:?|-?@[\w:./-]{1,200}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(
        @"\salt\s?=\s?(?:""(?<text>[^""]*)""|'(?<text>[^']*)')", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Alternative();
}
