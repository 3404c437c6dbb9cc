using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>Recognises page boilerplate by element, role and class: navigation, share buttons, advertisements, comments.</summary>
internal static class HtmlBoilerplate
{
    private static readonly FrozenSet<string> HiddenClasses = WordSet.Of(
        "sr-only visually-hidden visuallyhidden screen-reader-text u-visually-hidden screenreader-text offscreen mw-cite-backlink "
        + "mw-editsection mw-editsection-like mw-jump-link cs1-hidden-error cs1-visible-error cs1-maint citation-comment error z3988 "
        + "headerlink anchorjs-link heading-anchor header-anchor headinganchor katex-html mathjax_preview noscript shortdescription "
        + "off-screen off-screen-text show-for-sr sr-only-focusable u-sr-only visually-hidden-text a11y-hidden is-visually-hidden "
        + "aria-hidden-text hidden-accessible clip-text ref-overlay footnote_tooltip refctt");

    // Words of a class or an id, "article-share-tools".
    private static readonly FrozenDictionary<string, string> Words = Table(
        ("links for sharing", "share sharing sharebar sharetools social sharedaddy addthis"),
        ("newsletter sign-ups", "newsletter subscribe subscription signup"),
        ("advertisements", "ad ads advert advertising advertisement adslot sponsor sponsored promo promotion outbrain taboola adsbygoogle"),
        ("cookie notices", "cookie cookies consent gdpr"),
        ("comment sections", "comments disqus commentlist"),
        ("lists of related articles", "recirc recommended recommendations recommendation trending popular readmore"),
        (
            "navigation",
            "breadcrumb breadcrumbs pagination navbar navbox navigation catlinks tableofcontents paywall "
            + "popup modal toolbar masthead skip"),
        ("lines about authors", "byline affiliation affiliations authorbio authorbox"),
        ("boxes", "infobox sidebar hatnote ambox mbox tmbox sidenote marginnote"),
        ("figures", "figure figcaption thumb thumbcaption gallery slideshow carousel wp-caption"),
        ("figures on their use", "metrics altmetric altmetrics"));

    // Whole classes and ids.
    private static readonly FrozenDictionary<string, string> Names = Table(
        ("links for sharing", "share-buttons"),
        ("advertisements", "adsbox adbox"),
        ("comment sections", "comment comment-list comment-respond respond"),
        (
            "lists of related articles",
            "related related-articles related-posts related-content related-links related-reading related-stories "
            + "more-stories read-next you-may-also-like"),
        (
            "navigation",
            "toc toctitle tocnumber sitesub contentsub jump-to-nav printfooter mw-navigation menu nav table-of-contents ltx_toc portal "
            + "portalbox sistersitebox noprint-box sister-box side-box"),
        (
            "lines about authors",
            "author-bio author-box about-author about-the-author author-info author-card author-list author-notes contrib-group "
            + "authors ltx_authors article-authors"),
        ("boxes", "tooltip tooltiptext tooltip-content sidebar-box callout-box metadata plainlinks-box stub vertical-navbox"),
        ("keywords", "kwd-group keywords keyword-list tags tag-list post-tags entry-tags"),
        ("figures", "fig fig-group figure-wrap ltx_figure image-caption wp-caption-text tmulti"),
        ("tables", "table-wrap tablewrap html-table-wrap ltx_table"),
        ("notes", "fn-group table-wrap-foot"),
        ("licence and history lines", "copyright permissions pub-history article-history rights license-info article-info"));

    private static readonly FrozenDictionary<string, string> Elements = Table(
        ("navigation", "nav menu footer search"),
        ("asides", "aside"),
        ("forms", "form"),
        ("figures", "figure figcaption"),
        ("code listings", "pre listing xmp"));

    private static readonly FrozenDictionary<string, string> Roles = Table(
        ("navigation", "navigation banner contentinfo search menu menubar toolbar doc-toc doc-pagelist doc-pagebreak"),
        ("asides", "complementary"),
        ("forms", "form dialog alertdialog alert"),
        ("notes", "doc-footnote"));

    /// <summary>Whether no reader sees an element, or sees only a sign of the page.</summary>
    public static bool IsHidden(HtmlNode node)
    {
        if (node.Attributes.Length == 0)
        {
            return false;
        }

        return node.Get("hidden") is not (null or "until-found")
            || node.Get("aria-hidden") == "true"
            || (node.Get("style") is { } style && IsHidingStyle(style))
            || node.Words("class").Any(name => HiddenClasses.Contains(name.ToLowerInvariant()));
    }

    /// <summary>What kind of boilerplate an element is, in the plural; null where it is none.</summary>
    public static string? KindOf(HtmlNode node)
    {
        if (Elements.TryGetValue(node.Name, out var kind) || (node.Get("role") is { } role && Roles.TryGetValue(role, out kind)))
        {
            return kind;
        }

        if (node.Attributes.Length == 0 || node.Name is "body" or "html" or "article" or "main" or "a" or "sup" or "cite")
        {
            return null;
        }

        foreach (var name in node.Words("class").Append(node.Id))
        {
            var lower = name.ToLowerInvariant();
            if (Names.TryGetValue(lower, out kind))
            {
                return kind;
            }

            foreach (var word in lower.Split('-', '_'))
            {
                if (Words.TryGetValue(word, out kind))
                {
                    return kind;
                }
            }
        }

        return null;
    }

    private static bool IsHidingStyle(string style)
    {
        var tight = style.Replace(" ", "", StringComparison.Ordinal);
        return tight.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || tight.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
            || tight.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<string, string> Table(params (string Kind, string Names)[] rows) =>
        rows
            .SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Kind)))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
