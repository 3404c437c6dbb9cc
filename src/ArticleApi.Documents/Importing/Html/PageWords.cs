namespace ArticleApi.Documents.Importing.Html;

/// <summary>Counts the words of the parts of a page: its text without scripts, styles and head.</summary>
internal sealed class PageWords
{
    // The words that begin before each node.
    private readonly int[] before;

    private PageWords(int[] before, SourceWords all)
    {
        this.before = before;
        All = all;
    }

    /// <summary>The words of the page that are not told in the head of the article.</summary>
    public SourceWords All { get; }

    /// <summary>The words of a page.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="length">How many characters it has.</param>
    /// <param name="told">What is told elsewhere, by index, and so not counted.</param>
    public static PageWords Of(HtmlTree tree, int length, IReadOnlySet<int> told)
    {
        var all = new SourceWords(length);
        var counts = new int[tree.Nodes.Count + 1];
        var blocks = new Stack<int>();
        var silentEnd = 0;
        for (var i = 0; i < tree.Nodes.Count; i++)
        {
            var node = tree.Nodes[i];
            while (blocks.TryPeek(out var end) && end <= i)
            {
                blocks.Pop();
                all.End();
            }

            if (i >= silentEnd && (IsNoText(node) || told.Contains(i)))
            {
                silentEnd = node.End;
            }
            else if (i >= silentEnd && node.Name is "math")
            {
                all.End();
                all.Add(MathText.Of(tree, node));
                silentEnd = node.End;
            }

            if (node.IsText && i >= silentEnd)
            {
                all.Add(node.Text);
            }
            else if (!node.IsText && (HtmlElements.Block.Contains(node.Name) || node.Name is "br" or "sup" or "sub" or "math" or "a"))
            {
                all.End();
                blocks.Push(node.End);
            }

            counts[i + 1] = all.Begun;
        }

        all.End();
        counts[^1] = all.Count;
        return new PageWords(counts, all);
    }

    /// <summary>The words of a node.</summary>
    public int In(HtmlNode node) => In(node.Index, node.End);

    /// <summary>The words between two indexes.</summary>
    public int In(int start, int end) => before[end] - before[start];

    private static bool IsNoText(HtmlNode node) => node.Name is "head" or "script" or "style" or "template" or "title" or "datalist";
}
