using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Bibliographies;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>An article's metadata in the front matter, by the keys of Pandoc, Quarto, Jekyll and Hugo.</summary>
internal sealed partial class MarkdownFrontMatter
{
    private static readonly string[] DayKeys =
    [
        "date", "published", "publishdate", "published_at", "published_on", "pubdate", "publish_date", "datepublished", "date_published",
    ];

    private readonly HashSet<MetaNode> used = new(ReferenceEqualityComparer.Instance);
    private readonly List<ImportNote> notes;
    private readonly MetaNode root;

    private MarkdownFrontMatter(MetaNode root, List<ImportNote> notes)
    {
        this.root = root;
        this.notes = notes;
        Title = Line("title") ?? (root["title"] is { } parts ? Used(parts).TextOf("text", "main", "plain") : null);
        Subtitle = Line("subtitle", "tagline", "dek", "deck", "standfirst") ?? Line("description", "summary", "excerpt");
        Authors = Names("author", "authors", "by", "byline");
        ReviewedBy = Names("reviewed_by", "reviewed-by", "reviewedby", "reviewer", "reviewers", "medically_reviewed_by", "fact_checked_by");
        Language = Line("lang", "language", "locale") is { } tag && LanguageTag().IsMatch(tag) ? tag.Replace('_', '-') : null;
        Publisher = Line("publisher", "journal", "site_name", "site", "publication") ?? NameOf("publisher", "journal");
        License = Line("license", "licence", "copyright_license") ?? NameOf("license", "licence");
        Url = Line("canonical_url", "canonicalurl", "canonical", "url", "link", "external_url", "original_url") is { } url
            && (WebAddress.IsSafe(url) || WebAddress.IsUnsafe(url)) ? url : null; // One that is unsafe is noted.
        PublishedOn = Day();
        Category = FirstOf("category", "categories", "section", "rubric");
        Abstract = root["abstract"] is { Text.Length: > 0 } text ? Used(text) : null;
        KeyPoints = Items("key_points", "keypoints", "key-points", "highlights", "key_takeaways", "takeaways");
        References = Items("references");
        Bibliographies = [.. Files(root["bibliography", "bib", "bibfile"])];
        Uncited = [.. Items("nocite").Where(node => node.Text is not null).SelectMany(node => UncitedKeys(node.Text!))];
        Slug = Line("slug");
        IsExport = Line("generator") == DocumentGenerator.Name;
        TellUnused();
    }

    public string? Title { get; }

    public string? Subtitle { get; }

    public string? Category { get; }

    public string? Language { get; }

    public IReadOnlyList<string> Authors { get; }

    public IReadOnlyList<string> ReviewedBy { get; }

    public DateOnly? PublishedOn { get; }

    public string? Publisher { get; }

    public string? Url { get; }

    public string? License { get; }

    public MetaNode? Abstract { get; }

    public IReadOnlyList<MetaNode> KeyPoints { get; }

    public IReadOnlyList<MetaNode> References { get; }

    /// <summary>The files that hold the references, by the names that the text gives them.</summary>
    public IReadOnlyList<MetaNode> Bibliographies { get; }

    /// <summary>The keys of works that are listed though nothing cites them; <c>*</c> is all.</summary>
    public IReadOnlyList<string> Uncited { get; }

    /// <summary>The address that the article is to have, as it stands there.</summary>
    public string? Slug { get; }

    /// <summary>Whether the service wrote the document: then all of it is the article's.</summary>
    public bool IsExport { get; }

    public static MarkdownFrontMatter Read(MarkdownSource source, List<ImportNote> notes) =>
        new(source.IsToml ? MetaReader.Toml(source.FrontMatter, notes) : MetaReader.Yaml(source.FrontMatter, notes), notes);

    // paper.bib, [a.bib, b.bib], {main: a.bib}
    private IEnumerable<MetaNode> Files(MetaNode? node) =>
        node is null ? []
        : Used(node).Fields.Count > 0 ? node.Fields.SelectMany(field => field.Value.AsList())
        : node.AsList();

    private static List<string> UncitedKeys(string text) => text.Contains("@*", StringComparison.Ordinal)
        ? ["*"]
        : CitationKeyReader.In(text);

    private MetaNode Used(MetaNode node)
    {
        used.Add(node);
        return node;
    }

    private string? Line(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (root[key] is { Text.Length: > 0 } node && MarkdownInlineText.Of(node.Text) is { Length: > 0 } line)
            {
                Used(node);
                return line;
            }
        }

        return null;
    }

    private string? NameOf(params ReadOnlySpan<string> keys) =>
        root[keys] is { Fields.Count: > 0 } node && Used(node).TextOf("name", "text", "type", "title", "id", "url", "link") is { } name
            ? CleanText.Of(name)
            : null;

    private string? FirstOf(params ReadOnlySpan<string> keys)
    {
        var items = Items(keys);
        foreach (var other in items.Skip(1))
        {
            notes.Add(
                ImportNote.Info("unused-text", $"{ImportNote.Quote(other.Text ?? "")} is a further category and is left out.", other.Line));
        }

        return items is [{ Text.Length: > 0 } first, ..] ? CleanText.Of(first.Text) : null;
    }

    private IReadOnlyList<MetaNode> Items(params ReadOnlySpan<string> keys) => root[keys] is { } node ? Used(node).AsList() : [];

    private List<string> Names(params ReadOnlySpan<string> keys)
    {
        var names = new List<string>();
        foreach (var item in Items(keys))
        {
            if (item.Text is { Length: > 0 } text)
            {
                var line = MarkdownInlineText.Of(text);
                // "Roe, Jane" is one name.
                names.AddRange(
                    line.Split(", ") is [var family, _] && !family.Contains(' ', StringComparison.Ordinal) ? [line] : Byline.Names(line));
            }
            else if (NameIn(item) is { Length: > 0 } name)
            {
                names.Add(CleanText.Of(name));
            }
        }

        return names;
    }

    // {name: A B}, {given: A, family: B}, {name: {given: A, family: B}}, {A B: {institute: …}}
    private static string? NameIn(MetaNode item)
    {
        var name = item["name"] is { Fields.Count: > 0 } parts ? parts : item;
        if (name.TextOf("name", "literal", "display_name", "fullname") is { } whole)
        {
            return whole;
        }

        if (name.TextOf("family", "lastname", "last", "surname", "last_name") is { } family)
        {
            return $"{name.TextOf("given", "firstname", "first", "first_name", "given_names", "given-names")} {family}".Trim();
        }

        return item.Fields is [(var key, { Fields.Count: > 0 }), ..] ? key : null;
    }

    private DateOnly? Day()
    {
        foreach (var key in DayKeys)
        {
            if (root[key] is { Text.Length: > 0 } node && node.Text is not ("true" or "false"))
            {
                var text = Time().Replace(MarkdownInlineText.Of(Used(node).Text ?? ""), "");
                if (Dates.AtStart(text) is { } day)
                {
                    return day.Date;
                }

                notes.Add(ImportNote.Info("unused-text", $"{ImportNote.Quote(text)} is no day that can be read.", node.Line));
            }
        }

        return null;
    }

    private void TellUnused()
    {
        var unused = root.Fields.Where(field => !used.Contains(field.Value)).ToList();
        if (unused.Count > 0)
        {
            notes.Add(ImportNote.Info(
                "unused-text",
                $"The front matter has no field here for {ImportNote.Quote(string.Join(", ", unused.Select(field => field.Key)))}.",
                unused[0].Value.Line));
        }
    }

    [GeneratedRegex(@"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();

    // 2022-12-04T10:00:00Z
    [GeneratedRegex(@"(?<=^[0-9]{4}-[0-9]{2}-[0-9]{2})[T_].*$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
