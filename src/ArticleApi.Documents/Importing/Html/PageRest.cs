namespace ArticleApi.Documents.Importing.Html;

/// <summary>Tells what a page prints around the article: before its title and outside of its element.</summary>
internal sealed class PageRest(HtmlTree tree, MainContent page, ReferenceLists references, PageWords words, Omissions omissions)
{
    private const int Prose = 80;

    /// <param name="bodyStart">The index where the body begins.</param>
    public void Tell(int bodyStart)
    {
        for (var i = 0; i < tree.Nodes.Count;)
        {
            var node = tree.Nodes[i];
            if (i == bodyStart)
            {
                i = Math.Max(page.Root.End, i + 1);
            }
            else if (references.Taken.TryGetValue(i, out var after))
            {
                i = after;
            }
            else if (words.In(node) == 0)
            {
                i = node.End;
            }
            else if (page.KindOf(node) is { } kind)
            {
                omissions.Add(kind, node.Line, words.In(node));
                i = node.End;
            }
            else if (node.IsText || node.Name is "p" or "li" or "td" || node.HeadingLevel > 0)
            {
                var isProse = node.Name == "p" && page.ProseIn(node) > Prose;
                omissions.Add(isProse ? "paragraphs outside of the article" : "lines outside of the article", node.Line, words.In(node));
                i = node.End;
            }
            else
            {
                i++;
            }
        }
    }
}
