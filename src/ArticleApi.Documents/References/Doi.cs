using System.Text.RegularExpressions;

namespace ArticleApi.Documents.References;

/// <summary>Finds and normalises DOI names (ISO 26324; https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html).</summary>
public static partial class Doi
{
    /// <summary>
    /// The bare DOI in lower case of text that is one: <c>10.1002/syn.22253</c>, <c>doi:…</c>, <c>https://doi.org/…</c>, percent-encoded
    /// or with the closing period of a sentence; null where the text is something else.
    /// </summary>
    public static string? Normalise(string text)
    {
        var match = WholePattern().Match(text.Trim());
        return match.Success ? Tidy(match.Groups["doi"].Value) : null;
    }

    /// <summary>
    /// The first DOI in a line with the span of its whole spelling, prefix and address included; null where there is none.
    /// </summary>
    public static (string Doi, int Start, int End)? Find(string line)
    {
        foreach (Match match in InLinePattern().Matches(line))
        {
            if (Tidy(match.Groups["doi"].Value) is { } doi)
            {
                return (doi, match.Index, match.Index + match.Length);
            }
        }

        return null;
    }

    /// <summary>
    /// The DOI in the address of a publisher's page, "https://example.org/doi/full/10.1000/abc?x=y"; null where there is none, or
    /// where what follows it cannot be told from it.
    /// </summary>
    public static string? InAddress(string url)
    {
        var match = AddressPattern().Match(url);
        return match.Success ? Tidy(match.Groups["doi"].Value) : null;
    }

    /// <summary>Whether an address is one of the DOI resolver.</summary>
    public static bool IsResolver(string url) => ResolverPattern().IsMatch(url);

    private static string? Tidy(string doi)
    {
        if (doi.Contains('%'))
        {
            doi = Uri.UnescapeDataString(doi);
        }

        // A bracket belongs to the DOI only where its partner does: 10.1016/0140-6736(90)90001-x, but "(doi:10.1/x)".
        var end = doi.Length;
        while (end > 0 && (doi[end - 1] is '.' or ',' or ';' or ':' or '"' or '\'' or '”' or '’' or '>' or '*' or '_'
               || (doi[end - 1] is ')' && doi.AsSpan(0, end).Count('(') < doi.AsSpan(0, end).Count(')'))
               || (doi[end - 1] is ']' && doi.AsSpan(0, end).Count('[') < doi.AsSpan(0, end).Count(']'))))
        {
            end--;
        }

        return doi.IndexOf('/') is var slash && slash > 0 && end > slash + 1 ? doi[..end].ToLowerInvariant() : null;
    }

    [GeneratedRegex(
        @"^(?:https?://(?:dx\.|www\.)?doi\.org/(?:doi\s*[:/]\s*)?|doi(?:\.org/|(?:\s*[:/])?\s*))?"
        + @"(?<doi>10\.[0-9]{4,9}(?:\.[0-9]+)*(?:/|%2F)\S+)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WholePattern();

    [GeneratedRegex(
        @"(?:https?://(?:dx\.|www\.)?doi\.org/\s?(?:doi\s*[:/]\s*)?"
        + @"|\bdoi(?:\.org/|(?:\s*[:/])?\s*)(?:https?://(?:dx\.|www\.)?doi\.org/)?|(?<![\w./]))"
        + @"(?<doi>10\.[0-9]{4,9}(?:\.[0-9]+)*(?:/|%2F)(?:[^\s<>""\[]|\[(?!(?:Cross|Pub|Google|PMC|CAS))|<[0-9]*::?[\w\-]{1,20}>)+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex InLinePattern();

    // One segment behind the registrant: with more of them the page's own may be among them.
    [GeneratedRegex(
        @"^https?://[^/\s]+/(?:[^\s]*[/=])?(?<doi>10\.[0-9]{4,9}(?:\.[0-9]+)*(?:/|%2F)[^\s/?#&<>""]+?)(?:\.pdf)?"
        + @"(?:/(?:full|fulltext|full-text|abstract|abs|pdf|epdf|html|meta)?)?[.,;)\]]*(?:[?#&]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"^https?://(?:dx\.|www\.)?doi\.org(?:/|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ResolverPattern();
}
