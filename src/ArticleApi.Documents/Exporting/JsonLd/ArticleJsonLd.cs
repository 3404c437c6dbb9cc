using System.Text.Json.Nodes;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Exporting.JsonLd;

/// <summary>
/// Writes an article as JSON-LD in the terms of schema.org (https://schema.org/Article): the references as <c>citation</c>, the claims
/// as parts of type <c>Claim</c>. The context is written out, so that nothing has to be fetched to read it.
/// </summary>
public static class ArticleJsonLd
{
    private const string DoiResolver = "https://doi.org/";
    private const string Licenses = "https://spdx.org/licenses/";

    // https://schema.org/docs/jsonldcontext.jsonld has these as references and dates too.
    private static readonly (string Term, string Type)[] Typed =
    [
        ("url", "@id"), ("sameAs", "@id"), ("license", "@id"), ("appearance", "@id"), ("datePublished", "schema:Date"),
    ];

    // The CSL types that schema.org has a type for; of the others it is known that they are works.
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["article"] = "Article",
        ["article-journal"] = "ScholarlyArticle",
        ["article-magazine"] = "Article",
        ["article-newspaper"] = "NewsArticle",
        ["book"] = "Book",
        ["chapter"] = "Chapter",
        ["classic"] = "Book",
        ["dataset"] = "Dataset",
        ["entry-dictionary"] = "Article",
        ["entry-encyclopedia"] = "Article",
        ["legislation"] = "Legislation",
        ["manuscript"] = "Manuscript",
        ["map"] = "Map",
        ["motion_picture"] = "Movie",
        ["paper-conference"] = "ScholarlyArticle",
        ["post-weblog"] = "BlogPosting",
        ["report"] = "Report",
        ["review"] = "Review",
        ["software"] = "SoftwareApplication",
        ["thesis"] = "Thesis",
        ["webpage"] = "WebPage",
    };

    /// <param name="article">The article.</param>
    /// <param name="root">The address below which articles, references, claims and topics have theirs, such as
    /// <c>https://example.org/api/v1</c>.</param>
    public static JsonObject Write(Article article, string root)
    {
        var address = $"{root}/articles/{article.Slug}";
        var references = article.References.ToDictionary(reference => reference.Label, reference => reference.Id, StringComparer.Ordinal);
        var text = article.Sections
            .SelectMany(section => section.Paragraphs.Select(paragraph => paragraph.Text).Prepend(section.Heading))
            .OfType<string>();
        return Object(
            ("@context", Context()),
            ("@type", "Article"),
            ("@id", address),
            ("headline", article.Title),
            ("alternativeHeadline", article.Subtitle),
            ("articleSection", article.Category),
            ("inLanguage", article.Language),
            ("author", Array(article.Authors.Select(name => Object(("@type", "Person"), ("name", name))))),
            ("contributor", Array(article.ReviewedBy.Select(Reviewer))),
            ("datePublished", article.PublishedOn?.ToString("yyyy-MM-dd")),
            ("publisher", article.Source.Publisher is { } publisher ? Object(("@type", "Organization"), ("name", publisher)) : null),
            ("url", Address(article.Source.Url)),
            ("license", License(article.Source.License)),
            ("abstract", Array(article.KeyPoints.Select(point => (JsonNode)point.Text))),
            ("articleBody", string.Join("\n\n", text)),
            ("citation", Array(article.References.DistinctBy(reference => reference.Id).Select(reference => Work(reference, root)))),
            ("hasPart", Array(article.Claims.Select(claim => Statement(claim, references, address, root)))));
    }

    // A role says as what somebody contributed (https://schema.org/Role).
    private static JsonObject Reviewer(string name) => Object(
        ("@type", "Role"), ("roleName", "reviewer"), ("contributor", Object(("@type", "Person"), ("name", name))));

    private static JsonObject Statement(Claim claim, Dictionary<string, string> references, string address, string root)
    {
        var topics = claim.Topics.Select(
            topic => Object(("@type", "DefinedTerm"), ("@id", $"{root}/topics/{topic}"), ("termCode", topic)));
        var works = claim.Citations
            .Select(citation => Object(("@id", $"{root}/references/{references[citation.Label]}")))
            .DistinctBy(work => work["@id"]!.ToString());
        return Object(
            ("@type", "Claim"),
            ("@id", $"{root}/claims/{claim.Id}"),
            ("text", claim.Text),
            ("about", Array(topics)),
            ("citation", Array(works)),
            ("creativeWorkStatus", claim.ReviewStatus.ToString().ToLowerInvariant()),
            ("appearance", address));
    }

    private static JsonObject Work(Reference reference, string root)
    {
        var containerType = reference.Type switch
        {
            ReferenceTypes.Chapter => "Book",
            ReferenceTypes.JournalArticle => "Periodical",
            _ => "CreativeWork",
        };
        var container = reference.ContainerTitle is { } title
            ? Object(("@type", containerType), ("name", title))
            : null;
        container = Within("PublicationVolume", "volumeNumber", reference.Volume, container);
        container = Within("PublicationIssue", "issueNumber", reference.Issue, container);
        return Object(
            ("@type", Types.GetValueOrDefault(reference.Type, "CreativeWork")),
            ("@id", $"{root}/references/{reference.Id}"),
            ("name", reference.Title ?? reference.Raw),
            ("author", Array(reference.Authors.Select(Author))),
            ("datePublished", reference.Year is { } year ? $"{year:0000}" : null),
            ("isPartOf", container),
            ("pagination", reference.Pages),
            ("sameAs", DoiAddress(reference.Doi)),
            ("url", Address(reference.Url)));
    }

    private static JsonObject? Within(string type, string property, string? number, JsonObject? container) =>
        number is null ? container : Object(("@type", type), (property, number), ("isPartOf", container));

    private static string? DoiAddress(string? doi) =>
        doi is null ? null : DoiResolver + Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal);

    private static JsonObject Author(PersonName name) => name.Literal is { } literal
        ? Object(("@type", "Organization"), ("name", literal))
        : Object(
            ("@type", "Person"), ("name", $"{name.Given} {name.Family}".Trim()), ("familyName", name.Family), ("givenName", name.Given));

    // An SPDX identifier with its version, CC-BY-4.0, has its page; a licence in other words is none that can be pointed to.
    private static string? License(string? license) =>
        Address(license)
        ?? (license is not null
                && license.Any(char.IsAsciiDigit)
                && license.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+')
            ? Licenses + license
            : null);

    private static string? Address(string? url) =>
        WebAddress.SafeOrNull(url) is { } address ? new Uri(address).AbsoluteUri : null;

    private static JsonObject Context()
    {
        var context = Object(("@vocab", "http://schema.org/"), ("schema", "http://schema.org/"));
        foreach (var (term, type) in Typed)
        {
            context[term] = Object(("@type", type));
        }

        return context;
    }

    /// <summary>An object of the members that have a value.</summary>
    private static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var made = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                made[name] = value;
            }
        }

        return made;
    }

    private static JsonArray? Array(IEnumerable<JsonNode> items) => items.ToArray() is { Length: > 0 } some ? new JsonArray(some) : null;
}
