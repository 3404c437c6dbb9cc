using System.Text;
using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Reads the prose of HTML blocks in Markdown. Each block element is a paragraph; elements without prose are left out.</summary>
internal sealed partial class HtmlBlocks(IReadOnlyList<string> lines, int firstLine)
{
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    private readonly Dictionary<string, int> lastLines = [];

    // The element that goes on to be left out: it may span several blocks.
    private string? skipped;
    private int skippedDepth;
    private int skippedLine;

    private bool isComment;
    private int lists;

    /// <summary>Whether an element that is left out, or a comment, goes on.</summary>
    public bool IsWithin => skipped is not null || isComment;

    /// <summary>How many words the last piece left out of an element that an earlier piece began.</summary>
    public int Words { get; private set; }

    /// <summary>The blocks of a piece of HTML that starts at a line.</summary>
    public IReadOnlyList<MarkdownBlock> Read(string source, int line)
    {
        var blocks = new List<MarkdownBlock>();
        var text = new StringBuilder();
        Words = 0;
        isComment = isComment && line <= LastLine(CommentEnd);
        if (isComment)
        {
            if (source.IndexOf(CommentEnd, StringComparison.Ordinal) is not (>= 0 and var commentEnd))
            {
                return [];
            }

            isComment = false;
            line += source.AsSpan(0, commentEnd).Count('\n');
            source = source[(commentEnd + CommentEnd.Length)..];
        }

        var (textLine, at, level, number) = (line, 0, 0, 0);
        var startsItem = false;
        var ordered = false;
        var foundLine = line;
        var counted = 0;
        foreach (Match match in Tag().Matches(source))
        {
            if (match.Index < at)
            {
                continue;
            }

            foundLine += source.AsSpan(counted, match.Index - counted).Count('\n');
            counted = match.Index;
            if (skipped is null)
            {
                text.Append(source, at, match.Index - at);
            }
            else
            {
                LeaveOut(source.AsSpan(at, match.Index - at));
            }

            at = match.Index + match.Length;
            var name = match.Groups["name"].Value.ToLowerInvariant();
            var isEnd = match.Groups["end"].Length > 0;
            if (skipped is not null)
            {
                skippedDepth += name != skipped ? 0 : isEnd ? -1 : 1;
                skipped = skippedDepth == 0 ? null : skipped;
                textLine = foundLine;
                continue;
            }

            if (name.Length == 0)
            {
                if (!match.ValueSpan.EndsWith(CommentEnd))
                {
                    // One without an end is text.
                    isComment = LastLine(CommentEnd) > foundLine;
                    at = isComment ? at : match.Index + CommentStart.Length;
                }

                continue;
            }

            Flush();
            textLine = foundLine;
            if (!isEnd
                && name is "table" or "script" or "style" or "svg" or "math" or "nav" or "pre" or "iframe" or "video" or "figure" or "form"
                    or "noscript")
            {
                (skipped, skippedDepth, skippedLine) = (name, 1, foundLine);
                blocks.Add(new MarkdownBlock(BlockKind.Other, "", skippedLine)
                {
                    Code = name == "table" ? "tables-left-out" : name == "pre" ? "listings-left-out" : "html-left-out",
                    Language = name,
                });
            }
            else if (name is ['h', >= '1' and <= '6'])
            {
                level = isEnd ? 0 : name[1] - '0';
            }
            else if (name is "ol" or "ul")
            {
                ordered = name == "ol" && !isEnd;
                number = 0;
                lists = Math.Max(0, lists + (isEnd ? -1 : 1));
            }
            else if (name == "li")
            {
                startsItem = !isEnd;
                number += isEnd ? 0 : 1;
            }

            // Where links may point to.
            if (!isEnd && Id().Match(match.Value) is { Success: true } id)
            {
                text.Append($"<a id=\"{id.Groups["id"].Value}\"></a>");
            }
        }

        if (skipped is null)
        {
            text.Append(source, at, source.Length - at);
        }
        else
        {
            LeaveOut(source.AsSpan(at));
        }

        Flush();
        if (skipped is not null && LastLine("</" + skipped) <= foundLine)
        {
            skipped = null;
        }

        return blocks;

        void LeaveOut(ReadOnlySpan<char> piece)
        {
            var words = MarkdownWords.In(piece.ToString());
            if (blocks.Count > 0)
            {
                blocks[^1] = blocks[^1] with { Words = blocks[^1].Words + words };
            }
            else
            {
                Words += words;
            }
        }

        void Flush()
        {
            var piece = text.ToString();
            text.Clear();
            if (!Printed().IsMatch(piece))
            {
                text.Append(Anchor().IsMatch(piece) ? piece.Trim() : "");
                return;
            }

            // Right behind its HTML an author goes on in Markdown.
            if (level == 0 && AtxHeading().Match(piece) is { Success: true } heading)
            {
                Add(piece[..heading.Index], textLine, 0);
                textLine += piece.AsSpan(0, heading.Index).Count('\n');
                Add(heading.Groups["text"].Value, textLine, heading.Groups["signs"].Length);
                piece = piece[(heading.Index + heading.Length)..];
                textLine++;
            }

            Add(piece, textLine, level);
        }

        void Add(string piece, int pieceLine, int headingLevel)
        {
            if (!Printed().IsMatch(piece))
            {
                return;
            }

            blocks.Add(new MarkdownBlock(headingLevel > 0 ? BlockKind.Heading : BlockKind.Paragraph, piece.Trim(), pieceLine)
            {
                Level = headingLevel,
                Depth = lists,
                StartsItem = startsItem,
                Number = startsItem && ordered ? $"{number}" : null,
            });
            startsItem = false;
        }
    }

    /// <summary>The last line that has a sign; 0 where none has.</summary>
    private int LastLine(string sign)
    {
        if (!lastLines.TryGetValue(sign, out var line))
        {
            for (var i = lines.Count - 1; i >= 0 && line == 0; i--)
            {
                line = lines[i].Contains(sign, StringComparison.OrdinalIgnoreCase) ? firstLine + i : 0;
            }

            lastLines.Add(sign, line);
        }

        return line;
    }

    // The tags of block elements, and comments.
    [GeneratedRegex(
        @"<!--(?:(?!-->).)*(?:-->|$)"
        + @"|<(?<end>/?)(?<name>address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
        + @"|form|h[1-6]|head|header|hr|html|iframe|li|main|math|nav|noscript|ol|p|pre|script|section|style|summary|svg|table|ul|video)"
        + @"(?=[\s/>])[^<>]*>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s(?:id|name)\s?=\s?[""']?(?<id>[\w:.\-]{1,100})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<=^|\n)(?<signs>\#{1,6})[ \t]+(?<text>[^\n]+)(?:\n|$)", RegexOptions.CultureInvariant)]
    private static partial Regex AtxHeading();

    // A character outside of tags.
    [GeneratedRegex(@"^(?>(?:\s|<[^<>]*>|&nbsp;)*)[^\s<]|<img\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Printed();

    [GeneratedRegex(@"<a id=", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();
}
