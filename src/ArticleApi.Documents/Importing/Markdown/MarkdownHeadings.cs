using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Reads the text of a heading.</summary>
internal static partial class MarkdownHeadings
{
    /// <summary>
    /// The text of a heading, less its markup, its attributes <c>{#id .unnumbered}</c> and the colon behind a bold line, unless that is
    /// escaped.
    /// </summary>
    public static string TextOf(string source)
    {
        var text = MarkdownInlineText.Of(Attributes().Replace(source, ""));
        return source.AsSpan().TrimEnd() is [.., '\\', '#' or ':'] ? text : text.TrimEnd('#', ' ').TrimEnd(':');
    }

    [GeneratedRegex(@"\s*\{(?::|[#.][\w\-]|-\})[^{}]*\}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();
}
