using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Counts the words of a Markdown text that are text: not those of addresses, tags, keys of the front matter and code.</summary>
internal static partial class MarkdownWords
{
    /// <summary>The words of a text.</summary>
    public static SourceWords Of(string text) => Add(new SourceWords(text.Length), text);

    /// <summary>How many words a piece of such a text has.</summary>
    public static int In(string source) => Add(new SourceWords(), source).Count;

    private static SourceWords Add(SourceWords words, string text)
    {
        var (isFrontMatter, isCode, number) = (false, false, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var trimmed = line.Trim();
            if (trimmed is "---" or "..." && (number == 1 || isFrontMatter))
            {
                isFrontMatter = number == 1;
            }
            else if (trimmed.StartsWith("```") || trimmed.StartsWith("~~~"))
            {
                isCode = !isCode;
            }
            else if (!isFrontMatter && !isCode && trimmed is not ['|', ..])
            {
                words.Add(Markup().Replace(line.ToString(), " "));
                words.End();
            }
        }

        return words;
    }

    // Targets of links, tags, addresses in angle brackets, attributes, definitions of links, signs of footnotes and keys.
    [GeneratedRegex(
        @"\]\([^()\s]{0,2000}(?:\s""[^""]{0,500}"")?\)|<[^<>]{1,500}>|\{[#.][^{}]{0,200}\}|^\s{0,3}\[[^\]\^]{1,200}\]:\s.{0,2000}"
        + @"|\[\^[^\]]{1,100}\]:?|!\[[^\]]{0,1000}\]|-?@[\w:./-]{1,200}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
