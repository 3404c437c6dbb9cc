using System.Globalization;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// A reference of the front matter, in the fields of CSL
/// (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).
/// </summary>
internal static class CslEntry
{
    /// <summary>The reference under its id, or null where the node has neither title nor authors.</summary>
    public static DraftReference? Read(MetaNode node)
    {
        var authors = (node["author", "editor"]?.AsList() ?? []).Select(Name).OfType<PersonName>().ToList();
        var title = Plain(node.TextOf("title"));
        if (node.TextOf("id") is not { } id || (title is null && authors.Count == 0))
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
            ContainerTitle = Plain(node.TextOf("container-title", "journal", "publisher")),
            Volume = node.TextOf("volume"),
            Issue = node.TextOf("issue", "number"),
            Pages = node.TextOf("page", "pages") is { } pages
                ? Characters.WithPlainHyphens(pages.Replace("--", "-", StringComparison.Ordinal))
                : null,
            Doi = node.TextOf("doi") is { } doi ? Doi.Normalise(doi) : null,
            Url = node.TextOf("url"),
        };
        return new DraftReference(id, Printed(fields), node.Line) { Fields = fields };
    }

    /// <summary>A line of the fields: the front matter prints none.</summary>
    private static string Printed(Reference fields)
    {
        var names = string.Join(
            ", ", fields.Authors.Select(author => author.Literal ?? $"{author.Family}, {author.Given}".TrimEnd(',', ' ')));
        var volume = fields.Volume is null ? null : fields.Issue is null ? fields.Volume : $"{fields.Volume}({fields.Issue})";
        var place = string.Join(", ", new[] { fields.ContainerTitle, volume, fields.Pages }.OfType<string>());
        string?[] parts =
        [
            names,
            fields.Year is { } year ? $"({year})" : null,
            fields.Title,
            place,
            fields.Doi is { } doi ? $"https://doi.org/{doi}" : fields.Url,
        ];
        return string.Join(
            ' ',
            parts
                .Where(part => !string.IsNullOrEmpty(part))
                .Select((part, i) => part!.EndsWith('.') || part.StartsWith("http", StringComparison.Ordinal) ? part : part + "."));
    }

    private static PersonName? Name(MetaNode node)
    {
        if (node.TextOf("family", "last") is { } family)
        {
            var particles = new[] { node.TextOf("dropping-particle"), node.TextOf("non-dropping-particle"), family }.OfType<string>();
            return PersonName.Person(string.Join(' ', particles), node.TextOf("given", "first"));
        }

        if ((node.TextOf("literal", "name") ?? node.Text) is not { Length: > 0 } literal)
        {
            return null;
        }

        return literal.Split(", ") is [var name, var given] ? PersonName.Person(name, given) : PersonName.Group(literal);
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

    private static string? Plain(string? text) => text is null ? null : MarkdownInlineText.Of(text);
}
