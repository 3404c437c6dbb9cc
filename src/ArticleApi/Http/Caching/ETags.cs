using System.Security.Cryptography;
using System.Text;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Caching;

/// <summary>
/// Strong entity tags (RFC 9110, 8.8.3), made before the answer is. They name the state that the answer shows, and are bound to the request,
/// the representation and the program's build.
/// </summary>
internal static class ETags
{
    // Both assemblies shape answers.
    private static readonly string Build = $"{typeof(ETags).Module.ModuleVersionId} {typeof(Documents.Model.Article).Module.ModuleVersionId}";

    /// <summary>The tag of an answer that changes with one article only.</summary>
    /// <param name="path">The path of the answer; that of the request where it is none other.</param>
    public static EntityTagHeaderValue OfRevision(HttpRequest request, string slug, long revision, DateTime updatedAt, string? path = null) =>
        Make(request, State(slug, revision, updatedAt), path is null ? CanonicalRequest.Of(request) : $"{request.PathBase}{path}?");

    /// <summary>Whether a caller's tag names this revision of the article: the tag of any answer that shows it, or the bare revision.</summary>
    public static bool NamesRevision(EntityTagHeaderValue tag, string slug, long revision, DateTime updatedAt)
    {
        var given = tag.Tag.ToString().Trim('"');
        var state = State(slug, revision, updatedAt);
        return given == state || given.StartsWith($"{state}-", StringComparison.Ordinal) || given == $"r{revision}" || given == $"{revision}";
    }

    /// <summary>The tag of a topic, which any write may change, since it counts its claims; its revision is a part of it.</summary>
    public static EntityTagHeaderValue OfTopic(HttpRequest request, string slug, long revision, long dataVersion) =>
        Make(request, $"{TopicState(slug, revision)}v{dataVersion}", CanonicalRequest.Of(request));

    /// <summary>Whether a caller's tag names this revision of the topic, whatever was written elsewhere.</summary>
    public static bool NamesTopic(EntityTagHeaderValue tag, string slug, long revision) =>
        tag.Tag.AsSpan().TrimStart('"').StartsWith(TopicState(slug, revision), StringComparison.Ordinal);

    /// <summary>The tag of an answer that any write may change.</summary>
    public static EntityTagHeaderValue OfStore(HttpRequest request, long dataVersion) => Make(request, $"v{dataVersion}", CanonicalRequest.Of(request));

    /// <summary>The tag of the answer with this one in a content coding: other bytes have another strong tag (RFC 9110, 8.8.3.3).</summary>
    public static string Encoded(string tag, ContentCoding coding) => $"{tag.AsSpan(0, tag.Length - 1)}-{coding.Name}\"";

    /// <summary>
    /// The tag by which the caller has this answer already (<c>If-None-Match</c>): as it is, or in any content coding that the caller takes. Null where it has not.
    /// </summary>
    public static string? Matching(HttpRequest request, EntityTagHeaderValue tag)
    {
        var known = request.GetTypedHeaders().IfNoneMatch;
        if (known.Count == 0)
        {
            return null;
        }

        var own = tag.ToString();
        return known.Any(given => given.Equals(EntityTagHeaderValue.Any) || given.Compare(tag, useStrongComparison: false)) ? own
            : ContentCoding.AcceptedBy(request)
                .Select(coding => Encoded(own, coding))
                .FirstOrDefault(encoded => known.Any(given => given.Compare(new EntityTagHeaderValue(encoded), useStrongComparison: false)));
    }

    // A revision number may come again after a restore; with the instant of its writing it does not.
    private static string State(string slug, long revision, DateTime updatedAt) => $"r{revision}.{Hash($"{slug}\n{updatedAt:O}", 4)}";

    private static string TopicState(string slug, long revision) => $"t{revision}.{Hash(slug, 4)}.";

    private static EntityTagHeaderValue Make(HttpRequest request, string state, string canonical) =>
        new($"\"{state}-{Hash($"{Build}\n{Representations.Chosen(request.HttpContext).MediaType}\n{canonical}", 8)}\"");

    private static string Hash(string text, int bytes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
