using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>Finds the element that holds the article's text, and the page boilerplate within it.</summary>
internal sealed class MainContent
{
    private static readonly FrozenSet<string> BodyNames = WordSet.Of(
        "articlebody article-body article__body article_body article-content article__content article_content article-text articletext "
        + "entry-content post-content post-body post__content post_content story-body story-content content-body body-content "
        + "c-article-body jig-ncbiinpagenav html-body fulltext-view fulltext hlfld-fulltext article-fulltext article-full-text "
        + "mw-content-text mw-parser-output ltx_page_content ltx_document main-content maincontent article-section__full field--name-body "
        + "entry__content blog-post-content rich-text article-main");

    // So many nodes before the heading of a part of the page, and so many that make a part of it.
    private const int MaxBeforeHeading = 6, MinLinks = 3;

    private readonly HtmlTree tree;
    private readonly string?[] kinds;

    // The characters of text within links before each node, and the links.
    private readonly int[] linked;
    private readonly int[] links;

    // The characters of running text before each node: all, and those that are no links and no boilerplate.
    private readonly int[] prose;

    private MainContent(HtmlTree tree, IReadOnlyDictionary<int, int> taken, CancellationToken cancel)
    {
        this.tree = tree;
        kinds = new string?[tree.Nodes.Count];
        prose = new int[tree.Nodes.Count + 1];
        var all = Lengths(tree);
        (linked, links) = Links(tree);
        var (skipTo, linkEnd) = (0, 0);
        for (var i = 0; i < tree.Nodes.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var node = tree.Nodes[i];
            prose[i + 1] = prose[i];
            if (i < skipTo)
            {
                continue;
            }

            if (node.IsText)
            {
                prose[i + 1] += i < linkEnd ? 0 : node.Text.Length;
                continue;
            }

            linkEnd = node.Name == "a" ? Math.Max(linkEnd, node.End) : linkEnd;
            kinds[i] = KindOf(node, all[node.End] - all[i], all[^1]);
            skipTo = taken.GetValueOrDefault(i, kinds[i] is null ? skipTo : node.End);
        }

        Root = FindRoot();
    }

    /// <summary>The element that holds the body.</summary>
    public HtmlNode Root { get; }

    public static MainContent Find(HtmlTree tree, IReadOnlyDictionary<int, int> taken, CancellationToken cancel) =>
        new(tree, taken, cancel);

    /// <summary>What kind of boilerplate a node is, in the plural; null where it is text.</summary>
    public string? KindOf(HtmlNode node) => kinds[node.Index];

    /// <summary>The characters of running text within an element.</summary>
    public int ProseIn(HtmlNode node) => prose[node.End] - prose[node.Index];

    /// <summary>Whether a table is made for layout: it holds headings, paragraphs of some length or other tables.</summary>
    private bool IsLayout(HtmlNode table)
    {
        var (cells, paragraphs) = (0, 0);
        foreach (var node in tree.Within(table))
        {
            if (node.Name is "th" or "caption" || node.HasClass("data"))
            {
                return false;
            }

            if (node.HeadingLevel > 0 || node.Name == "table")
            {
                return true;
            }

            cells += node.Name == "td" ? 1 : 0;
            paragraphs += node.IsText && node.Text.Length > 200 ? 1 : 0;
        }

        return paragraphs > 0 && cells <= paragraphs * 4;
    }

    private string? KindOf(HtmlNode node, int length, int all)
    {
        if (HtmlElements.IsUnread(node))
        {
            return node.Name is "svg" or "iframe" or "embed" ? "graphics" : "controls and texts in place of scripts";
        }

        // What holds a good part of the page is no boilerplate, whatever it is called.
        var isLarge = length * 5L > all * 2L;
        if (isLarge)
        {
            return node.Name == "table" && !IsLayout(node) ? "tables" : null;
        }

        if (HtmlBoilerplate.IsHidden(node))
        {
            return node.Closest(around => around.HasClass("mwe-math-element")) is null ? "hidden texts" : null;
        }

        if (node.Name == "table")
        {
            return HtmlBoilerplate.KindOf(node) ?? (IsLayout(node) ? null : "tables");
        }

        if (node.Name == "header")
        {
            return IsPageHeader(node) ? "headers" : null;
        }

        return HtmlBoilerplate.KindOf(node) ?? PartOfPage(node, length);
    }

    // Mostly links under a heading that is none of an article.
    private string? PartOfPage(HtmlNode node, int length) =>
        node.Name is "div" or "section" or "ul" or "aside"
        && links[node.End] - links[node.Index] >= MinLinks
        && (linked[node.End] - linked[node.Index]) * 2L >= length
        && tree.Nodes.Skip(node.Index + 1).Take(MaxBeforeHeading).FirstOrDefault(inner => inner.HeadingLevel > 0) is { } heading
        && heading.End <= node.End
            ? PageSections.KindOf(tree.TextOf(heading))
            : null;

    private static (int[] Linked, int[] Links) Links(HtmlTree tree)
    {
        var (linked, links) = (new int[tree.Nodes.Count + 1], new int[tree.Nodes.Count + 1]);
        var linkEnd = 0;
        for (var i = 0; i < tree.Nodes.Count; i++)
        {
            var node = tree.Nodes[i];
            linkEnd = node.Name == "a" ? Math.Max(linkEnd, node.End) : linkEnd;
            linked[i + 1] = linked[i] + (i < linkEnd ? node.Text.Trim().Length : 0);
            links[i + 1] = links[i] + (node.Name == "a" ? 1 : 0);
        }

        return (linked, links);
    }

    // A header that holds a heading of a section belongs to the section.
    private bool IsPageHeader(HtmlNode header)
    {
        var levels = tree.Within(header).Select(node => node.HeadingLevel).Where(level => level > 0).ToList();
        return levels.Count == 0 || levels.Contains(1);
    }

    private HtmlNode FindRoot()
    {
        var body = tree.Root;

        // Of what is marked as the article the smallest that holds nearly all of it.
        var marked = tree.Nodes.Where(IsMarked).Where(node => ProseIn(node) * 2L >= ProseIn(body)).ToList();
        var most = marked.Count > 0 ? marked.Max(ProseIn) : 0;
        var root = marked.Where(node => ProseIn(node) * 20L >= most * 19L).MinBy(node => node.End - node.Index) ?? body;
        for (var i = root.Index + 1; i < root.End && root == body;)
        {
            var node = tree.Nodes[i];
            if (!node.IsText
                && kinds[i] is null
                && node.Name is "html" or "body" or "div" or "section" or "center" or "td" or "table" or "tbody" or "tr"
                && ProseIn(node) * 50L >= ProseIn(body) * 49L)
            {
                body = root = node;
                i++;
            }
            else
            {
                i = Math.Max(node.End, i + 1);
            }
        }

        return root;
    }

    private static bool IsMarked(HtmlNode node) =>
        node.Name is "article" or "main" || node.Get("role") is "main" or "article" || node.Get("itemprop") == "articleBody"
        || (node.Name is "div" or "section" or "td"
            && node.Words("class").Append(node.Id).Any(name => BodyNames.Contains(name.ToLowerInvariant())));

    private static int[] Lengths(HtmlTree tree)
    {
        var lengths = new int[tree.Nodes.Count + 1];
        var unreadEnd = 0;
        for (var i = 0; i < tree.Nodes.Count; i++)
        {
            unreadEnd = HtmlElements.IsUnread(tree.Nodes[i]) ? Math.Max(unreadEnd, tree.Nodes[i].End) : unreadEnd;
            lengths[i + 1] = lengths[i] + (i < unreadEnd ? 0 : tree.Nodes[i].Text.Trim().Length);
        }

        return lengths;
    }
}
