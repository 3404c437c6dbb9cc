using System.Globalization;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Jats;

/// <summary>Reads the fields of a reference from the tags of a citation: authors, year, title.</summary>
internal static class CitationFields
{
    // Where a work is looked up, not where it is.
    private static readonly string[] Indexes =
    [
        "ncbi.nlm.nih.gov/pubmed",
        "pubmed.ncbi.nlm.nih.gov",
        "ncbi.nlm.nih.gov/entrez",
        "scholar.google.",
        "search.crossref.org",
    ];

    /// <summary>No fields at all.</summary>
    public static Reference None { get; } = new() { Label = "", Id = "", Raw = "" };

    public static Reference Read(JatsNode citation)
    {
        var kind = (citation.Attribute("publication-type") ?? citation.Attribute("citation-type") ?? "").ToLowerInvariant();
        var part = TitleOf(citation, "article-title", "chapter-title", "data-title", "part-title", "trans-title");
        var source = ContainerOf(citation);
        var hasPlace = citation.Descendants().Any(node => node.Name is "volume" or "issue" or "elocation-id");
        var type = TypeOf(kind, citation, part is not null, source is not null, hasPlace);
        var isWhole = part is null && type is not (ReferenceTypes.JournalArticle or "article-magazine" or "article-newspaper")
            && (type != ReferenceTypes.Default || !CitationLine.HasLooseWords(citation));
        var links = Links(citation).Where(link => !Doi.IsResolver(link)).ToList();
        var url = links.Find(WebAddress.IsSafe) ?? links.FirstOrDefault();
        return None with
        {
            Type = type,
            Authors = Names(citation),
            Year = YearOf(citation),
            Title = isWhole ? TitleOf(citation, "source", "conf-name", "series") : part,
            ContainerTitle = isWhole ? null : source,
            Volume = Tidy(citation.Descendant("volume")?.CleanTextWithout()),
            Issue = Tidy((citation.Descendant("issue") ?? citation.Descendant("supplement"))?.CleanTextWithout().Trim(' ', '(', ')')),
            Pages = PagesOf(citation),
            Doi = DoiOf(citation),
            Url = url,
        };
    }

    /// <summary>Whether the tags tell what tells a work from others, so that the line is not read for the rest.</summary>
    public static bool AreComplete(Reference fields) => fields is { Authors.Count: > 0, Year: not null, Title: not null };

    /// <summary>Whether the tags of a part do not tell where in its container it stands.</summary>
    public static bool LackPlace(Reference fields) => fields.ContainerTitle is not null && (fields.Volume is null || fields.Pages is null);

    /// <summary>Whether no tag told anything but an address.</summary>
    public static bool IsEmpty(Reference fields) =>
        fields is { Authors.Count: 0, Year: null, Title: null, ContainerTitle: null, Volume: null, Issue: null, Pages: null };

    /// <summary>The fields with those that have no tag from the line.</summary>
    public static Reference Completed(Reference tagged, Reference line)
    {
        var placed = tagged with
        {
            Type = tagged.Type == ReferenceTypes.Default ? line.Type : tagged.Type,
            Volume = tagged.Volume ?? line.Volume,
            Issue = tagged.Issue ?? line.Issue,
            Pages = tagged.Pages ?? line.Pages,
        };
        return AreComplete(tagged) ? placed : placed with
        {
            Authors = tagged.Authors.Count > 0 ? tagged.Authors : line.Authors,
            Year = tagged.Year ?? line.Year,
            Title = tagged.Title ?? Apart(line.Title, tagged.ContainerTitle),
            ContainerTitle = tagged.ContainerTitle ?? Apart(line.ContainerTitle, tagged.Title),
            Doi = tagged.Doi ?? line.Doi,
            Url = tagged.Url ?? line.Url,
        };
    }

    /// <summary>What the line gives as a title, unless it is what a tag gives as the other one.</summary>
    private static string? Apart(string? read, string? tagged)
    {
        var (one, other) = (Folding.Key(read ?? ""), Folding.Key(tagged ?? ""));
        return other.Length > 0 && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal))
            ? null
            : read;
    }

    /// <summary>The authors; those of a book that has none are its editors.</summary>
    public static IReadOnlyList<PersonName> Names(JatsNode citation)
    {
        var groups = Groups(citation);
        var authors = groups
            .Where(group => group.Attribute("person-group-type")
                ?.ToLowerInvariant() is "author" or "authors" or "allauthors" or "all-authors" or "inventor")
            .ToList();
        if (authors.Count == 0)
        {
            authors = [.. groups.Where(group => group.Attribute("person-group-type") is null).Take(1)];
        }

        var names = authors.SelectMany(NamesIn).ToList();
        names.AddRange(names.Count > 0 ? [] : LooseNames(citation));
        return names.Count > 0 || HasPart(citation) ? names : [.. groups.Take(1).SelectMany(NamesIn)];
    }

    public static IReadOnlyList<PersonName> Editors(JatsNode citation) =>
        HasPart(citation)
            ? [
                .. Groups(citation)
                    .Where(group => group.Attribute("person-group-type") is "editor" or "editors" or "ed")
                    .SelectMany(NamesIn),
            ]
            : [];

    /// <summary>"12-19", "12-9" as printed, "e123".</summary>
    public static string? PagesOf(JatsNode citation)
    {
        var first = Tidy(citation.Descendant("fpage")?.CleanTextWithout());
        var last = Tidy(citation.Descendant("lpage")?.CleanTextWithout());
        var pages = first is null
            ? Tidy(citation.Descendant("page-range")?.CleanTextWithout())
                ?? last
                ?? Tidy(citation.Descendant("elocation-id")?.CleanTextWithout())
            : last is null || last == first ? first : $"{first}-{last}";
        return pages is null ? null : string.Concat(pages.Where(c => c != ' ').Select(c => Characters.IsDash(c) ? '-' : c));
    }

    /// <summary>The addresses of a citation, without those of a search for the work.</summary>
    public static IReadOnlyList<string> Links(JatsNode citation) =>
    [
        .. citation.Topmost("ext-link", "uri", "self-uri", "inline-supplementary-material")
            .Where(node => node.CleanTextWithout()
                .Trim('[', ']', '(', ')') is not ("PubMed" or "Google Scholar" or "Web of Science" or "Scopus" or "PMC free article"))
            .Select(node => AddressOf(node))
            .Where(address =>
                (address.Contains("://", StringComparison.Ordinal) || WebAddress.IsScript(address))
                && !address.Any(char.IsWhiteSpace)
                && !Array.Exists(Indexes, index => address.Contains(index, StringComparison.OrdinalIgnoreCase))),
    ];

    private static string AddressOf(JatsNode node)
    {
        var address = (node.Attribute("href") ?? node.CleanTextWithout()).Trim().TrimEnd('.', ',', ';');
        return node.Is("ext-link-type", "doi") && Doi.Normalise(address) is { } doi ? "https://doi.org/" + doi
            : address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "http://" + address
            : address;
    }

    private static string? DoiOf(JatsNode citation)
    {
        var tagged = citation.Descendants()
            .FirstOrDefault(node =>
                node.Name is "pub-id" or "object-id" or "article-id"
                && (node.Is("pub-id-type", "doi") || node.Is("assigning-authority", "doi")));
        if (tagged is not null
            && (Doi.Normalise(tagged.CleanTextWithout())
                ?? Doi.Find(tagged.CleanTextWithout())?.Doi
                ?? Doi.Normalise(tagged.Attribute("href") ?? "")) is { } doi)
        {
            return doi;
        }

        // Where nothing stands between the tags their texts run together.
        return Links(citation).Select(Doi.Normalise)
            .Concat(citation.Topmost("comment", "elocation-id", "ext-link", "uri", "pub-id")
                .Select(node => Doi.Find(node.CleanTextWithout())?.Doi))
            .FirstOrDefault(found => found is not null)
            ?? (CitationLine.IsPunctuated(citation) ? Doi.Find(CitationLine.Printed(citation))?.Doi : null);
    }

    private static string TypeOf(string kind, JatsNode citation, bool hasPart, bool hasSource, bool hasPlace) => kind switch
    {
        "journal" or "review" or "article" or "article-journal" or "periodical" => ReferenceTypes.JournalArticle,
        "book" or "book-chapter" or "chapter" or "bookchapter" or "edited-book" or "edited_book" or "inbook" or "incollection"
        or "monograph" =>
            hasPart && hasSource ? ReferenceTypes.Chapter : ReferenceTypes.Book,
        "confproc" or "conference" or "conf-proc" or "conf-paper" or "proceedings" or "conf" or "inproceedings" or "paper-conference" =>
            "paper-conference",
        "thesis" or "dissertation" => "thesis",
        "report" or "gov" or "government" or "working-paper" or "workingpaper" or "techreport" => "report",
        "web" or "website" or "webpage" or "web-page" or "url" or "uri" or "online" or "eref" or "electronic" => ReferenceTypes.WebPage,
        "blog" or "weblog" => "post-weblog",
        "data" or "dataset" or "database" => "dataset",
        "software" or "computer-program" or "computer_program" or "code" => "software",
        "patent" => "patent",
        "preprint" => "article",
        "newspaper" or "news" => "article-newspaper",
        "magazine" => "article-magazine",
        "standard" => "standard",
        "commun" or "communication" or "personal-communication" or "letter" => "personal_communication",
        "legal" or "legislation" or "law" => "legislation",
        "map" => "map",
        "video" or "film" or "movie" => "motion_picture",
        _ when citation.Descendant("conf-name") is not null => "paper-conference",
        _ when citation.Descendant("data-title") is not null => "dataset",
        _ when citation.Descendant("chapter-title") is not null => ReferenceTypes.Chapter,
        _ when citation.Descendant("patent") is not null => "patent",
        _ when hasPlace && hasSource => ReferenceTypes.JournalArticle,
        _ when citation.Descendant("publisher-name") is not null => hasPart && hasSource ? ReferenceTypes.Chapter : ReferenceTypes.Book,
        _ when hasPart && hasSource && citation.Descendant("fpage") is not null => ReferenceTypes.JournalArticle,
        _ when Links(citation).Any(link => !Doi.IsResolver(link)) => ReferenceTypes.WebPage,
        _ => ReferenceTypes.Default,
    };

    private static bool HasPart(JatsNode citation) => citation.Descendants().Any(node => node.Name is "article-title" or "chapter-title");

    private static List<JatsNode> Groups(JatsNode citation) => [.. citation.Descendants().Where(node => node.Name == "person-group")];

    /// <summary>The names outside groups; those behind the title are of the editors.</summary>
    private static List<PersonName> LooseNames(JatsNode citation)
    {
        var names = new List<PersonName>();
        foreach (var child in citation.Elements)
        {
            if (names.Count > 0 && child.Name is "article-title" or "chapter-title" or "source")
            {
                break;
            }

            names.AddRange(NameOf(child));
        }

        return names;
    }

    private static IEnumerable<PersonName> NamesIn(JatsNode group) => group.Elements.SelectMany(NameOf);

    private static IEnumerable<PersonName> NameOf(JatsNode node) => node.Name switch
    {
        "name" => Person(node),
        "string-name" when node.Child("surname") is not null => Person(node),
        "string-name" => NameParser.Parse(node.CleanTextWithout().Trim(' ', ',', ';')).Names,
        "collab"
        or "institution"
            when Tidy(node.CleanTextWithout("contrib-group", "xref")) is { } group && !IsOthers(group) => [PersonName.Group(group)],
        "name-alternatives" or "collab-alternatives" => node.Elements.Select(NameOf).FirstOrDefault() ?? [],
        "italic" or "bold" or "styled-content" or "named-content" => NamesIn(node),
        _ => [],
    };

    private static IEnumerable<PersonName> Person(JatsNode name)
    {
        var family = Tidy(name.Child("surname")?.CleanTextWithout("xref"));
        var given = name.Child("given-names")?.CleanTextWithout("xref").Trim(' ', ',', ';');
        given = string.IsNullOrEmpty(given) ? null : given;
        var suffix = Tidy(name.Child("suffix")?.CleanTextWithout());
        if (name.Child("prefix")?.CleanTextWithout() is { Length: > 0 } prefix && char.IsLower(prefix[0]) && family is not null)
        {
            family = $"{prefix} {family}";
        }

        if (family is null || IsOthers(family))
        {
            return given is null || IsOthers(given) ? [] : [PersonName.Group(given)];
        }

        return [PersonName.Person(family, suffix is null ? given : given is null ? suffix : $"{given}, {suffix}")];
    }

    private static bool IsOthers(string name) => name.Trim('.', ' ') is "et al" or "and others" or "others" or "…";

    private static int? YearOf(JatsNode citation)
    {
        foreach (var node in citation.Descendants("date-in-citation", "access-date", "conf-date")
            .Where(node => node.Name is "year" or "date"))
        {
            foreach (var text in (ReadOnlySpan<string?>)[
                node.Name == "year" ? node.CleanTextWithout() : "",
                node.Attribute("iso-8601-date"),
            ])
            {
                if (FirstYear(text) is { } year)
                {
                    return year;
                }
            }
        }

        return FirstYear(citation.Descendant("conf-date")?.CleanTextWithout());
    }

    private static int? FirstYear(string? text)
    {
        for (var i = 0; text is not null && i + 4 <= text.Length; i++)
        {
            if (Years.IsYear(text.AsSpan(i, 4))
                && text.AsSpan(i, 4).IndexOfAnyExceptInRange('0', '9') < 0
                && (i == 0 || !char.IsAsciiDigit(text[i - 1])))
            {
                return int.Parse(text.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private static string? TitleOf(JatsNode citation, params string[] names)
    {
        foreach (var name in names)
        {
            // Behind the title proper a stop may close it, never a sign that is its own.
            if (citation.Descendant(name)?.CleanTextWithout("xref", "fn").Trim(' ', ',', ';', ':', '"', '“', '”') is { } title
                && title.Trim('.', ',', ' ').Length > 0)
            {
                return title.EndsWith("...", StringComparison.Ordinal) ? title : title.TrimEnd('.', ',', ' ');
            }
        }

        return null;
    }

    // "J. Biol. Chem." keeps its last period, "Nutrients." does not.
    private static string? ContainerOf(JatsNode citation)
    {
        var text = (citation.Descendant("source") ?? citation.Descendant("conf-name") ?? citation.Descendant("series"))
            ?.CleanTextWithout("xref", "fn")
            .Trim(' ', ',', ';', ':', '"', '“', '”');
        return text is null || text.Trim('.').Length == 0
            ? null
            : text.EndsWith('.') && text.IndexOf('.', StringComparison.Ordinal) == text.Length - 1 ? text[..^1] : text;
    }

    private static string? Tidy(string? text) => text?.Trim(' ', ',', ';', ':', '.') is { Length: > 0 } tidy ? tidy : null;
}
