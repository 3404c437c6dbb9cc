using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>Writes a MathML formula as plain text.</summary>
internal static partial class MathText
{
    private const int MaxLength = 400;

    /// <summary>What a MathML element says in one line: its <c>alttext</c>, else its TeX annotation, else its characters.</summary>
    public static string Of(HtmlTree tree, HtmlNode math)
    {
        if (math.Get("alttext") is { Length: > 0 and <= MaxLength } alternative)
        {
            return Style().Replace(alternative.Trim(), "${tex}").Trim();
        }

        var annotation = tree.Within(math).FirstOrDefault(node => node.Name == "annotation" && node.Get("encoding") == "application/x-tex");
        return annotation is not null
            ? string.Concat(tree.Within(annotation).Select(node => node.Text)).Trim()
            : string.Concat(
                tree.Within(math).Where(node => node.IsText && node.Parent?.Name != "annotation").Select(node => node.Text.Trim()));
    }

    // MediaWiki's "{\displaystyle x_{i}}"
    [GeneratedRegex(@"^\{\\(?:display|text)style (?<tex>.*)\}$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Style();
}
