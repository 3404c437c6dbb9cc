using System.Collections.Frozen;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>Reads the headings of a page, and the bold lines that serve as headings.</summary>
internal static class HtmlHeadings
{
    /// <summary>The deepest level that a section may have.</summary>
    public const int MaxLevel = 6;

    private const int MaxBoldLine = 100;
    private const int MaxBoldNodes = 8;
    private const int MaxNoteNodes = 6;

    private static readonly FrozenSet<string> Boilerplate = FrozenSet.Create(
        StringComparer.Ordinal,
        "see also", "external links", "further reading", "related articles", "related posts", "related content", "related reading",
        "related topics", "related stories", "you may also like", "you might also like", "more from this author", "more stories",
        "read next", "recommended", "recommended reading", "recommended articles", "comments", "leave a comment", "leave a reply",
        "leave a reply cancel reply", "share", "share this", "share this article", "share this post", "about the author",
        "about the authors", "rights and permissions", "reprints and permissions", "about this article", "cite this article",
        "how to cite", "how to cite this article", "author information", "authors and affiliations", "corresponding author",
        "similar articles", "similar articles others", "cited by", "cited by other articles", "links to ncbi databases",
        "associated data", "newsletter", "subscribe", "contents", "table of contents", "navigation menu", "on this page",
        "in this article", "publishers note", "article metrics", "quick links", "follow us", "categories", "tags", "article information",
        "article info", "download references", "peer review file", "explore content", "sign up", "advertisement");

    /// <summary>The text of a heading without what pages add to it: "¶", "[edit]", the sign of a note.</summary>
    public static string TextOf(HtmlTree tree, HtmlNode heading) =>
        tree.TextOf(heading, node => node.Name is "button" or "input" || IsPermalink(tree, node) || IsNoteSign(tree, node))
            .TrimEnd('¶', '#', '§', ' ', '⚓', '▾', '▼');

    /// <summary>
    /// Whether what a heading opens belongs to the page and not to the article: "See also", "Related articles", "Comments".
    /// </summary>
    public static bool IsBoilerplate(string heading) => Boilerplate.Contains(Folding.Words(heading));

    /// <summary>
    /// How many sections a heading stands in, if it is an h1: pages whose headings are all h1 nest their sections instead.
    /// </summary>
    public static int SectionDepth(HtmlNode heading)
    {
        var depth = 0;
        for (var around = heading.HeadingLevel == 1 ? heading.Parent : null; around is not null; around = around.Parent)
        {
            depth += around.Name == "section" ? 1 : 0;
        }

        return Math.Min(depth, MaxLevel - 1);
    }

    /// <summary>The bold text that is all of a block and reads like a heading, or null.</summary>
    public static HtmlNode? BoldLine(HtmlTree tree, HtmlNode block)
    {
        if (block.Name is not ("p" or "div") || block.End - block.Index > MaxBoldNodes)
        {
            return null;
        }

        var bold = tree.Within(block).FirstOrDefault(node => !node.IsText || IsPrinted(node));
        if (bold is not { Name: "b" or "strong" } || tree.Within(block).Any(node => node.Index >= bold.End && IsPrinted(node)))
        {
            return null;
        }

        var name = TextOf(tree, bold);
        var isHeading = name.Length <= MaxBoldLine && HeadingForm.Has(name) && !PageBoilerplate.Is(name) && IsFollowedByText(tree, block);
        return isHeading ? bold : null;
    }

    private static bool IsFollowedByText(HtmlTree tree, HtmlNode block)
    {
        for (var i = block.End; i < tree.Nodes.Count; i++)
        {
            if (tree.Nodes[i].HeadingLevel > 0)
            {
                return false;
            }

            if (IsPrinted(tree.Nodes[i]))
            {
                return tree.Nodes[i].Closest(node => node.Name is "p" or "ul" or "ol" or "div" or "blockquote") is { Name: not "div" };
            }
        }

        return false;
    }

    private static bool IsPrinted(HtmlNode node) => node.IsText && !string.IsNullOrWhiteSpace(node.Text);

    private static bool IsPermalink(HtmlTree tree, HtmlNode node) =>
        node.Name == "a"
        && tree.TextOf(node) is "¶" or "#" or "§" or "🔗" or "⚓" or "∞" or "" or "[edit]" or "edit" or "link" or "Link" or "Permalink";

    // "Methods[2]", "Methods [edit]"
    private static bool IsNoteSign(HtmlTree tree, HtmlNode node) =>
        node.Name == "sup" && node.End - node.Index <= MaxNoteNodes && tree.TextOf(node) is ['[', .., ']'];
}
