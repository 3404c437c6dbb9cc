namespace ArticleApi.Documents.Importing.Lines;

/// <summary>Recognises lines that a publisher's page adds to every article: "Share this", "All rights reserved".</summary>
internal static class PageBoilerplate
{
    private const int MaxLength = 240;

    private static readonly string[] Starts =
    [
        "to find a therapist", "find a therapist", "subscribe to ", "sign up for ", "sign up to ", "share this", "share on ", "follow us",
        "follow me on ", "advertisement", "article continues after", "click here", "© ", "copyright ©", "all rights reserved", "read more:",
        "related:", "see also:", "facebook image", "linkedin image", "image credit", "photo credit", "photo by ", "image by ",
        "image source", "this article is for informational purposes", "this post is for informational purposes",
        "if you or someone you love is", "if you or someone you know is", "skip to content", "comments (", "leave a comment",
        "skip to main content", "we use cookies", "this site uses cookies", "this website uses cookies", "full text loading",
        "article continues below",
    ];

    // Whole lines: a sentence may begin so.
    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "log in", "login", "sign in", "register", "log in register", "log in / register", "login / register", "sign in / register",
        "loading", "download pdf", "view pdf", "open in new tab", "view large", "download slide", "browse journal", "most read articles",
        "most cited articles", "accept all cookies", "accept cookies", "cookie settings", "cookie policy", "privacy policy", "back to top",
        "get access", "purchase access", "add to favorites", "track citations", "view metrics", "article metrics",
    };

    public static bool Is(string line) =>
        line.Length <= MaxLength
        && (Array.Exists(Starts, start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || Lines.Contains(line.TrimEnd('.', '…', ' ')));
}
