using System.Net;
using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Reads what stands in angle brackets: tags of HTML, comments, and addresses such as <c>&lt;https://example.org&gt;</c>. Superscripts,
/// links, images, footnotes and citations written in HTML become the same tokens as those of Markdown; other tags are dropped.
/// </summary>
internal sealed partial class TagReader(InlineScanner scanner)
{
    private const int MaxTag = 2000;

    public bool Read()
    {
        if (scanner.Source.AsSpan(scanner.At).StartsWith("<!--"))
        {
            return scanner.SkipTo("-->");
        }

        if (scanner.Next is '?' or '!')
        {
            return scanner.SkipTo(">");
        }

        if (scanner.Find(">") is not (>= 0 and var end) || end - scanner.At > MaxTag || end == scanner.At + 1)
        {
            return false;
        }

        return ReadAutoLink(end) || ReadTag(end);
    }

    private bool ReadAutoLink(int end)
    {
        var inner = scanner.Source.AsSpan(scanner.At + 1, end - scanner.At - 1);
        if (!AutoLink().IsMatch(inner))
        {
            return false;
        }

        var address = inner.ToString();
        scanner.Add(new InlineToken(InlineKind.LinkStart, "", address));
        scanner.Append(address);
        scanner.Add(new InlineToken(InlineKind.LinkEnd, ""));
        scanner.At = end + 1;
        return true;
    }

    private bool ReadTag(int end)
    {
        var tag = scanner.Match(Tag(), end + 1 - scanner.At);
        if (!tag.Success)
        {
            return false;
        }

        scanner.At = end + 1;
        var name = tag.Groups["name"].Value.ToLowerInvariant();
        if (tag.Groups["end"].Length > 0)
        {
            EndElement(name);
        }
        else
        {
            StartElement(name, tag.Groups["attributes"].Value);
        }

        return true;
    }

    private void StartElement(string name, string attributes)
    {
        if ((Attribute(attributes, "id") ?? Attribute(attributes, "name")) is { Length: > 0 } id)
        {
            scanner.Add(new InlineToken(InlineKind.Anchor, "", id));
        }

        switch (name)
        {
            case "sup":
                scanner.Add(new InlineToken(InlineKind.SuperStart, ""));
                break;
            case "a":
                scanner.Add(new InlineToken(InlineKind.LinkStart, "", WebUtility.HtmlDecode(Attribute(attributes, "href"))));
                break;
            case "img":
                scanner.Add(new InlineToken(InlineKind.Image, Attribute(attributes, "alt") ?? ""));
                break;
            case "script" or "style":
                scanner.SkipTo($"</{name}>");
                break;
            case "d-footnote":
                scanner.Add(new InlineToken(InlineKind.NoteStart, ""));
                break;
            case "d-cite" or "dt-cite" when Attribute(attributes, "key") is { } keys:
                // Distill: <d-cite key="a,b"></d-cite>
                scanner.Add(new InlineToken(InlineKind.Citation, $"[{keys}]") { Keys = CitationReader.Keys(keys), IsSure = true });
                break;
            default:
                Divide(name);
                break;
        }
    }

    private void EndElement(string name)
    {
        switch (name)
        {
            case "sup":
                scanner.Add(new InlineToken(InlineKind.SuperEnd, ""));
                break;
            case "a":
                scanner.Add(new InlineToken(InlineKind.LinkEnd, ""));
                break;
            case "img":
                scanner.Add(new InlineToken(InlineKind.Image, ""));
                break;
            case "d-footnote":
                scanner.Add(new InlineToken(InlineKind.NoteEnd, ""));
                break;
            default:
                Divide(name);
                break;
        }
    }

    // The border of a block is a space.
    private void Divide(string name)
    {
        if (name is "br" or "p" or "div" or "li" or "td" or "th" or "tr" or "hr")
        {
            scanner.Append(' ');
        }
    }

    private static string? Attribute(string attributes, string name)
    {
        foreach (Match match in Attributes().Matches(attributes))
        {
            if (match.Groups["name"].ValueSpan.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return match.Groups["value"].Value.Trim('"', '\'');
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"^(?:[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~\-]{1,100}@[\w\-]{1,60}(?:\.[\w\-]{1,60}){0,6})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex AutoLink();

    [GeneratedRegex(@"\G<(?<end>/?)(?<name>[A-Za-z][A-Za-z0-9\-]{0,30})(?<attributes>(?:\s[^<>]*)?)/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"(?<![\w\-])(?<name>[A-Za-z\-]{1,30})\s{0,5}=\s{0,5}(?<value>""[^""]*""|'[^']*'|[^\s""'>]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();
}
