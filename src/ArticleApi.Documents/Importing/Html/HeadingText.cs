namespace ArticleApi.Documents.Importing.Html;

/// <summary>The text of a heading without what pages add to it: "¶", "[edit]", the sign of a note.</summary>
internal static class HeadingText
{
    public static string Of(HtmlTree tree, HtmlNode heading)
    {
        var text = tree.TextOf(heading, node => node.Name is "button" or "input" || (node.Name == "a" && IsPermalink(tree.TextOf(node))) || IsNoteSign(tree, node));
        return text.TrimEnd('¶', '#', '§', ' ', '⚓', '▾', '▼');
    }

    private static bool IsPermalink(string text) => text is "¶" or "#" or "§" or "🔗" or "⚓" or "∞" or "" or "[edit]" or "edit" or "link" or "Link" or "Permalink";

    // "Methods[2]", "Methods [edit]"
    private static bool IsNoteSign(HtmlTree tree, HtmlNode node) => node.Name == "sup" && node.End - node.Index <= 6 && tree.TextOf(node) is ['[', .., ']'];
}
