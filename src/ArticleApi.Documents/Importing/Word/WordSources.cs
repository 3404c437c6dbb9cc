using System.Globalization;
using System.Xml.Linq;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// The sources that Word's own citations name by their tags (ISO/IEC 29500-1, section 22.6). A part of a document's own XML holds them.
/// </summary>
internal static class WordSources
{
    /// <summary>The key of the work of a tag.</summary>
    public static string KeyOf(string tag) => "word:" + tag.ToUpperInvariant();

    /// <summary>The works of a part; none where it is something else.</summary>
    public static IEnumerable<CitedWork> Read(XElement? root) =>
        from source in root is { Name.LocalName: "Sources" } ? root.Children("Source") : []
        let tag = source.TextOf("Tag")
        where tag is not null
        select new CitedWork(KeyOf(tag), Fields(source));

    private static Reference Fields(XElement source) => new()
    {
        Label = "",
        Id = "",
        Raw = "",
        Type = Type(source.TextOf("SourceType")),
        Authors = Authors(source.Child("Author")),
        Year = source.TextOf("Year") is { Length: >= 4 } year
            && int.TryParse(year.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        Title = source.TextOf("Title"),
        ContainerTitle = source.TextOf("JournalName")
            ?? source.TextOf("BookTitle")
            ?? source.TextOf("ConferenceName")
            ?? source.TextOf("InternetSiteTitle")
            ?? source.TextOf("PeriodicalTitle")
            ?? source.TextOf("Publisher"),
        Volume = source.TextOf("Volume"),
        Issue = source.TextOf("Issue"),
        Pages = source.TextOf("Pages") is { } pages ? Characters.WithPlainHyphens(pages) : null,
        Doi = (source.TextOf("DOI") ?? source.TextOf("StandardNumber")) is { } doi ? Doi.Normalise(doi) : null,
        Url = source.TextOf("URL"),
    };

    private static List<PersonName> Authors(XElement? roles)
    {
        var role = roles.Child("Author") ?? roles.Child("Editor") ?? roles.Child("Artist");
        if (role.TextOf("Corporate") is { } group)
        {
            return [PersonName.Group(group)];
        }

        var names = new List<PersonName>();
        foreach (var person in role.Child("NameList").Children("Person"))
        {
            var given = string.Join(' ', new[] { person.TextOf("First"), person.TextOf("Middle") }.OfType<string>());
            if (person.TextOf("Last") is { } family)
            {
                names.Add(PersonName.Person(family, given.Length > 0 ? given : null));
            }
            else if (given.Length > 0)
            {
                names.Add(PersonName.Group(given));
            }
        }

        return names;
    }

    private static string Type(string? type) => type switch
    {
        "JournalArticle" => ReferenceTypes.JournalArticle,
        "Book" => ReferenceTypes.Book,
        "BookSection" => ReferenceTypes.Chapter,
        "InternetSite" or "DocumentFromInternetSite" => ReferenceTypes.WebPage,
        "ConferenceProceedings" => "paper-conference",
        "Report" => "report",
        "ArticleInAPeriodical" => "article-magazine",
        "Patent" => "patent",
        "Interview" => "interview",
        _ => ReferenceTypes.Default,
    };
}
