using System.Security.Cryptography;
using System.Text;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Caching;

/// <summary>
/// Strong entity tags (RFC 9110, 8.8.3). A tag is known before the response is made: it names the state that the response shows, and holds
/// a hash of the request, the representation and the build of the program.
/// </summary>
internal static class ETags
{
    // Code of both assemblies decides what a response looks like.
    private static readonly string Build =
        $"{typeof(ETags).Module.ModuleVersionId} {typeof(Documents.Model.Article).Module.ModuleVersionId}";

    /// <summary>The tag of a response that changes with one article only.</summary>
    /// <param name="path">The path whose GET has the tag; that of the request if null.</param>
    public static EntityTagHeaderValue OfRevision(
        HttpRequest request, string slug, long revision, DateTime updatedAt, string? path = null) =>
        Make(request, State(slug, revision, updatedAt), path is null ? CanonicalRequest.Of(request) : $"{request.PathBase}{path}?");

    /// <summary>Whether a tag names this revision of the article: the tag of any response that shows it, or the bare revision.</summary>
    public static bool NamesRevision(EntityTagHeaderValue tag, string slug, long revision, DateTime updatedAt)
    {
        var given = tag.Tag.ToString().Trim('"');
        var state = State(slug, revision, updatedAt);
        return given == state || given.StartsWith($"{state}-", StringComparison.Ordinal)
            || given == $"r{revision}" || given == $"{revision}";
    }

    /// <summary>
    /// The tag of a topic. Any write may change a topic, since it counts its claims; the tag also holds its own revision.
    /// </summary>
    public static EntityTagHeaderValue OfTopic(HttpRequest request, string slug, long revision, long dataVersion) =>
        Make(request, $"{TopicState(slug, revision)}v{dataVersion}", CanonicalRequest.Of(request));

    /// <summary>Whether a tag names this revision of the topic, whatever else was written since.</summary>
    public static bool NamesTopic(EntityTagHeaderValue tag, string slug, long revision) =>
        tag.Tag.AsSpan().TrimStart('"').StartsWith(TopicState(slug, revision), StringComparison.Ordinal);

    /// <summary>The tag of a response that any write may change.</summary>
    public static EntityTagHeaderValue OfStore(HttpRequest request, long dataVersion) =>
        Make(request, $"v{dataVersion}", CanonicalRequest.Of(request));

    /// <summary>The tag of the same response in a content coding: other bytes need another strong tag (RFC 9110, 8.8.3.3).</summary>
    public static string Encoded(string tag, ContentCoding coding) => $"{tag.AsSpan(0, tag.Length - 1)}-{coding.Name}\"";

    /// <summary>
    /// The tag in <c>If-None-Match</c> that says that the caller has this response already, as it is or in a content coding that it
    /// accepts; null if there is none.
    /// </summary>
    public static string? Matching(HttpRequest request, EntityTagHeaderValue tag)
    {
        var known = request.GetTypedHeaders().IfNoneMatch;
        if (known.Count == 0)
        {
            return null;
        }

        var own = tag.ToString();
        bool IsKnown(EntityTagHeaderValue own) => known.Any(given => given.Compare(own, useStrongComparison: false));

        return IsKnown(tag) || known.Contains(EntityTagHeaderValue.Any) ? own
            : ContentCoding.AcceptedBy(request)
                .Select(coding => Encoded(own, coding))
                .FirstOrDefault(encoded => IsKnown(new EntityTagHeaderValue(encoded)));
    }

    // A revision number may come again after a restore of the database; together with the time of writing it does not.
    private static string State(string slug, long revision, DateTime updatedAt) => $"r{revision}.{Hash($"{slug}\n{updatedAt:O}", 4)}";

    private static string TopicState(string slug, long revision) => $"t{revision}.{Hash(slug, 4)}.";

    private static EntityTagHeaderValue Make(HttpRequest request, string state, string canonical) =>
        new($"\"{state}-{Hash($"{Build}\n{Representations.Chosen(request.HttpContext).MediaType}\n{canonical}", 8)}\"");

    private static string Hash(string text, int bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
