using System.Text;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Jats;

/// <summary>The line of a citation as printed. Where the source has tags but no punctuation, the line is composed from the tags.</summary>
internal static class CitationLine
{
    private const int MinWords = 8;

    private static readonly System.Collections.Frozen.FrozenSet<string> Wrappers = WordSet.Of(
        "person-group name string-name name-alternatives collab-alternatives mixed-citation citation element-citation "
        + "nlm-citation italic bold styled-content");

    /// <summary>Whether there is more between the tags than space.</summary>
    public static bool IsPunctuated(JatsNode citation) =>
        citation.Name is "mixed-citation" or "citation"
        && LooseText(citation).Any(text => text.Text.AsSpan().IndexOfAnyExcept(" \t\r\n\u00A0") >= 0);

    /// <summary>Whether words stand between the tags, such as a title that has none.</summary>
    public static bool HasLooseWords(JatsNode citation) => LooseText(citation).Sum(text => text.Text.Count(char.IsLetter)) >= MinWords;

    /// <summary>Whether numbers stand between the tags, such as a volume that has none.</summary>
    public static bool HasLooseNumbers(JatsNode citation) => LooseText(citation).Any(text => text.Text.Any(char.IsAsciiDigit));

    /// <summary>The text of a citation. Names that only stand side by side get a comma between them.</summary>
    public static string Printed(JatsNode citation)
    {
        var text = new StringBuilder();
        Append(citation, text);
        return CleanText.Of(text.ToString());
    }

    /// <summary>
    /// "Berg A, Dahl B, et al. Title. In: Eng C, editors. Container. Place: Publisher. 2020a;13(2):4-9. doi:10.1/x. https://…"
    /// </summary>
    public static string Composed(JatsNode citation)
    {
        var line = new StringBuilder();
        var authors = string.Join(
            ", ", CitationFields.Names(citation).Select(name => name.Literal ?? $"{name.Family} {name.Given}".Trim()));
        Sentence(line, authors + (citation.Descendants().Any(node => node.Name == "etal") ? ", et al" : ""));
        foreach (var title in (ReadOnlySpan<string>)["article-title", "chapter-title", "data-title", "part-title", "trans-title"])
        {
            Sentence(line, TextOf(citation, title));
        }

        var editors = string.Join(
            ", ", CitationFields.Editors(citation).Select(name => name.Literal ?? $"{name.Family} {name.Given}".Trim()));
        Sentence(line, editors.Length > 0 ? $"In: {editors}, editors" : "");
        foreach (var part in (ReadOnlySpan<string>)["source", "conf-name", "edition", "version", "patent"])
        {
            Sentence(line, TextOf(citation, part));
        }

        var (place, publisher) = (TextOf(citation, "publisher-loc"), TextOf(citation, "publisher-name"));
        Sentence(line, place.Length > 0 && publisher.Length > 0 ? $"{place}: {publisher}" : place + publisher);
        var issue = TextOf(citation, "issue") is { Length: > 0 } number ? $"({number})" : "";
        var volume = TextOf(citation, "volume") + issue;
        var pages = CitationFields.PagesOf(citation);
        Sentence(line, TextOf(citation, "year") + (volume.Length > 0 ? ";" + volume : "") + (pages is not null ? ":" + pages : ""));
        Sentence(line, TextOf(citation, "comment"));
        foreach (var id in citation.ChildrenOf("pub-id"))
        {
            Sentence(
                line,
                id.Is("pub-id-type", "doi")
                    ? "doi:" + id.CleanTextWithout()
                    : id.Is("pub-id-type", "pmid") ? "PMID " + id.CleanTextWithout() : id.CleanTextWithout());
        }

        foreach (var link in citation.Elements.Where(node => node.Name is "uri" or "ext-link"))
        {
            Sentence(line, link.CleanTextWithout());
        }

        return line.Length > 0 ? CleanText.Of(line.ToString()) : citation.CleanTextWithout("label");
    }

    private static string TextOf(JatsNode citation, string name) => citation.Descendant(name)?.CleanTextWithout() ?? "";

    private static void Sentence(StringBuilder line, string part)
    {
        part = part.Trim(' ', ',');
        if (part.Length > 0)
        {
            line.Append(part).Append(part[^1] is '.' or '?' or '!' ? " " : ". ");
        }
    }

    private static IEnumerable<JatsNode> LooseText(JatsNode node) =>
        node.Children.SelectMany(child => child.IsText ? [child] : Wrappers.Contains(child.Name) ? LooseText(child) : []);

    private static void Append(JatsNode node, StringBuilder text)
    {
        JatsNode? before = null;
        foreach (var child in node.Children)
        {
            if (child.Name is "label" || BlockNames.IsPicture(child.Name))
            {
                continue;
            }

            if (child.IsText)
            {
                text.Append(child.Text);
                before = string.IsNullOrWhiteSpace(child.Text) ? before : null;
                continue;
            }

            if (IsName(child.Name) && before is not null && IsName(before.Name))
            {
                TrimEnd(text).Append(", ");
            }

            if (child.Name == "etal" && child.Children.Count == 0)
            {
                TrimEnd(text).Append(", et al.");
            }

            Append(child, text);
            before = child;
        }
    }

    private static StringBuilder TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
        {
            text.Length--;
        }

        return text;
    }

    private static bool IsName(string name) => name is "name" or "string-name" or "collab";
}
