using System.Globalization;
using System.Xml.Linq;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>The works that EndNote cites: a <c>Cite</c> each, with the record of its library.</summary>
internal static class EndNoteWorks
{
    /// <summary>The works, or null where the XML cannot be read.</summary>
    public static List<CitedWork>? Read(string text)
    {
        // Word may have put characters into the instruction that no XML has.
        var root = SmallXml.Read(() => new StringReader(string.Concat(text.Where(System.Xml.XmlConvert.IsXmlChar))));
        return root is null ? null : [.. root.Children("Cite").Select(Work)];
    }

    private static CitedWork Work(XElement cite)
    {
        var record = cite.Child("record");
        var number = cite.TextOf("RecNum") ?? record.TextOf("rec-number");
        var database = record.Child("foreign-keys").Child("key")?.Attribute("db-id")?.Value;
        var fields = record is null ? Short(cite) : Fields(record);
        return new CitedWork($"endnote:{database}:{number ?? $"{cite.TextOf("Author")} {cite.TextOf("Year")}"}", fields);
    }

    // A citation without its record has an author and a year.
    private static Reference? Short(XElement cite) => cite.TextOf("Author") is { } author
        ? new Reference
        {
            Label = "", Id = "", Raw = "", Authors = [Name(author)], Year = Year(cite.TextOf("Year")),
        }
        : null;

    private static Reference Fields(XElement record)
    {
        var contributors = record.Child("contributors");
        var authors = contributors.Child("authors") ?? contributors.Child("secondary-authors");
        return new Reference
        {
            Label = "",
            Id = "",
            Raw = "",
            Type = Type(record.Child("ref-type")?.Attribute("name")?.Value),
            Authors =
            [
                .. authors.Children("author").Select(author => CleanText.Of(author.Value)).Where(name => name.Length > 0).Select(Name),
            ],
            Year = Year(record.TextOf("dates", "year")),
            Title = record.TextOf("titles", "title"),
            ContainerTitle = record.TextOf("titles", "secondary-title")
                ?? record.TextOf("periodical", "full-title")
                ?? record.TextOf("publisher"),
            Volume = record.TextOf("volume"),
            Issue = record.TextOf("number"),
            Pages = record.TextOf("pages") is { } pages ? Characters.WithPlainHyphens(pages) : null,
            Doi = record.TextOf("electronic-resource-num") is { } doi ? Doi.Normalise(doi) : null,
            Url = record.TextOf("urls", "related-urls", "url"),
        };
    }

    // "Roe, Ann"; a group ends in a comma, "Harbour Trust,".
    private static PersonName Name(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma <= 0 || comma == name.Length - 1
            ? PersonName.Group(name.TrimEnd(','))
            : PersonName.Person(name[..comma].Trim(), name[(comma + 1)..].Trim());
    }

    private static int? Year(string? year) =>
        year is { Length: >= 4 } && int.TryParse(year.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Type(string? name) => name switch
    {
        "Journal Article" or "Electronic Article" => ReferenceTypes.JournalArticle,
        "Book" or "Edited Book" or "Electronic Book" => ReferenceTypes.Book,
        "Book Section" or "Electronic Book Section" => ReferenceTypes.Chapter,
        "Web Page" => ReferenceTypes.WebPage,
        "Conference Paper" or "Conference Proceedings" => "paper-conference",
        "Thesis" => "thesis",
        "Report" or "Government Document" => "report",
        "Newspaper Article" => "article-newspaper",
        "Magazine Article" => "article-magazine",
        "Dataset" => "dataset",
        "Computer Program" => "software",
        "Patent" => "patent",
        _ => ReferenceTypes.Default,
    };
}
