using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http;

/// <summary>
/// Strong entity tags (RFC 9110, 8.8.3), made before the answer is. They name the state that the answer shows, and are bound to the request,
/// the representation and the program's build.
/// </summary>
internal static class ETags
{
    // Both assemblies shape answers.
    private static readonly string Build = $"{typeof(ETags).Module.ModuleVersionId} {typeof(Documents.Model.Article).Module.ModuleVersionId}";

    /// <summary>
    /// The tag of an answer that changes with one article only. A revision number may come again after a restore; with the instant of its writing it does not.
    /// </summary>
    public static EntityTagHeaderValue OfRevision(HttpRequest request, long revision, DateTime updatedAt) =>
        Make(request, $"r{revision}", $"{updatedAt:O}");

    /// <summary>The tag of an answer that any write may change.</summary>
    public static EntityTagHeaderValue OfStore(HttpRequest request, long dataVersion) => Make(request, $"v{dataVersion}", "");

    /// <summary>Whether the caller has this answer already (<c>If-None-Match</c>).</summary>
    public static bool Match(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));

    private static EntityTagHeaderValue Make(HttpRequest request, string state, string hidden)
    {
        var bound = SHA256.HashData(Encoding.UTF8.GetBytes($"{Build}\n{Representations.Json}\n{hidden}\n{CanonicalRequest.Of(request)}"));
        return new($"\"{state}-{Convert.ToHexStringLower(bound.AsSpan(0, 8))}\"");
    }
}
