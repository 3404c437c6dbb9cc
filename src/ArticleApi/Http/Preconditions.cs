using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http;

/// <summary>The conditions of a write, <c>If-Match</c> and <c>If-None-Match</c> (RFC 9110, 13.1).</summary>
internal sealed class Preconditions
{
    private readonly IList<EntityTagHeaderValue>? match;
    private readonly IList<EntityTagHeaderValue>? noneMatch;

    private Preconditions(IList<EntityTagHeaderValue>? match, IList<EntityTagHeaderValue>? noneMatch) =>
        (this.match, this.noneMatch) = (match, noneMatch);

    /// <summary>Whether the caller set any.</summary>
    public bool Any => match is not null || noneMatch is not null;

    /// <returns>The conditions, or null and the name of a header that is none.</returns>
    public static (Preconditions? Conditions, string? Malformed) Of(HttpRequest request)
    {
        var headers = request.Headers;
        return !TryRead(headers.IfMatch, out var match) ? (null, HeaderNames.IfMatch)
            : !TryRead(headers.IfNoneMatch, out var noneMatch) ? (null, HeaderNames.IfNoneMatch)
            : (new Preconditions(match, noneMatch), null);
    }

    /// <summary>Whether they hold for what is there.</summary>
    /// <param name="isCurrent">Whether a tag names the present state; null where there is nothing.</param>
    public bool Hold(Func<EntityTagHeaderValue, bool>? isCurrent)
    {
        bool Names(EntityTagHeaderValue tag) => isCurrent is not null && (tag.Equals(EntityTagHeaderValue.Any) || isCurrent(tag));
        return (match is null || match.Any(tag => (!tag.IsWeak || tag.Equals(EntityTagHeaderValue.Any)) && Names(tag)))
            && (noneMatch is null || !noneMatch.Any(Names));
    }

    private static bool TryRead(StringValues header, out IList<EntityTagHeaderValue>? tags)
    {
        tags = null;
        return header.Count == 0 || (EntityTagHeaderValue.TryParseStrictList([.. header.OfType<string>()], out tags) && tags.Count > 0);
    }
}
