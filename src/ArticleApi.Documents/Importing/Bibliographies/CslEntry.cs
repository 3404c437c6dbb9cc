using System.Globalization;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>
/// A reference in the fields of CSL, from JSON or from the front matter of an article
/// (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).
/// </summary>
internal static class CslEntry
{
    /// <summary>The reference under its id, or null where the node has no id, or nothing that names a work.</summary>
    /// <param name="node">The item.</param>
    /// <param name="plain">Takes the markup off a text.</param>
    public static DraftReference? Read(MetaNode node, Func<string, string> plain)
    {
        var authors = (node["author", "editor"]?.AsList() ?? []).Select(Name).OfType<PersonName>().ToList();
        var title = Plain("title");
        if (node.TextOf("id", "citation-key") is not { } id
            || (title is null && authors.Count == 0 && node.TextOf("doi", "url", "pmid", "pmcid") is null))
        {
            return null;
        }

        var type = node.TextOf("type");
        var fields = new Reference
        {
            Label = id,
            Id = "",
            Raw = "",
            Type = type is not null && ReferenceTypes.All.Contains(type) ? type : ReferenceTypes.Default,
            Authors = authors,
            Year = Year(node["issued", "year", "date"]),
            Title = title,
            ContainerTitle = Plain("container-title", "journal", "publisher"),
            Volume = node.TextOf("volume"),
            Issue = node.TextOf("issue", "number"),
            Pages = node.TextOf("page", "pages") is { } pages
                ? Characters.WithPlainHyphens(pages.Replace("--", "-", StringComparison.Ordinal))
                : null,
            Doi = node.TextOf("doi") is { } doi ? Doi.Normalise(doi) : null,
            Url = node.TextOf("url") ?? Identified("pmcid") ?? Identified("pmid"),
        };
        return new DraftReference(id, PrintedReference.Of(fields), node.Line) { Fields = fields };

        string? Plain(params ReadOnlySpan<string> names) =>
            node.TextOf(names) is { } text && plain(text) is { Length: > 0 } clean ? clean : null;

        string? Identified(string scheme) =>
            node.TextOf(scheme) is { } value ? CitedIdentifier.Parse($"{scheme}:{value}")?.Url : null;
    }

    private static PersonName? Name(MetaNode node)
    {
        if (node.TextOf("family", "last") is { } family)
        {
            var particles = new[] { node.TextOf("dropping-particle"), node.TextOf("non-dropping-particle"), family }.OfType<string>();
            var given = string.Join(", ", new[] { node.TextOf("given", "first"), node.TextOf("suffix") }.OfType<string>());
            return PersonName.Person(string.Join(' ', particles), given.Length > 0 ? given : null);
        }

        if (node.TextOf("literal") is { Length: > 0 } group)
        {
            return PersonName.Group(group);
        }

        if ((node.TextOf("name") ?? node.Text) is not { Length: > 0 } literal)
        {
            return null;
        }

        return literal.Split(", ") is [var name, var first] ? PersonName.Person(name, first) : PersonName.Group(literal);
    }

    // 2020, 2020-09, {year: 2020}, [{year: 2020}], {date-parts: [[2020, 9]]}
    private static int? Year(MetaNode? node)
    {
        for (var depth = 0; node is not null && depth < 5; depth++)
        {
            if (node.Text is { Length: >= 4 } text
                && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                return year;
            }

            node = node["year", "date-parts", "raw", "literal"] ?? node.Items.FirstOrDefault();
        }

        return null;
    }
}
