using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Splits a text into blocks with Markdig, which does not parse the inlines here. The text is given to Markdig in parts, since Markdig
/// takes quadratic time on hostile text and refuses text that is nested too deep: only that part is lost.
/// </summary>
internal sealed partial class BlockReader
{
    // A part ends before a line of text at the margin once it is this long, and anywhere at the most.
    private const int PartLength = 8 * 1024;
    private const int MaxPartLength = 32 * 1024;

    private static readonly MarkdownPipeline Pipeline = Blocks();

    private readonly StringBuilder part = new();
    private readonly List<MarkdownBlock> blocks = [];
    private readonly HtmlBlocks html;

    // The element of HTML that was left out last.
    private int leftOut = -1;

    private BlockReader(HtmlBlocks html) => this.html = html;

    public static List<MarkdownBlock> Read(
        IReadOnlyList<string> lines, SortedList<int, string?> divs, int firstLine, CancellationToken cancel)
    {
        var reader = new BlockReader(new HtmlBlocks(lines, firstLine));
        var nextDiv = 0;
        for (var start = 0; start < lines.Count;)
        {
            cancel.ThrowIfCancellationRequested();
            var end = PartEnd(lines, divs, nextDiv, start);
            reader.ReadPart(lines, start, end, firstLine);
            start = end;
            for (; nextDiv < divs.Count && divs.Keys[nextDiv] < end; nextDiv++)
            {
                reader.blocks.Add(new MarkdownBlock(
                    divs.Values[nextDiv] is null ? BlockKind.DivEnd : BlockKind.DivStart,
                    divs.Values[nextDiv] ?? "",
                    firstLine + divs.Keys[nextDiv]));
            }
        }

        return reader.blocks;
    }

    /// <summary>The line after a part: a div's fence ends one, so does a line that nothing before it goes on in.</summary>
    private static int PartEnd(IReadOnlyList<string> lines, SortedList<int, string?> divs, int nextDiv, int start)
    {
        var length = 0;
        var isCode = false;
        var fence = nextDiv < divs.Count ? divs.Keys[nextDiv] : int.MaxValue;
        for (var i = start; i < lines.Count; i++)
        {
            if (i == fence)
            {
                return i + 1;
            }

            if (i > start && !isCode && lines[i - 1].AsSpan().IsWhiteSpace() && IsLongText(lines[i]))
            {
                return i;
            }

            var isMargin = !isCode && i > start && lines[i - 1].AsSpan().IsWhiteSpace() && lines[i].Length > 0
                && (char.IsLetter(lines[i][0]) || lines[i][0] == '#');
            if (i > start && (length > MaxPartLength || (length > PartLength && isMargin)))
            {
                return i;
            }

            length += lines[i].Length + 1;
            isCode ^= lines[i].AsSpan().TrimStart().StartsWith("```") || lines[i].AsSpan().TrimStart().StartsWith("~~~");
        }

        return lines.Count;
    }

    // A paragraph as it stands: a copy of it would take much memory.
    private static bool IsLongText(string line) => line.Length > InlineReader.MaxLength && char.IsLetter(line[0]);

    private void ReadPart(IReadOnlyList<string> lines, int start, int end, int firstLine)
    {
        if (end == start + 1 && !html.IsWithin && IsLongText(lines[start]))
        {
            Add(BlockKind.Paragraph, lines[start], firstLine + start, 0);
            return;
        }

        part.Clear();
        for (var i = start; i < end; i++)
        {
            part.Append(lines[i]).Append('\n');
        }

        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(part.ToString(), Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's way to say that blocks are nested too deep.
            blocks.Add(new MarkdownBlock(BlockKind.Other, "", firstLine + start) { Code = "too-deep" });
            for (var i = start; i < end; i++)
            {
                blocks.Add(new MarkdownBlock(BlockKind.Paragraph, lines[i].TrimStart('>', ' ', '\t', '-', '+', '*'), firstLine + i));
            }

            return;
        }

        // Markdig lets nothing nest deeper than 128.
        ReadAll(document, firstLine + start, 0);
    }

    private void ReadAll(ContainerBlock container, int firstLine, int depth)
    {
        var number = 0;
        foreach (var block in container)
        {
            switch (block)
            {
                case LinkReferenceDefinitionGroup:
                    break;
                case ListItemBlock item:
                    var first = blocks.Count;
                    ReadAll(item, firstLine, depth + 1);
                    if (first < blocks.Count)
                    {
                        var isOrdered = container is ListBlock { IsOrdered: true };
                        // Lists of nothing but "1." count by themselves.
                        number = Math.Max(item.Order, number + 1);
                        blocks[first] = blocks[first] with { StartsItem = true, Number = isOrdered ? $"{number}" : null };
                    }

                    break;
                case ContainerBlock inner:
                    ReadAll(inner, firstLine, depth);
                    break;
                case LeafBlock leaf:
                    Read(leaf, firstLine + leaf.Line, depth);
                    break;
            }
        }
    }

    private void Read(LeafBlock leaf, int line, int depth)
    {
        var source = leaf.Lines.ToString();
        switch (leaf)
        {
            case HeadingBlock heading:
                // Markdig has the line of the rule under a heading.
                Add(BlockKind.Heading, source, heading.IsSetext ? Math.Max(1, line - heading.Lines.Count) : line, depth, heading.Level);
                break;
            case HtmlBlock:
                ReadHtml(source, line, depth);

                break;
            case FencedCodeBlock code:
                blocks.Add(new MarkdownBlock(BlockKind.Other, source, line)
                {
                    Depth = depth,
                    Code = "listings-left-out",
                    Language = code.Info,
                    IsFenced = true,
                });
                break;
            case CodeBlock:
                blocks.Add(new MarkdownBlock(BlockKind.Other, source, line) { Depth = depth, Code = "listings-left-out" });
                break;
            case ThematicBreakBlock:
                break;
            default:
                ReadParagraph(source, line, depth);
                break;
        }
    }

    private void ReadHtml(string source, int line, int depth)
    {
        var pieces = html.Read(source, line);
        if (html.Words > 0 && leftOut >= 0)
        {
            blocks[leftOut] = blocks[leftOut] with { Words = blocks[leftOut].Words + html.Words };
        }

        foreach (var piece in pieces)
        {
            leftOut = piece.Kind == BlockKind.Other ? blocks.Count : leftOut;
            blocks.Add(piece with { Depth = Math.Max(piece.Depth, depth) });
        }
    }

    /// <summary>A paragraph, or what has the lines of one: a table, mathematics, LaTeX, a definition list.</summary>
    private void ReadParagraph(string source, int line, int depth)
    {
        if (html.IsWithin)
        {
            ReadHtml(source, line, 0);
            return;
        }

        var code = source.AsSpan().TrimStart() switch
        {
            ['$', '$', ..] when source.AsSpan().TrimEnd().EndsWith("$$") => "display-formulas-left-out",
            ['\\', '[', ..] when source.AsSpan().TrimEnd().EndsWith("\\]") && source.Contains('\n') => "display-formulas-left-out",
            ['\\', 'b', 'e', 'g', 'i', 'n', '{', ..] => "latex-left-out",
            ['+', '-' or '=', ..] when GridTable().IsMatch(source) => "tables-left-out",
            ['{', '{', '<' or '%' or '{', ..] or ['{', '%', ..] when ShortCode().IsMatch(source) => "short-codes-left-out",
            ['\\', ..] when LatexCommand().IsMatch(source) => "latex-left-out",
            _ => PipeTable.Is(source) ? "tables-left-out" : null,
        };
        if (code is not null)
        {
            blocks.Add(new MarkdownBlock(BlockKind.Other, source, line) { Depth = depth, Code = code });
            return;
        }

        // Term, and below it ": definition"
        if (source.Contains("\n:", StringComparison.Ordinal) && !source.StartsWith(':'))
        {
            var lines = source.Split('\n');
            var from = 0;
            for (var i = 1; i <= lines.Length; i++)
            {
                if (i == lines.Length
                    || (lines[i].StartsWith(": ", StringComparison.Ordinal) || lines[i].StartsWith(":\t", StringComparison.Ordinal)))
                {
                    Add(BlockKind.Paragraph, string.Join('\n', lines[from..i]).TrimStart(':', ' ', '\t'), line + from, depth);
                    from = i;
                }
            }

            return;
        }

        Add(BlockKind.Paragraph, source.StartsWith(": ", StringComparison.Ordinal) ? source[2..].TrimStart() : source, line, depth);
    }

    private void Add(BlockKind kind, string source, int line, int depth, int level = 0) =>
        blocks.Add(new MarkdownBlock(kind, source, line) { Depth = depth, Level = level });

    private static MarkdownPipeline Blocks()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.InlineParsers.Clear();
        foreach (var parser in builder.BlockParsers.OfType<BlockParser>())
        {
            parser.Closed += (_, block) =>
            {
                if (block is LeafBlock leaf)
                {
                    leaf.ProcessInlines = false;
                }
            };
        }

        return builder.Build();
    }

    [GeneratedRegex(@"^\+[-=+:]+\+\s*(?:\n|$)", RegexOptions.CultureInvariant)]
    private static partial Regex GridTable();

    [GeneratedRegex(@"^\s*\{[{%][^{}]*[}%]\}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortCode();

    // \newpage, \tableofcontents, \vspace{1em}
    [GeneratedRegex(@"^\s*(?:\\[a-zA-Z]+\*?(?:\[[^\[\]\n]*\]|\{[^{}\n]*\})*\s*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex LatexCommand();
}
