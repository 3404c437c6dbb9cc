using System.Globalization;
using System.Text.Json;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// A cited work in the CSL data that Zotero and Mendeley put into a document
/// (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).
/// </summary>
internal static class CslWork
{
    /// <summary>The work of an item of a citation.</summary>
    public static CitedWork Read(JsonElement item)
    {
        var data = item.TryGetProperty("itemData", out var told) && told.ValueKind == JsonValueKind.Object ? told : default;
        var fields = data.ValueKind == JsonValueKind.Object ? Fields(data) : null;

        // An id may be that of the citation alone, "ITEM-1": the address of the item says more, and its data say the most.
        var key = fields?.Doi
            ?? (fields?.Title is { Length: > 0 } title ? $"{Folding.Key(title)} {fields.Year}" : null)
            ?? First(item, "uris", "uri")
            ?? Text(item, "id")
            ?? "";
        return new CitedWork("csl:" + key, fields);
    }

    private static Reference? Fields(JsonElement data)
    {
        var title = Plain(Text(data, "title"));
        var authors = Names(data, "author") is { Count: > 0 } named ? named : Names(data, "editor");
        if (title is null && authors.Count == 0)
        {
            return null;
        }

        var type = Text(data, "type");
        return new Reference
        {
            Label = "",
            Id = "",
            Raw = "",
            Type = type is not null && ReferenceTypes.All.Contains(type) ? type : ReferenceTypes.Default,
            Authors = authors,
            Year = Year(data),
            Title = title,
            ContainerTitle = Plain(Text(data, "container-title") ?? Text(data, "publisher")),
            Volume = Text(data, "volume"),
            Issue = Text(data, "issue"),
            Pages = Text(data, "page") is { } pages ? Characters.WithPlainHyphens(pages) : null,
            Doi = Text(data, "DOI") is { } doi ? Doi.Normalise(doi) : null,
            Url = Text(data, "URL"),
        };
    }

    private static List<PersonName> Names(JsonElement data, string role)
    {
        var names = new List<PersonName>();
        if (!data.TryGetProperty(role, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return names;
        }

        foreach (var name in list.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.Object))
        {
            if (Text(name, "family") is { } family)
            {
                var particles = new[] { Text(name, "dropping-particle"), Text(name, "non-dropping-particle"), family }.OfType<string>();
                names.Add(PersonName.Person(string.Join(' ', particles), Text(name, "given")));
            }
            else if (Text(name, "literal") is { } literal)
            {
                names.Add(PersonName.Group(literal));
            }
        }

        return names;
    }

    // {"date-parts": [["2019", 3]]}, {"raw": "2019-03"}
    private static int? Year(JsonElement data)
    {
        if (!data.TryGetProperty("issued", out var issued) || issued.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var text = issued.TryGetProperty("date-parts", out var parts) && parts.ValueKind == JsonValueKind.Array
            && parts.GetArrayLength() > 0 && parts[0].ValueKind == JsonValueKind.Array && parts[0].GetArrayLength() > 0
                ? parts[0][0].ToString()
                : Text(issued, "raw") ?? Text(issued, "literal");
        return text is { Length: >= 4 } && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;
    }

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        var text = value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? CleanText.Of(value.ToString()) : "";
        return text.Length > 0 ? text : null;
    }

    private static string? First(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0
                && list[0].ValueKind == JsonValueKind.String)
            {
                return list[0].GetString();
            }
        }

        return null;
    }

    // "<i>In vitro</i> naps": the markup that Zotero allows in a title.
    private static string? Plain(string? text) => text is null || !text.Contains('<', StringComparison.Ordinal)
        ? text
        : CleanText.Of(Markup.Replace(text, ""));

    private static readonly System.Text.RegularExpressions.Regex Markup = new(
        "</?(?:i|b|sub|sup|sc|em|strong|span)(?: [^<>]{0,200})?>",
        System.Text.RegularExpressions.RegexOptions.CultureInvariant | System.Text.RegularExpressions.RegexOptions.IgnoreCase);
}
