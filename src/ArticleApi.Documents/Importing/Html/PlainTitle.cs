using System.Net;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>Reads titles as metadata give them: with markup in them, or strung together with the names of the site.</summary>
internal static partial class PlainTitle
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " / "];

    /// <summary>The title without the tags and entities that metadata bring as text; null where nothing is left.</summary>
    public static string? Of(string? title)
    {
        if (title is null)
        {
            return null;
        }

        var plain = title.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(title) : title;
        plain = plain.Contains('<', StringComparison.Ordinal) ? Tag().Replace(plain, "") : plain;
        return CleanText.Of(plain) is { Length: > 0 } clean ? clean : null;
    }

    /// <summary>The pieces of a title, "Journal - Full text - Title".</summary>
    public static List<string> Pieces(string title) =>
        [.. title.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(
        @"</?(?:i|em|b|strong|sub|sup|span|sc|u|br|tt|font|italic|bold|p|a|small|big|jats:\w{1,20})(?:\s[^<>]{0,200})?/?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
