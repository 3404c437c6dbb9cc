namespace ArticleApi.Documents.Importing.Jats;

/// <summary>Counts the words of an article and of its parts as they are printed: of alternatives the one that is read.</summary>
internal static class XmlWords
{
    /// <summary>The words of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="length">How many characters it has.</param>
    public static SourceWords Of(JatsNode article, int length)
    {
        var words = new SourceWords(length);
        Add(article, words);
        words.End();
        return words;
    }

    /// <summary>How many words a part has.</summary>
    public static int In(JatsNode? node)
    {
        if (node is null)
        {
            return 0;
        }

        var words = new SourceWords();
        Add(node, words);
        words.End();
        return words.Count;
    }

    private static void Add(JatsNode node, SourceWords words)
    {
        if (node.IsText)
        {
            words.Add(node.Text);
            return;
        }

        if (node.Name is "processing-meta" or "annotation" or "annotation-xml")
        {
            return;
        }

        var isApart = !IsInline(node.Name);
        if (isApart)
        {
            words.End();
        }

        if (node.Name == "tex-math")
        {
            words.Add(Tex.Text(node.CleanTextWithout()));
        }
        else if (node.Name == "alternatives" && JatsInlineText.FormOf(node) is { } form)
        {
            Add(form, words);
        }
        else
        {
            foreach (var child in node.Children)
            {
                Add(child, words);
            }
        }

        if (isApart)
        {
            words.End();
        }
    }

    private static bool IsInline(string name) => name is "italic" or "bold" or "sc" or "underline" or "monospace" or "roman" or "sans-serif"
        or "styled-content" or "named-content" or "ext-link" or "uri" or "abbrev" or "strike" or "overline";
}
