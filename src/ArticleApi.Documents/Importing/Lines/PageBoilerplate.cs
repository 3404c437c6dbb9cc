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
    ];

    public static bool Is(string line) =>
        line.Length <= MaxLength && Array.Exists(Starts, start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
