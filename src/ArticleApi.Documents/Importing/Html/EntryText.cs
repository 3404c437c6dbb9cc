using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>The text of a reference entry, without its label, its back-links and its links to databases such as PubMed.</summary>
internal sealed partial record EntryText(string? Label, string Raw, IReadOnlyList<string> Links)
{
    private const int MaxLabel = 12;

    private static readonly FrozenSet<string> LookUps = FrozenSet.Create(
        StringComparer.Ordinal,
        "crossref", "cross ref", "crossref full text", "pubmed", "pub med", "pubmed abstract", "pubmed ncbi", "pubmed central",
        "pubmed full text", "google scholar", "googlescholar", "search google scholar", "search ads", "search worldcat", "cross",
        "green version", "article", "article google scholar", "cas", "chemport", "view", "view article", "view at publisher",
        "view at google scholar", "full text", "free full text", "fulltext", "abstract", "abstract free full text", "abstract full text",
        "pmc free article", "pmc", "europe pmc", "web of science", "isi", "isi web of science", "scopus", "scopus 2", "view in scopus",
        "view record in scopus", "medline", "view pdf", "pdf", "download", "download pdf", "link", "doi", "ads", "nasa ads",
        "astrophysics data system", "mathscinet", "math", "zbmath", "openurl", "find it", "find it here", "get it", "export citation",
        "bibtex", "jstor", "publisher full text", "publisher site", "biomed central full text", "order article via infotrieve",
        "external link", "worldcat", "inspire", "citeseer", "semantic scholar", "go to reference in article", "view in article",
        "back to article", "open in new tab", "opens in new window", "preview", "permalink", "find this article online", "free article",
        "central", "search crossref");

    private static readonly FrozenSet<string> BackLinks = FrozenSet.Create(
        StringComparer.Ordinal,
        "jump up", "back", "return", "back to text", "back to top", "return to text", "return to article", "back to article",
        "back to content", "jump back", "jump up to", "top", "go back", "go to citation", "see in text", "citation in text", "up");

    private static readonly FrozenSet<string> LabelClasses = WordSet.Of(
        "label order ref-label reflabel ref-num refnumber ref-number bullet number citation-number counter ltx_tag_bibitem csl-left-margin "
        + "bibref-number reference-number listnumber num numbering");

    /// <summary>Reads the entry that stands between two indexes.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="start">The index of its first node.</param>
    /// <param name="end">The index after its last.</param>
    public static EntryText Of(HtmlTree tree, int start, int end)
    {
        var links = new List<string>();
        string? label = null;
        var firstText = start;
        while (firstText < end && string.IsNullOrWhiteSpace(tree.Nodes[firstText].Text))
        {
            firstText++;
        }

        var text = FieldText.Of(tree, start, end, node =>
        {
            if (label is null && node.Index < firstText && firstText < node.End && (IsLabelElement(node) || IsNumber(tree, node, end)))
            {
                label = PageLinks.Core(tree.TextOf(node).TrimStart('^', '↑', '↩', '↵', ' '));
                return true;
            }

            if (node.Name != "a")
            {
                return node.Name == "sup" && IsNothingButBackLinks(tree, node);
            }

            var own = tree.TextOf(node);
            if (IsBackLink(node, own))
            {
                // "[1]" before the text of a footnote is its label and leads back.
                if (node.Index < firstText
                    && label is null
                    && PageLinks.Core(own) is { Length: > 0 and <= MaxLabel } core
                    && core.Any(char.IsAsciiDigit))
                {
                    label = core;
                }

                return true;
            }

            var isLookUp = LookUps.Contains(Folding.Words(own));
            if (PageLinks.Outside(node) is { } address)
            {
                if (Doi.Normalise(address) is not null || (!isLookUp && !IsIdentifier(own)))
                {
                    links.Add(address);
                }

                return isLookUp && (Folding.Words(own) != "doi" || Doi.IsResolver(address));
            }

            if (node.Get("href") is { } target && WebAddress.IsScript(target))
            {
                links.Add(target);
            }

            // In MediaWiki's "PMC 2807447" the name of the database is a link to what it is.
            return isLookUp
                && node.Get("href") is { } href
                && !href.StartsWith("/wiki/", StringComparison.Ordinal)
                && Folding.Words(own) != "doi";
        });
        text = Separators().Replace(text, " ");
        text = CleanText.Of(SpaceBeforeStop().Replace(Empty().Replace(text, ""), ""))
            .TrimStart('^', '↑', '↩', ' ', '•', '·', '|')
            .TrimEnd('|', '·', '•', '↩', '↑', '↵', ' ', ',', ';', '\uFE0E', '\uFE0F');
        if (label is { Length: 0 })
        {
            label = null;
        }

        // "1. Berg A." in a list without numbers of its own.
        if (ReferenceLabel.Split(text) is { } split
            && (!split.IsBare || split.Label == label)
            && split.End < text.Length
            && (label is null || label == split.Label))
        {
            return new EntryText(split.Label, text[split.End..], links);
        }

        if (label is null && Key().Match(text) is { Success: true } key)
        {
            return new EntryText(key.Groups["key"].Value, text[key.Length..], links);
        }

        return new EntryText(label, text.TrimStart('.', ')', ']', ':', ' '), links);
    }

    private static bool IsLabelElement(HtmlNode node) =>
        node.Name is "span" or "div" or "sup" or "dt" or "b" or "strong"
        && (node.Name == "dt" || node.Words("class").Any(name => LabelClasses.Contains(name.ToLowerInvariant())))
        && node.End - node.Index <= MaxLabel;

    // "<span>12</span><div>Berg A …": a number alone in the first element, with the entry behind it.
    private static bool IsNumber(HtmlTree tree, HtmlNode node, int end) =>
        node.Name is "span" or "div" or "sup" or "b" or "strong" or "td" or "th" or "p" or "em" or "i"
        && node.End - node.Index <= MaxLabel
        && node.End < end
        && Number().IsMatch(tree.TextOf(node).TrimStart('^', '↑', '↩', '↵', ' '))
        && (HtmlElements.Block.Contains(node.Name)
            || node.Name == "sup"
            || tree.Nodes[node.End] is not { IsText: true, Text: [',' or ';' or '(' or ':', ..] });

    private static bool IsNothingButBackLinks(HtmlTree tree, HtmlNode node) =>
        node.End - node.Index > 1
        && tree.Within(node)
            .All(child => child.Name == "a"
                ? IsBackLink(child, tree.TextOf(child))
                : child.Closest(parent => parent.Name == "a" || parent == node) != node || string.IsNullOrWhiteSpace(child.Text));

    private static bool IsBackLink(HtmlNode link, string text)
    {
        var core = PageLinks.Core(text);
        var isHere = PageLinks.IsLocal(link);
        return (isHere && (core.Length <= 2 || PageLinks.IsSign(text) || text.Length == 0))
            || link.Get("role") == "doc-backlink"
            || BackLinks.Contains(Folding.Words(text))
            || link.HasClass("footnote-back") || link.HasClass("footnote-backref") || link.HasClass("reversefootnote")
            || (text.Length > 0 && text.Length <= 3 && text.All(c => "↩↑↵⏎⤴^⇑▲\uFE0E\uFE0F ".Contains(c, StringComparison.Ordinal)));
    }

    // "PMC2807447", "978-3-319-68474-1": what a database calls the work.
    private static bool IsIdentifier(string text) =>
        text.Length > 0
        && text.Any(char.IsAsciiDigit)
        && !text.Contains(' ', StringComparison.Ordinal)
        && !text.Contains("://", StringComparison.Ordinal)
        && !text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?:\s[|·•]){1,20}(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\s?[\[(][\s|,;·•]{0,20}[\])]", RegexOptions.CultureInvariant)]
    private static partial Regex Empty();

    [GeneratedRegex(@"\s(?=[.,](?:\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBeforeStop();

    [GeneratedRegex(@"^[\[(]?[0-9]{1,3}[\])]?[.:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // "[Knu84] Knuth"
    [GeneratedRegex(
        @"^\[(?<key>[A-Za-z][A-Za-z+]{1,10}[0-9]{2,4}[a-z]?|[A-Z][A-Za-z]?[0-9]{1,3})\]\s",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
