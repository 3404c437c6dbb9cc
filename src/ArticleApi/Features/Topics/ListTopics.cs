using ArticleApi.Contract;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Features.Topics;

/// <summary>The parameters of the list of topics.</summary>
internal sealed record TopicRequest : PageRequest
{
    /// <summary>
    /// `sero`: completes what someone types. Only topics of which a name or synonym, or a word of one, begins so; the closest come first,
    /// of equally close ones those with most claims. Only letters and digits matter, and neither their case nor their diacritics.
    /// </summary>
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    /// <summary>`neurotransmitter`: only the topics right below this one. Takes a slug, a name or a synonym.</summary>
    [FromQuery(Name = "broader")]
    public string? Broader { get; init; }

    protected override bool IsKey(IReadOnlyList<string> key) => Q is null ? key is [_] : TopicPosition.Read(key) is not null;

    public sealed class Validator : PageValidator<TopicRequest>
    {
        public Validator()
        {
            RuleFor(r => r.Q).Text();
            RuleFor(r => r.Broader).Text();
        }
    }
}

internal static class ListTopics
{
    /// <summary>Lists the topics of the vocabulary, by slug.</summary>
    /// <remarks>
    /// Each topic has the number of its claims and articles. `q` completes the name of a topic: `/topics?q=sero` finds serotonin.
    /// </remarks>
    public static async Task<Response<ListResponse<TopicResponse>>> Handle(
        [AsParameters] TopicRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        var errors = new List<ProblemError>();
        var broader = await TopicNames.ResolveAsync(
            snapshot, "broader", request.Broader is null ? null : [request.Broader], errors, cancel);
        if (errors.Count > 0)
        {
            return Problems.InvalidParameters(errors);
        }

        var filter = new TopicFilter { BroaderId = broader.SingleOrDefault()?.Ids[0], Beginning = request.Q };
        return await Response.WhenChangedAsync(http, ETags.OfStore(http.Request, snapshot.DataVersion), snapshot.DataVersion, () =>
            request.Q is null
                ? BySlugAsync(http, request, snapshot, filter, cancel)
                : CompleteAsync(http, request, snapshot, filter, cancel));
    }

    private static async Task<ListResponse<TopicResponse>> BySlugAsync(
        HttpContext http, TopicRequest request, Snapshot snapshot, TopicFilter filter, CancellationToken cancel) =>
        await Lists.OfAsync(
            http,
            request,
            snapshot,
            await TopicStore.ListAsync(snapshot, filter, request.After(http.Request)?[0], request.PageSize(), cancel),
            TopicResponse.From,
            topic => [topic.Topic.Slug],
            () => TopicStore.CountAsync(snapshot, filter, cancel));

    private static async Task<ListResponse<TopicResponse>> CompleteAsync(
        HttpContext http, TopicRequest request, Snapshot snapshot, TopicFilter filter, CancellationToken cancel)
    {
        var found = await TopicStore.CompleteAsync(snapshot, filter, cancel);
        var after = request.After(http.Request) is { } key ? TopicPosition.Read(key) : null;
        var rest = found
            .Select(match => (match.Topic, Position: new TopicPosition(match.Match, match.Topic.Claims, match.Topic.Topic.Slug)))
            .SkipWhile(match => after is not null && !match.Position.IsBehind(after))
            .ToList();
        return await Lists.OfAsync(
            http,
            request,
            snapshot,
            Slice<(CountedTopic Topic, TopicPosition Position)>.Of(rest, request.PageSize()),
            match => TopicResponse.From(match.Topic),
            match => match.Position.Key,
            () => Task.FromResult<long>(found.Count));
    }
}
