using System.Globalization;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Jats;

/// <summary>Reads an article's metadata from <c>article-meta</c> and <c>journal-meta</c>.</summary>
internal static partial class JatsFrontMatter
{
    /// <summary>The BCP 47 tag of the article, or null.</summary>
    public static string? Language(JatsNode article) =>
        article.Attribute("lang")?.Trim() is { } tag && LanguageTag().IsMatch(tag) ? tag.ToLowerInvariant() : null;

    public static string? Category(JatsNode meta)
    {
        var groups = meta.Child("article-categories")?.ChildrenOf("subj-group").ToList() ?? [];
        var heading = groups.Find(group => group.Is("subj-group-type", "heading"))
            ?? groups.Find(group => group.Attribute("subj-group-type") is null);
        var subject = heading?.ChildrenOf("subject").FirstOrDefault(subject => subject.Is("content-type", "heading"))
            ?? heading?.Child("subject");
        return NullIfEmpty(subject?.CleanTextWithout("xref", "fn"));
    }

    /// <summary>The authors, given names first.</summary>
    public static IReadOnlyList<string> Authors(JatsNode meta) =>
    [
        .. Contributors(meta)
            .Where(contributor => contributor.Type is "author" or "authors" or "")
            .Select(contributor => NameOf(contributor.Node))
            .Where(name => name.Length > 0),
    ];

    /// <summary>The reviewers: <c>contrib</c> of that kind, or the note "Reviewed by: …" of Frontiers.</summary>
    public static IReadOnlyList<string> Reviewers(JatsNode meta)
    {
        var named = Contributors(meta)
            .Where(contributor =>
                contributor.Type is "reviewer"
                || contributor.Node
                    .ChildrenOf("role")
                    .Any(role => role.CleanTextWithout().Contains("reviewer", StringComparison.OrdinalIgnoreCase)))
            .Select(contributor => NameOf(contributor.Node));
        var noted = (meta.Child("author-notes")?.Descendants() ?? [])
            .Where(node => node.Name == "p")
            .Select(paragraph => paragraph.CleanTextWithout())
            .Where(text => text.StartsWith("Reviewed by:", StringComparison.OrdinalIgnoreCase))
            .SelectMany(text => text["Reviewed by:".Length..].Split(';'))
            .Select(entry => entry.Split(',')[0].Trim(' ', '.'));
        return [.. named.Concat(noted).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The day of publication, the electronic one before that in print; null with a note where none is complete.</summary>
    public static DateOnly? PublishedOn(JatsNode meta, List<ImportNote> notes)
    {
        var dates = meta.ChildrenOf("pub-date").OrderBy(Rank).ToList();
        foreach (var date in dates)
        {
            if (DayOf(date) is { } day)
            {
                return day;
            }
        }

        if (dates.Count > 0)
        {
            notes.Add(ImportNote.Info(
                "incomplete-date",
                $"The date of publication, {ImportNote.Quote(dates[0].CleanTextWithout())}, tells no day and is left out.",
                dates[0].Line));
        }

        return null;
    }

    public static ArticleSource Source(JatsNode? journal, JatsNode meta)
    {
        var doi = meta.ChildrenOf("article-id").FirstOrDefault(id => id.Is("pub-id-type", "doi"))?.CleanTextWithout();
        var address = meta.ChildrenOf("self-uri")
            .Where(uri => uri.Attribute("content-type") is null or "html" or "text/html" or "full-text" or "fulltext" or "landing-page")
            .Select(uri => uri.Attribute("href"))
            .FirstOrDefault(href =>
                IsAddress(href)
                && !href!.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
                && !href.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));
        return new ArticleSource
        {
            Publisher = NullIfEmpty(journal?.Descendant("publisher-name")?.CleanTextWithout()),
            Url = address
                ?? (doi is not null && References.Doi.Normalise(doi) is { } normal ? "https://doi.org/" + normal : null)
                ?? meta.ChildrenOf("self-uri")
                    .Select(uri => uri.Attribute("href"))
                    .FirstOrDefault(href => href is not null && WebAddress.IsUnsafe(href)),
            License = License(meta.Child("permissions") ?? meta),
        };
    }

    private static string? License(JatsNode permissions)
    {
        var licenses = permissions.Descendants()
            .Where(node => node.Name is "license" or "license_ref")
            .Concat(permissions.Topmost("ext-link", "uri"))
            .ToList();
        return licenses.Where(node => node.Name == "license").Select(node => node.Attribute("href")).FirstOrDefault(IsAddress)
            ?? licenses.Where(node => node.Name == "license_ref").Select(node => node.CleanTextWithout()).FirstOrDefault(IsAddress)
            ?? licenses
                .Where(node => node.Name is "ext-link" or "uri")
                .Select(node => node.Attribute("href") ?? node.CleanTextWithout())
                .FirstOrDefault(IsAddress);
    }

    private static IEnumerable<(JatsNode Node, string Type)> Contributors(JatsNode meta) =>
        meta.ChildrenOf("contrib-group").SelectMany(group => group.ChildrenOf("contrib").Select(contributor =>
            (
                contributor,
                (contributor.Attribute("contrib-type") is { } type and not ("person" or "group")
                    ? type
                    : group.Attribute("content-type") ?? "").ToLowerInvariant())));

    private static string NameOf(JatsNode contributor)
    {
        var names = contributor.Child("name-alternatives") ?? contributor.Child("collab-alternatives") ?? contributor;
        var name = names.ChildrenOf("name").FirstOrDefault(form => !form.Is("name-style", "eastern"))
            ?? names.Child("name")
            ?? names.Child("string-name");
        if (name is null)
        {
            return (names.Child("collab")
                    ?? names.Child("on-behalf-of"))?.CleanTextWithout(
                        "contrib-group", "contrib", "xref", "fn", "aff", "address", "email", "role", "author-comment")
                ?? "";
        }

        var (family, given) = (name.Child("surname")?.CleanTextWithout("xref"), name.Child("given-names")?.CleanTextWithout("xref"));
        if (family is null && given is null)
        {
            return name.CleanTextWithout("xref", "degrees");
        }

        string?[] parts = name.Is("name-style", "eastern") ? [family, given] : [given, family, name.Child("suffix")?.CleanTextWithout()];
        return string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static int Rank(JatsNode date) => (date.Attribute("pub-type") ?? date.Attribute("date-type")) switch
    {
        "epub" or "epreprint" => 0,
        "pub" when date.Attribute("publication-format") is "electronic" or "online" => 0,
        "epub-ppub" => 1,
        "pub" when date.Attribute("publication-format") is null => 1,
        null => 2,
        "ppub" or "pub" => 3,
        "collection" => 4,
        _ => 5,
    };

    private static DateOnly? DayOf(JatsNode date)
    {
        if (date.Attribute("iso-8601-date") is { } iso
            && DateOnly.TryParseExact(iso.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            return exact;
        }

        var (year, month, day) = (
            date.Child("year")?.CleanTextWithout(), date.Child("month")?.CleanTextWithout(), date.Child("day")?.CleanTextWithout());
        return Dates.AtStart(month is not null && month.All(char.IsAsciiDigit) ? $"{year}-{month}-{day}" : $"{day} {month} {year}")?.Date
            ?? Dates.AtStart(date.Child("string-date")?.CleanTextWithout() ?? "")?.Date;
    }

    private static bool IsAddress(string? text) =>
        text is not null
        && text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(text, UriKind.Absolute, out _)
        && !text.Any(char.IsWhiteSpace);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    [GeneratedRegex(@"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
