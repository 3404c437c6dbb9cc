using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>
/// A citation key that is itself an identifier, as Manubot and others have them: <c>doi:10.1000/abc</c>, <c>pmid:123</c>,
/// <c>arxiv:2001.01234</c>, <c>isbn:…</c>, <c>url:https://…</c>.
/// </summary>
/// <param name="Text">The identifier as people write it: <c>PMID 123</c>.</param>
/// <param name="Type">The kind of work, a CSL type.</param>
/// <param name="Doi">The DOI, or null.</param>
/// <param name="Url">The address that is not the DOI's, or null.</param>
internal sealed partial record CitedIdentifier(string Text, string Type, string? Doi, string? Url)
{
    private const string ArxivRegistrant = "10.48550/arxiv.";

    /// <summary>What a key identifies; null where it is no identifier, or not a valid one.</summary>
    public static CitedIdentifier? Parse(string key)
    {
        if (Address(key) is { } address)
        {
            return address;
        }

        if (key.StartsWith("10.", StringComparison.Ordinal))
        {
            return OfDoi(key);
        }

        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return null;
        }

        var value = key[(colon + 1)..].Trim();
        return key[..colon].ToLowerInvariant() switch
        {
            "doi" => OfDoi(value),
            "pmid" or "pubmed" when Digits().IsMatch(value) => new(
                $"PMID {value}", ReferenceTypes.JournalArticle, null, $"https://pubmed.ncbi.nlm.nih.gov/{value}/"),
            "pmc" or "pmcid" => OfPmc(value),
            "arxiv" => OfArxiv(value),
            "isbn" when Isbn().IsMatch(value) => new($"ISBN {value}", ReferenceTypes.Book, null, null),
            "url" => Address(value),
            "wikidata" when WikidataItem().IsMatch(value) => new(
                $"Wikidata {value}", ReferenceTypes.Default, null, $"https://www.wikidata.org/wiki/{value}"),
            "clinicaltrials" when ClinicalTrial().IsMatch(value) => new(
                $"ClinicalTrials.gov {value}", ReferenceTypes.WebPage, null, $"https://clinicaltrials.gov/study/{value}"),
            _ => null,
        };
    }

    /// <summary>Whether a key says that it is an identifier, a valid one or not.</summary>
    public static bool IsClaimed(string key) => Scheme().IsMatch(key);

    /// <summary>The reference that the identifier alone makes.</summary>
    public DraftReference ToReference(string label) => new(label, Text, null)
    {
        Fields = new Reference { Label = label, Id = "", Raw = Text, Type = Type, Doi = Doi, Url = Url },
    };

    private static CitedIdentifier? Address(string text)
    {
        if (!text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || !text.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        return References.Doi.IsResolver(text) && OfDoi(text) is { } doi ? doi
            : WebAddress.IsSafe(text) ? new(text, ReferenceTypes.WebPage, References.Doi.InAddress(text), text)
            : null;
    }

    private static CitedIdentifier? OfDoi(string text)
    {
        if (References.Doi.Normalise(text) is { } doi)
        {
            return new($"doi:{doi}", ReferenceTypes.Default, doi, null);
        }

        // A short DOI, https://shortdoi.org
        return ShortDoi().IsMatch(text) ? new($"doi:{text}", ReferenceTypes.Default, null, $"https://doi.org/{text}") : null;
    }

    private static CitedIdentifier? OfPmc(string value)
    {
        var number = value.StartsWith("PMC", StringComparison.OrdinalIgnoreCase) ? value[3..] : value;
        return Digits().IsMatch(number)
            ? new($"PMC{number}", ReferenceTypes.JournalArticle, null, $"https://pmc.ncbi.nlm.nih.gov/articles/PMC{number}/")
            : null;
    }

    private static CitedIdentifier? OfArxiv(string value)
    {
        if (Arxiv().Match(value) is not { Success: true } match)
        {
            return null;
        }

        var id = match.Groups["id"].Value;
        return new($"arXiv:{value}", "article", ArxivRegistrant + id.ToLowerInvariant(), $"https://arxiv.org/abs/{value}");
    }

    [GeneratedRegex(
        @"^(?:doi|pmid|pubmed|pmc|pmcid|arxiv|isbn|url|wikidata|clinicaltrials|https?):",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^[0-9]{1,10}$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^10/[a-z0-9]{2,12}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ShortDoi();

    // 2001.01234v2, math.GT/0309136, hep-th/9901001
    [GeneratedRegex(
        @"^(?<id>[0-9]{4}\.[0-9]{4,5}|[a-z\-]{2,20}(?:\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]{1,3})?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Arxiv();

    [GeneratedRegex(@"^(?:97[89]-?)?(?:[0-9]-?){9}[0-9Xx]$", RegexOptions.CultureInvariant)]
    private static partial Regex Isbn();

    [GeneratedRegex(@"^[QP][0-9]{1,10}$", RegexOptions.CultureInvariant)]
    private static partial Regex WikidataItem();

    [GeneratedRegex(@"^NCT[0-9]{8}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ClinicalTrial();
}
