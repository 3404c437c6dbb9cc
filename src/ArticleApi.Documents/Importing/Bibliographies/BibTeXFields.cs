using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>Makes a reference of the fields of an entry of BibTeX or BibLaTeX.</summary>
internal sealed partial class BibTeXFields(BibTeXEntry entry, IReadOnlyDictionary<string, string> fields)
{
    /// <summary>The reference under the key of the entry; null where it has neither title nor authors, nor an identifier.</summary>
    public DraftReference? Read()
    {
        var (authors, title) = (Authors(), Titled("title", "subtitle"));
        var identifier = Identifier();
        var doi = Value("doi") is { } given ? Doi.Normalise(LaTeXText.Address(given)) : null;
        var url = Url();
        if (title is null && authors.Count == 0 && doi is null && url is null && identifier is null)
        {
            return null;
        }

        var reference = new Reference
        {
            Label = entry.Key,
            Id = "",
            Raw = "",
            Type = BibTeXTypes.Of(entry.Type, Text("entrysubtype"), url is not null),
            Authors = authors,
            Year = Year(),
            Title = title,
            ContainerTitle = Text("journaltitle", "journal") ?? Titled("booktitle", "booksubtitle") ?? Text("maintitle")
                ?? (entry.Type == "article" ? null : Text("publisher", "institution", "school", "organization")),
            Volume = Text("volume"),
            Issue = Text("number", "issue"),
            Pages = Text("pages") is { } pages ? Spaces().Replace(Characters.WithPlainHyphens(pages), "") : Text("eid"),
            Doi = doi ?? identifier?.Doi,
            Url = url ?? identifier?.Url,
        };
        return new DraftReference(entry.Key, PrintedReference.Of(reference), null) { Fields = reference };
    }

    private string? Value(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (fields.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value))
            {
                return value;
            }
        }

        return null;
    }

    private string? Text(params ReadOnlySpan<string> names) =>
        Value(names) is { } value && LaTeXText.Of(value) is { Length: > 0 } text ? text : null;

    private string? Titled(string name, string below) =>
        Text(name) is { } title ? Text(below) is { } subtitle ? $"{title.TrimEnd(':')}: {subtitle}" : title : null;

    private IReadOnlyList<PersonName> Authors() => Value("author", "editor") is { } names
        ? BibTeXPeople.Read(names)
        : Text("organization", "institution") is { } group && entry.Type is "misc" or "online" or "manual" or "techreport" or "report"
            ? [PersonName.Group(group)]
            : [];

    private int? Year() =>
        (Value("date") ?? Value("year")) is { } date && FourDigits().Match(date) is { Success: true } year
            ? int.Parse(year.Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private string? Url()
    {
        if (Value("url") is { } url)
        {
            return LaTeXText.Address(url);
        }

        return Value("howpublished", "note") is { } other && (Link().Match(other) is { Success: true } link)
            ? LaTeXText.Address(link.Value)
            : null;
    }

    /// <summary>What <c>eprint</c> or a field of its own names: arXiv, PubMed, PubMed Central, an ISBN.</summary>
    private CitedIdentifier? Identifier()
    {
        if (Value("eprint") is { } eprint)
        {
            var scheme = Value("eprinttype", "archiveprefix")?.ToLowerInvariant();
            var id = LaTeXText.Address(eprint);
            return CitedIdentifier.Parse(id.Contains(':', StringComparison.Ordinal) ? id : $"{scheme ?? "arxiv"}:{id}");
        }

        return (Value("pmcid") is { } pmc ? CitedIdentifier.Parse($"pmc:{LaTeXText.Address(pmc)}") : null)
            ?? (Value("pmid") is { } pmid ? CitedIdentifier.Parse($"pmid:{LaTeXText.Address(pmid)}") : null);
    }

    [GeneratedRegex(@"(?<![0-9])[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"https?://[^\s{}]{1,2000}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
