using ArticleApi.Documents.Importing.Lines;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Decides which heading is the title, and at which level the sections start.</summary>
/// <param name="Title">The title, or null.</param>
/// <param name="TitleAt">The index of the block that has it, or -1.</param>
/// <param name="Shift">How far a section stands below the level of its heading: 1 where the sections of the article are first-level
/// headings.</param>
/// <param name="BoldHeads">Whether bold lines are its headings, as there are no others.</param>
internal sealed record Outline(string? Title, int TitleAt, int Shift, bool BoldHeads)
{
    public static Outline Of(List<MarkdownBlock> blocks, HashSet<int> taken, string? given)
    {
        var headings = Enumerable.Range(0, blocks.Count)
            .Where(i => blocks[i].Kind == BlockKind.Heading && !taken.Contains(i) && MarkdownHeadings.TextOf(blocks[i].Source).Length > 0)
            .ToList();
        if (headings.Count == 0)
        {
            var first = blocks.FindIndex(block => block.Kind == BlockKind.Paragraph);
            var isTitle = given is null && first >= 0 && blocks[first] is { Depth: 0 } line && IsBold(line.Source);
            return isTitle ? new Outline(MarkdownHeadings.TextOf(blocks[first].Source), first, 0, true) : new Outline(given, -1, 0, true);
        }

        var top = headings.Min(i => blocks[i].Level);
        var tops = headings.FindAll(i => blocks[i].Level == top);
        var opening = MarkdownHeadings.TextOf(blocks[headings[0]].Source);
        var opens = blocks[headings[0]].Level == top;
        if (given is not null)
        {
            // The heading that repeats the title is no section.
            var repeats = opens && Text.Folding.Key(opening) == Text.Folding.Key(given);
            var hasTop = tops.Count > (repeats ? 1 : 0);
            return new Outline(given, repeats ? headings[0] : -1, hasTop && top == 1 ? 1 : 0, false);
        }

        // "# Introduction" is a section of an article that tells no title; "## A Title" over deeper headings is one.
        var isNamed = opens && (top == 1 || tops.Count == 1) && !HeadingNames.IsCommon(opening) && HeadingNames.NumberEnd(opening) == 0
            && !HeadingNames.IsKeyPoints(opening);
        var isShifted = top == 1 && tops.Count > (isNamed ? 1 : 0);
        return isNamed ? new Outline(opening, headings[0], isShifted ? 1 : 0, false) : new Outline(null, -1, isShifted ? 1 : 0, false);
    }

    /// <summary>Whether a paragraph is one bold line without the end of a sentence.</summary>
    public static bool IsBold(string source)
    {
        var line = source.Trim();
        return line.Length is > 4 and < 120 && !line.Contains('\n')
            && ((line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal))
                || (line.StartsWith("__", StringComparison.Ordinal) && line.EndsWith("__", StringComparison.Ordinal)))
            && line.AsSpan(2, line.Length - 4).IndexOf(line.AsSpan(0, 2)) < 0 && line[^3] is not ('.' or ',' or ';' or '!');
    }
}
