using System.Text.Json.Nodes;
using ArticleApi.Contract;
using ArticleApi.Documents.Text;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Requests;

namespace ArticleApi.Features.Claims;

/// <summary>
/// Claims as Web Annotations (https://www.w3.org/TR/annotation-model/): what is said of the sentence in the bodies, where it stands in the
/// target. The context is written out, so that nothing has to be fetched to read them; its terms are those of
/// http://www.w3.org/ns/anno.jsonld.
/// </summary>
internal static class ClaimAnnotations
{
    private const string PointerSyntax = "http://tools.ietf.org/rfc/rfc6901";

    /// <summary>A page of a list as an <c>AnnotationPage</c>.</summary>
    public static ReadOnlyMemory<byte> Page(HttpRequest request, ClaimList list)
    {
        string Page(string? cursor) => Urls.Absolute(request, Urls.With(request, PageParameters.Cursor, cursor));

        var root = Urls.Root(request);
        var page = new JsonObject
        {
            ["@context"] = Context(),
            ["id"] = Page(request.Query[PageParameters.Cursor]),
            ["type"] = "AnnotationPage",
            ["partOf"] = new JsonObject { ["id"] = $"{Page(null)}#collection", ["type"] = "AnnotationCollection" },
        };
        if (list.Page.NextCursor is { } cursor)
        {
            page["next"] = Page(cursor);
        }

        page["items"] = new JsonArray([.. list.Data.Select(claim => Annotation(claim, root))]);
        return Json.ForScript(page);
    }

    /// <summary>A single claim.</summary>
    public static ReadOnlyMemory<byte> One(HttpRequest request, ClaimResponse claim)
    {
        var annotation = Annotation(claim, Urls.Root(request));
        annotation.Insert(0, "@context", Context());
        return Json.ForScript(annotation);
    }

    private static JsonObject Annotation(ClaimResponse claim, string root)
    {
        var article = $"{root}/articles/{claim.Article.Slug}";
        var bodies = new JsonArray();
        foreach (var topic in claim.Topics)
        {
            bodies.Add(Resource("tagging", $"{root}/topics/{topic}"));
        }

        string[] certainty = claim.Certainty is { } known ? [JsonNames.Name(known)] : [];
        foreach (var value in (ReadOnlySpan<string>)[.. certainty, JsonNames.Name(claim.ReviewStatus)])
        {
            bodies.Add(new JsonObject
            {
                ["type"] = "TextualBody",
                ["purpose"] = "classifying",
                ["format"] = "text/plain",
                ["value"] = value,
            });
        }

        foreach (var citation in claim.Citations)
        {
            bodies.Add(Resource("linking", $"{root}/references/{citation.ReferenceId}"));
        }

        return new()
        {
            ["id"] = $"{root}/claims/{claim.Id}",
            ["type"] = "Annotation",
            ["motivation"] = "classifying",
            ["body"] = bodies,
            ["target"] = new JsonArray([.. Targets(claim, article)]),
        };
    }

    private static JsonObject Resource(string purpose, string source) =>
        new() { ["type"] = "SpecificResource", ["purpose"] = purpose, ["source"] = source };

    // The offsets count in a paragraph, so that the paragraph is selected first; a published page is known by the words alone.
    private static IEnumerable<JsonObject> Targets(ClaimResponse claim, string article)
    {
        var place = claim.Location;
        yield return new()
        {
            ["type"] = "SpecificResource",
            ["source"] = $"{article}/sections/{Uri.EscapeDataString(place.SectionId)}",
            ["scope"] = article,
            ["selector"] = new JsonObject
            {
                ["type"] = "FragmentSelector",
                ["conformsTo"] = PointerSyntax,
                ["value"] = $"/paragraphs/{place.Paragraph - 1}/text",
                ["refinedBy"] = new JsonArray(
                    Quote(claim),
                    new JsonObject { ["type"] = "TextPositionSelector", ["start"] = place.Start, ["end"] = place.End }),
            },
        };
        if (WebAddress.SafeOrNull(claim.Article.Url) is { } url)
        {
            yield return new() { ["type"] = "SpecificResource", ["source"] = url, ["selector"] = Quote(claim) };
        }
    }

    private static JsonObject Quote(ClaimResponse claim) => new()
    {
        ["type"] = "TextQuoteSelector",
        ["exact"] = claim.Text,
        ["prefix"] = claim.Location.Prefix,
        ["suffix"] = claim.Location.Suffix,
    };

    private static JsonObject Context()
    {
        var context = new JsonObject
        {
            ["oa"] = "http://www.w3.org/ns/oa#",
            ["as"] = "http://www.w3.org/ns/activitystreams#",
            ["dc"] = "http://purl.org/dc/elements/1.1/",
            ["dcterms"] = "http://purl.org/dc/terms/",
            ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
            ["id"] = "@id",
            ["type"] = "@type",
        };
        foreach (var name in (ReadOnlySpan<string>)[
            "Annotation", "TextualBody", "SpecificResource", "FragmentSelector", "TextQuoteSelector", "TextPositionSelector", "classifying",
            "linking", "tagging",
        ])
        {
            context[name] = $"oa:{name}";
        }

        context["AnnotationPage"] = "as:OrderedCollectionPage";
        context["AnnotationCollection"] = "as:OrderedCollection";
        context["motivation"] = Term("oa:motivatedBy", "@vocab");
        context["purpose"] = Term("oa:hasPurpose", "@vocab");
        context["body"] = Term("oa:hasBody", "@id");
        context["target"] = Term("oa:hasTarget", "@id");
        context["source"] = Term("oa:hasSource", "@id");
        context["scope"] = Term("oa:hasScope", "@id");
        context["selector"] = Term("oa:hasSelector", "@id");
        context["refinedBy"] = Term("oa:refinedBy", "@id");
        context["conformsTo"] = Term("dcterms:conformsTo", "@id");
        context["partOf"] = Term("as:partOf", "@id");
        context["next"] = Term("as:next", "@id");
        context["items"] = new JsonObject { ["@id"] = "as:items", ["@type"] = "@id", ["@container"] = "@list" };
        context["value"] = "rdf:value";
        context["format"] = "dc:format";
        context["exact"] = "oa:exact";
        context["prefix"] = "oa:prefix";
        context["suffix"] = "oa:suffix";
        context["start"] = Term("oa:start", "xsd:nonNegativeInteger");
        context["end"] = Term("oa:end", "xsd:nonNegativeInteger");
        return context;
    }

    private static JsonObject Term(string id, string type) => new() { ["@id"] = id, ["@type"] = type };
}
