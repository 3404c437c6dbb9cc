using System.Globalization;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>
/// The fields of a COinS span (ANSI/NISO Z39.88 in HTML), which MediaWiki's citation templates print beside each reference.
/// </summary>
internal static class CoinsFields
{
    /// <summary>The fields of the context object in a <c>title</c>, or null where it names no work.</summary>
    public static Reference? Of(string context)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var others = new List<string>();
        string? doi = null;
        string? url = null;
        foreach (var pair in context.Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                continue;
            }

            var value = Text.CleanText.Of(Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' ')));
            switch (pair[..equals])
            {
                case "rft.au":
                    others.Add(value);
                    break;
                case "rft_id" when value.StartsWith("info:doi/", StringComparison.Ordinal):
                    doi ??= Doi.Normalise(value["info:doi/".Length..]);
                    break;
                case "rft_id" when value.StartsWith("http", StringComparison.Ordinal) && !Doi.IsResolver(value):
                    url ??= value;
                    break;
                case var name when value.Length > 0:
                    fields.TryAdd(name, value);
                    break;
                default:
                    break;
            }
        }

        string? Field(string name) => fields.GetValueOrDefault("rft." + name);
        var title = Field("atitle") ?? Field("title") ?? Field("btitle");
        if (title is null)
        {
            return null;
        }

        return new Reference
        {
            Label = "",
            Id = "",
            Raw = "",
            Type = (Field("genre"), Field("jtitle")) switch
            {
                ("article" or "unknown" or null, not null) =>
                    Field("volume") is null && url is not null && doi is null ? ReferenceTypes.WebPage : ReferenceTypes.JournalArticle,
                ("bookitem", _) => ReferenceTypes.Chapter,
                ("book", _) => Field("atitle") is null ? ReferenceTypes.Book : ReferenceTypes.Chapter,
                ("conference" or "proceeding", _) => "paper-conference",
                ("report", _) => "report",
                ("preprint", _) => "article",
                ("unknown", null) => url is null ? ReferenceTypes.Default : ReferenceTypes.WebPage,
                _ => ReferenceTypes.Default,
            },
            Authors = Authors(Field("aulast"), Field("aufirst"), others),
            Year = Field("date") is { } date ? YearIn(date) : null,
            Title = title,
            ContainerTitle = Field("jtitle") ?? (Field("atitle") is null ? null : Field("btitle")),
            Volume = Field("volume"),
            Issue = Field("issue"),
            Pages = Field("pages") is { } pages ? Characters.WithPlainHyphens(pages) : null,
            Doi = doi,
            Url = url,
        };
    }

    private static List<PersonName> Authors(string? family, string? given, List<string> others)
    {
        var authors = new List<PersonName>();
        if (family is not null)
        {
            authors.Add(PersonName.Person(family, given));
        }

        // The first author comes again among them all.
        foreach (var other in others.Select(Author).Where(name => name != authors.FirstOrDefault()))
        {
            authors.Add(other);
        }

        return authors;
    }

    private static PersonName Author(string name) =>
        name.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma
            ? PersonName.Person(name[..comma], name[(comma + 2)..])
            : PersonName.Group(name);

    private static int? YearIn(string date)
    {
        for (var i = 0; i + 4 <= date.Length; i++)
        {
            if ((i == 0 || !char.IsAsciiDigit(date[i - 1])) && (i + 4 == date.Length || !char.IsAsciiDigit(date[i + 4]))
                && date.AsSpan(i, 4).IndexOfAnyExceptInRange('0', '9') < 0 && Text.Years.IsYear(date.AsSpan(i, 4)))
            {
                return int.Parse(date.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture);
            }
        }

        return null;
    }
}
