using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>
/// The article's metadata on a page: title, authors, dates. The first source that has a value wins: Highwire's <c>citation_*</c> metadata,
/// Dublin Core, what the page prints (h1, bylines), JSON-LD, Open Graph, <c>title</c>. For dates and publishers JSON-LD wins over what is
/// printed.
/// </summary>
internal sealed partial class PageHead
{
    private const int MaxByline = 240;
    private const int MaxTitle = 400;
    private const int MaxAuthors = 1500;
    private const int MaxBylines = 12;
    private const int MaxHeadings = 24;
    private const int ProseLength = 300;

    private readonly HtmlTree tree;
    private readonly Dictionary<string, List<(string Value, int Line)>> metas = new(StringComparer.Ordinal);
    private readonly HashSet<int> used = [];

    private PageHead(HtmlTree tree) => this.tree = tree;

    public string? Title { get; private set; }

    public string? Subtitle { get; private set; }

    public string? Category { get; private set; }

    public string? Language { get; private set; }

    public IReadOnlyList<string> Authors { get; private set; } = [];

    public IReadOnlyList<string> ReviewedBy { get; private set; } = [];

    public DateOnly? PublishedOn { get; private set; }

    public ArticleSource Source { get; private set; } = new();

    /// <summary>The nodes that are told here and not in the body.</summary>
    public IReadOnlySet<int> Used => used;

    /// <summary>The index of the first node of the body.</summary>
    public int BodyStart { get; private set; }

    public static PageHead Read(HtmlTree tree, MainContent page, List<ImportNote> notes)
    {
        var head = new PageHead(tree);
        head.ReadMetas();
        var linked = HtmlJsonLd.Read(tree, notes);
        var heading = head.FindTitle(page, linked, notes);
        head.ReadSource(linked);
        head.ReadBylines(page, heading, linked, notes);
        return head;
    }

    private void ReadMetas()
    {
        foreach (var node in tree.Nodes.Where(node => node.Name == "meta"))
        {
            var value = CleanText.Of(node.Get("content") ?? "");
            if ((node.Get("name") ?? node.Get("property") ?? node.Get("itemprop")) is { } name && value.Length > 0)
            {
                var key = name.Trim().ToLowerInvariant();
                if (!metas.TryGetValue(key, out var values))
                {
                    metas.Add(key, values = []);
                }

                values.Add((value, node.Line));
            }
        }
    }

    private string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (metas.TryGetValue(name, out var values))
            {
                return values[0].Value;
            }
        }

        return null;
    }

    private List<string> Metas(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (metas.TryGetValue(name, out var values))
            {
                return values.ConvertAll(value => value.Value);
            }
        }

        return [];
    }

    /// <summary>Finds the title, and the heading of the page that prints it.</summary>
    private HtmlNode? FindTitle(MainContent page, HtmlJsonLd linked, List<ImportNote> notes)
    {
        var told = PlainTitle.Of(Meta("citation_title", "dc.title", "dcterms.title", "eprints.title", "bepress_citation_title"));
        var name = tree.Nodes.FirstOrDefault(
                node => node.Name == "title" && node.Closest(around => around.Name is "svg" or "body") is null) is { } element
            ? PlainTitle.Of(tree.TextOf(element))
            : null;
        var graph = PlainTitle.Of(Meta("og:title", "twitter:title"));
        var structured = PlainTitle.Of(linked.Title);
        List<string> known =
        [
            .. new[] { told, structured, graph, name }.OfType<string>().Select(Folding.Key).Where(key => key.Length > 0),
        ];
        var headings = tree.Nodes
            .Where(node => node.HeadingLevel is 1 or 2 && Text(node) is { Length: > 0 and <= MaxTitle })
            .Take(MaxHeadings)
            .ToList();
        var heading = headings.Where(node => node.HeadingLevel == 1 && Agrees(node, known)).MaxBy(node => Text(node).Length);

        // The only h1 may be the name of the journal or the channel: then the title is a heading below it that the metadata name too.
        var named = told ?? structured ?? graph;
        if (heading is null || IsPartOfName(heading, named, name))
        {
            var above = heading?.Index ?? 0;
            heading = headings.Find(node => node.HeadingLevel == 2 && node.Index > above && IsTitle(node, named, name)) ?? heading;
        }

        var first = headings.Where(node => node.HeadingLevel == 1).ToList();
        if (heading is null && first.Count > 0 && (first.Count == 1 || known.Count == 0) && !IsSiteName(first[0]))
        {
            heading = first[0];
        }

        var printed = heading is null ? null : Text(heading);
        Title = told ?? printed ?? structured ?? Stripped(graph) ?? Stripped(name);
        if (Title is { Length: 0 })
        {
            Title = null;
        }

        if (told is not null && printed is not null && !IsSame(told, printed))
        {
            notes.Add(ImportNote.Info(
                "title-doubtful",
                $"The metadata give the title as {ImportNote.Quote(told)}, the page prints "
                + $"{ImportNote.Quote(printed)}; the first is taken.",
                heading!.Line));
        }

        if (heading is null && Title is not null && Folding.Key(Title) is { Length: > 0 } title)
        {
            heading = tree.Nodes.FirstOrDefault(
                node => node.HeadingLevel == 2 && node.End - node.Index < 12 && Folding.Key(Text(node)) == title);
        }

        if (heading is not null)
        {
            used.Add(heading.Index);
        }

        // What stands above the title is the page's, unless it is text.
        BodyStart = page.Root.Index + 1;
        if (heading is not null
            && heading.Index > page.Root.Index
            && heading.End <= page.Root.End
            && !HasProse(page.Root.Index + 1, heading.Index))
        {
            BodyStart = heading.Index;
        }

        return heading;
    }

    private string Text(HtmlNode node) => HtmlHeadings.TextOf(tree, node);

    private bool Agrees(HtmlNode heading, List<string> known) =>
        Folding.Key(Text(heading)) is { Length: > 0 } key
        && known.Exists(other => other.Contains(key, StringComparison.Ordinal) || key.Contains(other, StringComparison.Ordinal));

    /// <summary>Whether a heading is only one piece of what the title element strings together, and not what the metadata name.</summary>
    private bool IsPartOfName(HtmlNode heading, string? told, string? name)
    {
        var key = Folding.Key(Text(heading));
        return told is not null
            ? !IsSame(told, Text(heading))
            : name is not null && PlainTitle.Pieces(name) is { Count: > 1 } pieces && pieces.Exists(piece => Folding.Key(piece) == key);
    }

    /// <summary>Whether a heading is the title that the metadata give, or the longest piece of the title element.</summary>
    private bool IsTitle(HtmlNode heading, string? told, string? name)
    {
        var key = Folding.Key(Text(heading));
        return key.Length > 0
            && (told is not null
                ? Folding.Key(told) == key
                : name is not null && PlainTitle.Pieces(name).MaxBy(piece => piece.Length) is { } longest && Folding.Key(longest) == key);
    }

    private bool HasProse(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (tree.Nodes[i].Text.Length > ProseLength && tree.Nodes[i].Closest(node => HtmlElements.IsUnread(node)) is null)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSiteName(HtmlNode heading) =>
        heading.Closest(node => node.Name == "header") is not null
        && Meta("og:site_name") is { } site
        && Folding.Key(site) == Folding.Key(Text(heading));

    private static bool IsSame(string one, string other) =>
        Folding.Key(one) is var a
        && Folding.Key(other) is var b
        && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));

    // "Zinc and mood - Harbour Magazine", "Zinc and mood | Harbour"
    private string? Stripped(string? title)
    {
        if (title is null)
        {
            return null;
        }

        // "Journal - Full text - Title": the rest is short.
        if (PlainTitle.Pieces(title) is { Count: > 2 } pieces
            && pieces.MaxBy(piece => piece.Length) is { } longest
            && longest.AsSpan().Count(' ') >= 3
            && pieces.TrueForAll(piece => piece == longest || piece.AsSpan().Count(' ') < 3))
        {
            return longest;
        }

        var site = Meta("og:site_name", "application-name") is { } name ? Folding.Key(name) : null;
        var cut = title.Length;
        foreach (var separator in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " :: ", " · ", " » "])
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            var suffix = at > 0 ? title[(at + separator.Length)..] : "";
            if (at > 0
                && at < cut
                && (separator is " | " or " :: " or " » "
                    || Folding.Key(suffix) == site
                    || (site is null && suffix.AsSpan().Count(' ') <= 3 && (at > suffix.Length || suffix == "Wikipedia"))))
            {
                cut = at;
            }
        }

        return title[..cut].Trim();
    }

    private void ReadSource(HtmlJsonLd linked)
    {
        Category = Meta("article:section", "prism.section", "citation_article_type") ?? linked.Category;
        Language = LanguageOf(
                tree.Nodes.FirstOrDefault(node => node.Name == "html") is { } html ? html.Get("lang") ?? html.Get("xml:lang") : null)
            ?? LanguageOf(Meta("citation_language", "dc.language", "dcterms.language", "content-language"))
            ?? LanguageOf(linked.Language)
            ?? LanguageOf(Meta("og:locale"));
        Source = new ArticleSource
        {
            Publisher = Meta("citation_publisher", "dc.publisher", "dcterms.publisher") ?? linked.Publisher ?? Meta("og:site_name"),
            Url = Address(Link("canonical"))
                ?? Address(Meta("og:url"))
                ?? Address(Meta("citation_abstract_html_url", "citation_fulltext_html_url", "citation_public_url"))
                ?? Address(linked.Url)
                ?? new[] { Link("canonical"), Meta("og:url"), linked.Url }.FirstOrDefault(IsUnsafe),
            License = Address(Link("license"))
                ?? linked.License
                ?? Address(Meta("dcterms.license", "dc.rights", "dcterms.rights", "citation_license")),
        };
    }

    private string? Link(string relation) =>
        tree.Nodes
            .FirstOrDefault(node =>
                node.Name is "link" or "a"
                && node.Words("rel").Contains(relation, StringComparer.OrdinalIgnoreCase)
                && node.Get("href") is not null)
            ?.Get("href");

    private static string? Address(string? address) =>
        address?.Trim() switch
        {
            { } relative when relative.StartsWith("//", StringComparison.Ordinal) => "https:" + relative,
            { } absolute when Uri.TryCreate(absolute, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" => absolute,
            _ => null,
        };

    // It is noted, and left out.
    private static bool IsUnsafe(string? address) => address is not null && WebAddress.IsUnsafe(address);

    private static string? LanguageOf(string? tag) =>
        tag is not null && LanguageTag().Match(tag.Trim().Replace('_', '-')) is { Success: true } match ? match.Groups["tag"].Value : null;

    private void ReadBylines(MainContent page, HtmlNode? heading, HtmlJsonLd linked, List<ImportNote> notes)
    {
        var authors = Metas(
                "citation_author", "citation_authors", "bepress_citation_author", "dc.creator", "dcterms.creator", "dc.contributor")
            .SelectMany(value => value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(GivenFirst)
            .ToList();
        var day = Day(Meta(
                "citation_publication_date", "citation_online_date", "citation_date", "prism.publicationdate", "bepress_citation_date"))
            ?? Day(linked.Published)
            ?? Day(Meta(
                "article:published_time", "article:published", "datepublished", "dc.date", "dc.date.issued", "dcterms.issued",
                "dcterms.date", "date", "pubdate", "publish-date", "parsely-pub-date", "sailthru.date", "og:article:published_time"));
        var reviewers = new List<string>(linked.ReviewedBy);
        authors.AddRange(authors.Count == 0 ? linked.Authors : []);
        var (byPage, dayOfPage, updated) = (new List<string>(), (DateOnly?)null, (DateOnly?)null);
        foreach (var line in HeadLines(page, heading))
        {
            var text = tree.TextOf(line);
            if (text.Length is > 0 and <= MaxAuthors
                && authors.Sum(name => text.Contains(name, StringComparison.Ordinal) ? name.Length : 0) * 5 >= text.Length * 2)
            {
                used.Add(line.Index);
                continue;
            }

            if (text.Length is 0 or > MaxByline)
            {
                continue;
            }

            var isTime = line.Name == "time" || Dates.AtStart(text) is { } whole && whole.End == text.Length;
            if (isTime && Day(line.Get("datetime") ?? text) is { } stamp)
            {
                dayOfPage ??= stamp;
                used.Add(line.Index);
            }
            else if (IsSubtitle(line) && Subtitle is null)
            {
                Subtitle = text;
                used.Add(line.Index);
            }
            else if (Byline.Parse(text.TrimStart('—', '–', '-', '|', '·', '•', ' ')) is { } byline)
            {
                byPage.AddRange(byline.Authors);
                reviewers.AddRange(byline.Reviewers.Where(name => !reviewers.Contains(name, StringComparer.Ordinal)));
                dayOfPage ??= byline.Published;
                updated ??= byline.Updated?.Date;
                used.Add(line.Index);
            }
            else if (line.Words("rel").Contains("author", StringComparer.Ordinal) || line.Get("itemprop") == "author")
            {
                byPage.Add(text.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? text[3..] : text);
            }
        }

        if (authors.Count == 0)
        {
            authors.AddRange(byPage.Count > 0
                ? byPage
                : Metas("author", "article:author", "parsely-author", "sailthru.author", "twitter:data1")
                    .Where(name => Address(name) is null && !name.Contains(" min", StringComparison.Ordinal))
                    .SelectMany(Byline.Names));
        }

        Authors = [.. authors.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        ReviewedBy = [.. reviewers.Distinct(StringComparer.Ordinal)];
        PublishedOn = day ?? dayOfPage;
        Subtitle ??= linked.Subtitle;
        if (PublishedOn is null && updated is { } last)
        {
            PublishedOn = last;
            notes.Add(ImportNote.Info(
                "date-of-update", "The only date is that of an update; it is taken as the day of publication.", heading?.Line));
        }
        else if (day is { } told && dayOfPage is { } printed && told != printed)
        {
            notes.Add(ImportNote.Info(
                "date-doubtful",
                $"The metadata give {told:yyyy-MM-dd}, the page prints {printed:yyyy-MM-dd}; the first is taken.",
                heading?.Line));
        }
    }

    /// <summary>The lines around the title: those of its header, and those below it up to the first that is text.</summary>
    private IEnumerable<HtmlNode> HeadLines(MainContent page, HtmlNode? heading)
    {
        var start = heading?.Closest(node => node.Name == "header") is { } header ? header.Index : heading?.End ?? BodyStart;
        var end = heading is null ? page.Root.End : tree.Nodes.Count;
        var count = 0;
        for (var i = start; i < end && count < MaxBylines * 4;)
        {
            var node = tree.Nodes[i];
            if (node.IsText)
            {
                if (node.Text.Length > ProseLength)
                {
                    yield break;
                }

                i++;
            }
            else if (node == heading || HtmlElements.IsUnread(node) || node.Name is "nav" or "figure" or "footer")
            {
                i = node.End;
            }
            else if (node.HeadingLevel > 1 && !IsSubtitle(node))
            {
                yield break;
            }
            else if (node.Name is "time" or "p" or "li"
                || node.HeadingLevel > 0
                || node.Words("rel").Contains("author", StringComparer.Ordinal)
                || node.Get("itemprop") == "author"
                || (node.Name is "div" or "span" or "address" or "td"
                    && node.End - node.Index <= 24
                    && !tree.Within(node).Any(inner => inner.Name is "p" or "li" or "h2")))
            {
                if (node.Name == "p" && page.ProseIn(node) > ProseLength)
                {
                    yield break;
                }

                count++;
                yield return node;
                i = used.Contains(node.Index) ? node.End : i + 1;
            }
            else
            {
                i++;
            }
        }
    }

    private static bool IsSubtitle(HtmlNode node) =>
        node.Words("class").Append(node.Id).Any(name => SubtitleClass().IsMatch(name)) || node.Get("itemprop") is "alternativeHeadline";

    // "Berg, Anna" as Highwire has it.
    private static string GivenFirst(string name) =>
        name.Split(',', StringSplitOptions.TrimEntries) is [var family, { Length: > 0 } given] && !IsDegree(given)
            ? $"{given} {family}"
            : name;

    private static bool IsDegree(string text) =>
        text.Length <= 5 && text.All(c => char.IsUpper(c) || c is '.' or 'h') && text.Contains('D', StringComparison.Ordinal);

    private static DateOnly? Day(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var day = IsoTime().Match(text) is { Success: true } iso ? iso.Groups["day"].Value : text;
        return Dates.AtStart(day)?.Date;
    }

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsoTime();

    [GeneratedRegex(
        @"^(?<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})(?![\w-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageTag();

    [GeneratedRegex(
        @"(?:^|[-_])(?:subtitle|sub-title|subheadline|sub-headline|standfirst|dek|deck|strapline|subhead)(?:$|--)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SubtitleClass();
}
