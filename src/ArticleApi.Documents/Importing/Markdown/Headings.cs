using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>The text of headings.</summary>
internal static partial class Headings
{
    /// <summary>The text of a heading, less its markup, its attributes <c>{#id .unnumbered}</c> and the colon behind a bold line.</summary>
    public static string TextOf(string source) => InlineText.Of(Attributes().Replace(source, "")).TrimEnd('#', ' ').TrimEnd(':');

    [GeneratedRegex(@"\s*\{(?::|[#.][\w\-]|-\})[^{}]*\}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();
}
