using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>Sets of HTML elements that are parsed or read alike (https://html.spec.whatwg.org/multipage/indices.html#elements-3).</summary>
internal static class HtmlElements
{
    public static readonly FrozenSet<string> Void = WordSet.Of(
        "area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr");

    /// <summary>Elements that begin a line of their own.</summary>
    public static readonly FrozenSet<string> Block = WordSet.Of(
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 "
        + "h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p pre search section summary "
        + "table tbody td tfoot th thead tr ul");

    /// <summary>Elements that end an open paragraph.</summary>
    public static readonly FrozenSet<string> ClosesParagraph = WordSet.Of(
        "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
        + "header hgroup hr li listing main menu nav ol p pre search section summary table ul");

    /// <summary>What may stand in a head.</summary>
    public static readonly FrozenSet<string> Head = WordSet.Of(
        "base basefont bgsound link meta noframes noscript script style template title");

    /// <summary>Elements whose end tag nothing inside them is mistaken for.</summary>
    public static readonly FrozenSet<string> Scope = WordSet.Of("applet caption html marquee object table td template th");

    public static readonly FrozenSet<string> TableParts = WordSet.Of("caption colgroup table tbody td tfoot th thead tr");

    /// <summary>Elements whose content is no markup.</summary>
    public static readonly FrozenSet<string> RawText = WordSet.Of("iframe noembed noframes script style textarea title xmp");

    private static readonly FrozenSet<string> Unread = WordSet.Of(
        "area base button datalist dialog embed frame frameset head iframe img input link map meta meter noembed "
        + "noframes noscript param progress script select source style svg template textarea title track");

    // What they hold is for those who cannot see what they show.
    private static readonly FrozenSet<string> Shown = WordSet.Of("applet audio canvas object video");

    /// <summary>
    /// Whether what an element holds is not read. What an element holds that nobody closed is: it may be the rest of the page. So is what
    /// stands in place of an object.
    /// </summary>
    public static bool IsUnread(HtmlNode node) => Unread.Contains(node.Name)
        ? node.IsClosed || Void.Contains(node.Name) || RawText.Contains(node.Name) || node.Name is "head" or "frameset" or "svg"
        : Shown.Contains(node.Name) && node.Name != "object" && node.IsClosed;
}
