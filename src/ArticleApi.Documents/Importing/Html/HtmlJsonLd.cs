using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>The article's metadata in the JSON-LD of a page (https://schema.org/Article and its subtypes).</summary>
internal sealed class HtmlJsonLd
{
    private const int MaxNodes = 2000;

    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal,
        "Article", "NewsArticle", "ScholarlyArticle", "MedicalScholarlyArticle", "BlogPosting", "TechArticle", "Report",
        "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle", "BackgroundNewsArticle",
        "AdvertiserContentArticle", "SatiricalArticle", "LiveBlogPosting", "SocialMediaPosting", "MedicalWebPage");

    public string? Title { get; private set; }

    public string? Subtitle { get; private set; }

    public string? Category { get; private set; }

    public string? Language { get; private set; }

    public string? Published { get; private set; }

    public string? Publisher { get; private set; }

    public string? Url { get; private set; }

    public string? License { get; private set; }

    public List<string> Authors { get; } = [];

    public List<string> ReviewedBy { get; } = [];

    /// <summary>What the first article among the page's blocks tells; a block that is no JSON is noted.</summary>
    public static HtmlJsonLd Read(HtmlTree tree, List<ImportNote> notes)
    {
        var read = new HtmlJsonLd();
        foreach (var script in tree.Nodes.Where(node =>
            node.Name == "script"
            && node.Get("type")?.Trim().StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) == true))
        {
            var json = string.Concat(tree.Within(script).Select(node => node.Text)).Trim();
            try
            {
                using var document = JsonDocument.Parse(
                    Encoding.UTF8.GetBytes(json),
                    new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                read.Read(document.RootElement);
            }
            catch (Exception fault) when (fault is JsonException or InvalidOperationException)
            {
                // InvalidOperationException: half of a surrogate pair, written as an escape.
                notes.Add(ImportNote.Info("bad-json-ld", "The page's structured data is not valid JSON and is not read.", script.Line));
            }
        }

        return read;
    }

    // People and organisations may stand elsewhere in the graph and be named by their @id.
    private void Read(JsonElement root)
    {
        var things = Things(root);
        var byId = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var thing in things)
        {
            if (Text(thing, "@id") is { } id && (Text(thing, "name") is not null))
            {
                byId.TryAdd(id, thing);
            }
        }

        if (Title is not null || things.Find(IsArticle) is not { ValueKind: JsonValueKind.Object } article)
        {
            return;
        }

        Title = Text(article, "headline") ?? Text(article, "name");
        Subtitle = Text(article, "alternativeHeadline");
        Category = Names(article, "articleSection", byId).FirstOrDefault();
        Language = Names(article, "inLanguage", byId).FirstOrDefault();
        Published = Text(article, "datePublished") ?? Text(article, "dateCreated");
        Publisher = Names(article, "publisher", byId).FirstOrDefault();
        License = Text(article, "license");
        Url = Text(article, "url")
            ?? Text(article, "@id")
            ?? (article.TryGetProperty("mainEntityOfPage", out var page) ? Text(page, "@id") : null);
        Authors.AddRange(Names(article, "author", byId));
        ReviewedBy.AddRange(Names(article, "reviewedBy", byId));
    }

    private static List<JsonElement> Things(JsonElement root)
    {
        var things = new List<JsonElement>();
        var open = new Queue<JsonElement>([root]);
        while (open.TryDequeue(out var element) && things.Count < MaxNodes)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    open.Enqueue(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                things.Add(element);
                foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
                {
                    if (element.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    {
                        open.Enqueue(inner);
                    }
                }
            }
        }

        return things;
    }

    private static bool IsArticle(JsonElement thing) =>
        thing.TryGetProperty("@type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsArticleType) : IsArticleType(type));

    private static bool IsArticleType(JsonElement type) =>
        type.ValueKind == JsonValueKind.String && type.GetString() is { } name && Types.Contains(name[(name.LastIndexOf('/') + 1)..]);

    private static string? Text(JsonElement thing, string name) =>
        thing.ValueKind == JsonValueKind.Object && thing.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && CleanText.Of(System.Net.WebUtility.HtmlDecode(value.GetString()!)) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>The names of a string, an object, or an array of them.</summary>
    private static IEnumerable<string> Names(JsonElement thing, string property, Dictionary<string, JsonElement> byId)
    {
        if (!thing.TryGetProperty(property, out var value))
        {
            return [];
        }

        return (value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new List<JsonElement> { value })
            .Select(one => NameOf(one, byId))
            .OfType<string>();
    }

    private static string? NameOf(JsonElement one, Dictionary<string, JsonElement> byId)
    {
        if (one.ValueKind != JsonValueKind.Object)
        {
            return Text(one);
        }

        var person = Text(one, "name") is null && Text(one, "@id") is { } id && byId.TryGetValue(id, out var named) ? named : one;
        return Text(person, "name")
            ?? ((Text(person, "givenName"), Text(person, "familyName")) is ({ } given, { } family) ? $"{given} {family}" : null);
    }
}
