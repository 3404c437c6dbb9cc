using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>Headings of what follows an article on its page: the author's biography, comments, related articles.</summary>
internal static class BoilerplateHeadings
{
    private const int MaxLength = 60;

    private static readonly FrozenSet<string> OfAuthors = FrozenSet.Create(
        StringComparer.Ordinal,
        "about the author", "about the authors", "about author", "author bio", "authors bio", "author biography", "author biographies",
        "author information", "authors information", "author details", "author affiliations", "biography", "biographies", "uber den autor",
        "uber die autorin", "uber die autoren", "about me", "about us", "contact", "contact information");

    private static readonly FrozenSet<string> OfPages = FrozenSet.Create(
        StringComparer.Ordinal,
        "comments", "leave a comment", "leave a reply", "leave a response", "post a comment", "add a comment", "join the conversation",
        "discussion and comments", "reader comments", "responses", "related", "related articles", "related posts", "related stories",
        "related content", "related reading", "related topics", "you may also like", "you might also like", "more from", "more stories",
        "more like this", "recommended", "recommended for you", "recommended articles", "trending", "trending now", "most popular",
        "most read", "popular posts", "latest posts", "latest articles", "share this", "share this article", "share this post", "share",
        "tags", "categories", "filed under", "newsletter", "sign up for our newsletter", "stay connected", "follow us", "footer",
        "similar articles", "cited by", "article metrics", "search", "site map");

    /// <summary>Whether a line ends a reference list.</summary>
    public static bool EndsReferences(string line) =>
        line.Length <= MaxLength && Name(line) is var name && (OfAuthors.Contains(name) || OfPages.Contains(name));

    /// <summary>Whether nothing of the article stands below a line.</summary>
    public static bool EndsArticle(string line) => line.Length <= MaxLength && OfPages.Contains(Name(line));

    // "3 Comments", "Comments (3)"
    private static string Name(string line) =>
        Folding.Words(line.Trim(' ', ':', '(', ')', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'));
}
