namespace ArticleApi.Documents.Importing.Html;

/// <summary>Splits a part of a page into lines: at the borders of blocks, or at line breaks where it has no blocks.</summary>
internal static class TextRuns
{
    /// <summary>The runs that print something, each as the index of its first node and the one after its last.</summary>
    public static List<(int Start, int End)> Of(HtmlTree tree, int start, int end)
    {
        var blocks = Split(tree, start, end, atBreaks: false);
        return blocks.Count == 1 ? Split(tree, start, end, atBreaks: true) : blocks;
    }

    private static List<(int Start, int End)> Split(HtmlTree tree, int start, int end, bool atBreaks)
    {
        var runs = new List<(int, int)>();
        var ends = new Stack<int>();
        var (first, hasText) = (start, false);
        for (var i = start; i < end; i++)
        {
            var node = tree.Nodes[i];
            var isBorder = HtmlElements.Block.Contains(node.Name) || (atBreaks && node.Name == "br");
            while (ends.TryPeek(out var blockEnd) && blockEnd <= i)
            {
                ends.Pop();
                isBorder = true;
            }

            if (isBorder)
            {
                Close(i);
            }

            if (HtmlElements.Block.Contains(node.Name))
            {
                ends.Push(node.End);
            }

            hasText |= node.IsText && !string.IsNullOrWhiteSpace(node.Text);
        }

        Close(end);
        return runs;

        void Close(int at)
        {
            if (hasText)
            {
                runs.Add((first, at));
            }

            (first, hasText) = (at, false);
        }
    }
}
