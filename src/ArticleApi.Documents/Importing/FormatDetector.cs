using System.Net.Mime;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Word;

namespace ArticleApi.Documents.Importing;

/// <summary>Detects the format of a text: by its media type, else by its file name, else by its content.</summary>
public static partial class FormatDetector
{
    // The signs of a format stand near the start, or nowhere.
    private const int Range = 64 * 1024;

    // A sign that plain text may have too counts where it repeats.
    private const int Several = 3;

    /// <summary>The media types that leave the format open, so that the content tells it.</summary>
    public static IReadOnlyList<string> OpenMediaTypes { get; } =
        [MediaTypeNames.Application.Octet, MediaTypeNames.Application.Xml, MediaTypeNames.Text.Xml];

    /// <summary>The importer of a text; null where it was sent as a type that is none of the formats'.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mediaType">The media type that it was sent with, parameters and all, or null.</param>
    /// <param name="path">The name of its file, or null.</param>
    public static IArticleImporter? Detect(string text, string? mediaType, string? path = null) =>
        mediaType is null || IsOpen(mediaType)
            ? (path is null ? null : ByExtension(path)) ?? ByContent(text)
            : ByMediaType(mediaType);

    /// <summary>
    /// The importer of bytes that are no text, by their media type, else by their content, else by their file name; null where they may be
    /// text.
    /// </summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="mediaType">The media type that they were sent with, parameters and all, or null.</param>
    /// <param name="path">The name of their file, or null.</param>
    public static IArticleImporter? OfBytes(ReadOnlySpan<byte> bytes, string? mediaType, string? path = null)
    {
        if (mediaType is not null && !IsOpen(mediaType))
        {
            return ByMediaType(mediaType) is { ReadsBytes: true } told ? told : null;
        }

        return WordFile.Is(bytes)
            ? ArticleImporters.Find("word")
            : (path is null ? null : ByExtension(path)) is { ReadsBytes: true } named ? named : null;
    }

    /// <summary>
    /// The importer of a media type, whose parameters count for nothing; null where it is none of the formats' or leaves the format open.
    /// </summary>
    public static IArticleImporter? ByMediaType(string mediaType) =>
        ArticleImporters.All.FirstOrDefault(importer => importer.MediaTypes.Contains(Essence(mediaType), StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a media type leaves the format open.</summary>
    public static bool IsOpen(string mediaType) => OpenMediaTypes.Contains(Essence(mediaType), StringComparer.OrdinalIgnoreCase);

    /// <summary>The importer of a file by its extension, or null.</summary>
    public static IArticleImporter? ByExtension(string path) =>
        ArticleImporters.All.FirstOrDefault(
            importer => importer.Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The importer of a text by its content: plain text where nothing tells another format.</summary>
    public static IArticleImporter ByContent(string text) => ArticleImporters.Find(FormatOf(text)) ?? ArticleImporters.PlainText;

    /// <summary>The name of the format that a text has.</summary>
    internal static string FormatOf(string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        start = start[..Math.Min(start.Length, Range)];
        if (start.StartsWith("<") && OfTree(start) is { } format)
        {
            return format;
        }

        return IsMarkdown(start) ? "markdown" : HtmlTag().Count(start) >= Several ? "html" : "text";
    }

    /// <summary>The format of an XML document, or of HTML that says so; null where neither is sure.</summary>
    private static string? OfTree(ReadOnlySpan<char> text)
    {
        var isXml = text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
        var root = text;
        while (root.StartsWith("<?") || root.StartsWith("<!--"))
        {
            var close = root.StartsWith("<?") ? "?>" : "-->";
            var end = root.IndexOf(close);
            if (end < 0)
            {
                return isXml ? "jats" : null;
            }

            root = root[(end + close.Length)..].TrimStart();
        }

        if (HtmlRoot().IsMatch(root))
        {
            return "html";
        }

        // HTML has an element named article too, in a file of its own without a declaration.
        return isXml || root.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || JatsElement().IsMatch(root) ? "jats" : null;
    }

    /// <summary>Whether a text has what only Markdown has, or several of what plain text may have by chance.</summary>
    private static bool IsMarkdown(ReadOnlySpan<char> text)
    {
        if (FrontMatter().IsMatch(text))
        {
            return true;
        }

        // The headings, lists and code of HTML are elements; Markdown with some HTML in it has its own.
        var signs = Math.Min(Sign().Count(text), Several) + (Several * StrongSign().Count(text));
        return signs >= Several && signs >= HtmlTag().Count(text);
    }

    private static string Essence(string mediaType) => mediaType.Split(';', 2)[0].Trim();

    [GeneratedRegex(
        @"^<(?:!DOCTYPE\s{1,20}html|html|head|body|title|meta|base|script)[\s/>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlRoot();

    [GeneratedRegex(
        @"<(?:[a-z]{1,10}:)?(?:article-meta|journal-meta|front-stub|front|ref-list)[\s>]"
        + @"|^<(?:[a-z]{1,10}:)?article\s[^<>]{0,1000}(?:article-type|dtd-version|xlink)",
        RegexOptions.CultureInvariant)]
    private static partial Regex JatsElement();

    [GeneratedRegex(
        @"<(?:p|h[1-6]|div|section|article|li|ul|ol|table|span|a|em|strong|sup|main|header|blockquote)(?:\s[^<>]{0,300})?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlTag();

    // --- and +++ that fence keys, as front matter does
    [GeneratedRegex(
        @"^(?:---[ \t]*\r?\n(?:[#\s][^\n]*\n){0,20}[\p{L}_][\w\- ]{0,60}:"
        + @"|\+\+\+[ \t]*\r?\n(?:[#\s][^\n]*\n){0,20}[\p{L}_\[][\w\-. \]]{0,60}[=\n])",
        RegexOptions.CultureInvariant)]
    private static partial Regex FrontMatter();

    // A heading, a footnote, a fence, a link or an image, a citation by key
    [GeneratedRegex(
        @"^\#{1,6}[ \t]+\S|^\[\^[^\]\s]{1,80}\]:|^(?:```|~~~)\w{0,20}\s*$|^={3,}[ \t]*\r?$"
        + @"|\]\((?:https?://|\#|\.{0,2}/)|(?<=\w[.,;:)]?)\[\^[^\]\s]{1,80}\]|\[-?@[\w:.\-]{1,80}[\],;]"
        + @"|^\[[^\]\n]{1,80}\]:[ \t]{1,4}<?https?://\S{1,500}[ \t]*\r?$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex StrongSign();

    // Emphasis, a quote, code
    [GeneratedRegex(
        @"\*\*(?=[^\s*])[^*\n]{1,200}(?<!\s)\*\*|(?<![\w*])[*_](?=[^\s*_])[^*_\n]{1,200}(?<!\s)[*_](?![\w*])|^>[ \t]\S|`[^`\n]{1,100}`",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Sign();
}
