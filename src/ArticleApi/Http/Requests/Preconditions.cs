using ArticleApi.Http.ProblemDetails;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Requests;

/// <summary>The preconditions of a write, <c>If-Match</c> and <c>If-None-Match</c> (RFC 9110, 13.1).</summary>
internal sealed class Preconditions
{
    private readonly IList<EntityTagHeaderValue>? match;
    private readonly IList<EntityTagHeaderValue>? noneMatch;

    private Preconditions(IList<EntityTagHeaderValue>? match, IList<EntityTagHeaderValue>? noneMatch) =>
        (this.match, this.noneMatch) = (match, noneMatch);

    /// <summary>Whether the caller says which state the write is to replace.</summary>
    public bool NamesState => match is not null;

    /// <summary>Whether the request has none.</summary>
    public bool AreNone => match is null && noneMatch is null;

    /// <summary>The preconditions of a request that passed <see cref="Check"/>.</summary>
    public static Preconditions Of(HttpContext http) => http.Features.GetRequiredFeature<Preconditions>();

    /// <summary>An endpoint filter that reads the preconditions, and refuses malformed ones.</summary>
    public static ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!TryRead(http.Request.Headers.IfMatch, out var match))
        {
            return new(Problems.InvalidHeader(HeaderNames.IfMatch));
        }

        if (!TryRead(http.Request.Headers.IfNoneMatch, out var noneMatch))
        {
            return new(Problems.InvalidHeader(HeaderNames.IfNoneMatch));
        }

        http.Features.Set(new Preconditions(match, noneMatch));
        return next(context);
    }

    /// <summary>Whether they hold.</summary>
    /// <param name="isCurrent">Whether a tag names the current state; null if nothing is stored.</param>
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
