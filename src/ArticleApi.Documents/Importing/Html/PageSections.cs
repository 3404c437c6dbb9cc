using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>
/// Recognises parts of a page that stand beside its article, by their heading: "Most read articles", "Browse journal". Such a part is
/// mostly links; a section of the article that is called so has sentences of its own.
/// </summary>
internal static class PageSections
{
    private const int MaxHeading = 60;

    private static readonly (string Kind, string[] Starts)[] Headings =
    [
        (
            "lists of related articles",
            [
                "most read", "most cited", "most viewed", "most popular", "most recent", "popular articles", "trending", "related articles",
                "related content", "related stories", "related posts", "related topics", "related papers", "related reading",
                "related links",
                "similar articles", "similar papers", "recommended", "you may also", "you might also", "people also", "readers also",
                "more from", "more on this", "more stories", "more articles", "read next", "latest news", "latest articles",
                "latest issue",
                "cited by", "articles citing",
            ]),
        (
            "navigation",
            [
                "browse", "journal menu", "journal home", "journal information", "journal info", "about the journal", "about this journal",
                "for authors", "for reviewers", "navigate", "in this article", "in this issue", "in this section", "on this page",
                "jump to",
                "article menu", "article sections", "article tools", "tools", "quick links", "useful links", "site map", "key topics",
                "topics", "explore", "menu", "search", "sections", "footer", "help", "issue navigation",
            ]),
        ("links for sharing", ["share", "follow us", "connect with us", "export citation", "download citation", "citation tools"]),
        ("cookie notices", ["cookie", "we use cookies", "your privacy", "privacy preference", "privacy settings", "manage consent"]),
        (
            "newsletter sign-ups",
            ["newsletter", "subscribe", "sign up", "stay informed", "get the latest", "log in", "login", "sign in", "register"]),
    ];

    /// <summary>What kind of part begins with a heading, in the plural; null where the heading may be the article's.</summary>
    public static string? KindOf(string heading)
    {
        var name = heading.Length <= MaxHeading ? CleanText.Of(heading).TrimEnd(':', '.', ' ') : "";
        return Headings.FirstOrDefault(row => Array.Exists(row.Starts, start => Begins(name, start))).Kind;
    }

    private static bool Begins(string name, string start) =>
        name.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (name.Length == start.Length || !char.IsLetter(name[start.Length]));
}
