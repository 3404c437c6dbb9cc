using ArticleApi.Contract;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Features.Topics;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;
using Microsoft.AspNetCore.Http.Extensions;

namespace ArticleApi.Features.Changes;

internal static class ListChanges
{
    /// <summary>The value of <c>include</c>.</summary>
    public const string WithObject = "object";

    // A page of whole articles ends early, so that it does not take too much memory.
    private const int MaxCharacters = 4_000_000;

    /// <summary>Lists what has changed, the oldest change first.</summary>
    /// <remarks>
    /// To keep a copy of the store up to date, begin with `/changes` and follow `page.nextCursor` until it is null; then `meta.caughtUp` is
    /// true. Next time send the `meta.dataVersion` of that last page as `since`.
    /// Each article and topic is listed once, with its last change. If one is changed again while you page, it moves to the end of the
    /// list, and none is missed. Deletions stay listed for ever. Any page may have fewer items than `limit`.
    /// A change of a claim, such as a decision of an editor, is a change of its article. The counts of a topic change with the articles;
    /// that is not listed.
    /// 410 `position-gone` means that this store cannot tell what has changed since your position, for instance because it was restored
    /// from a backup. Delete your copy and start again at the URL in `Link` with `rel="start"`.
    /// </remarks>
    public static async Task<Response<ChangeList>> Handle(
        [AsParameters] ChangeRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        var position = request.Position(http.Request);
        var from = await ChangeStore.FromAsync(snapshot, cancel);
        if (Refuse(http, request, position, snapshot.DataVersion, from) is { } refusal)
        {
            return refusal;
        }

        var type = JsonNames.Value<ChangeType>(request.Type);
        return await Response.WhenChangedAsync(http, ETags.OfStore(http.Request, snapshot.DataVersion), snapshot.DataVersion, async () =>
        {
            var changes = await ChangeStore.ListAsync(snapshot, type, position.Since, position.After, request.PageSize(), cancel);
            var data = request.Include is null
                ? [.. changes.Items.Select(change => ChangeResponse.From(change, null))]
                : await WithObjectsAsync(snapshot, changes.Items, cancel);
            var hasMore = changes.HasMore || data.Count < changes.Items.Count;
            return new ChangeList
            {
                Data = data,
                Page = await Paging.PageAsync(
                    http,
                    request,
                    hasMore ? position.KeyAfter(changes.Items[data.Count - 1], from) : null,
                    () => ChangeStore.CountAsync(snapshot, type, position.Since, cancel)),
                Meta = new() { DataVersion = snapshot.DataVersion, CaughtUp = !hasMore },
            };
        });
    }

    private static ProblemResult? Refuse(HttpContext http, ChangeRequest request, ChangePosition position, long dataVersion, long from)
    {
        // A list from the beginning is always allowed. A cursor from before a restore is not: the store may never have had what it lists.
        var isAhead = Math.Max(position.Since, position.After?.Seq ?? 0) > dataVersion;
        var isPast = position.From is { } then ? then != from : position.Since != 0 && position.Since < from;
        if (!isAhead && !isPast)
        {
            return null;
        }

        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("type", request.Type), ("include", request.Include), (PageParameters.Limit, request.Limit) })
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        var path = $"{http.Request.PathBase.ToUriComponent()}{http.Request.Path.ToUriComponent()}{query}";
        var restart = Urls.InHeader(http.Request, path);
        http.Response.Headers.Link = $"<{restart}>; rel=\"start\"";
        var given = position.From is null ? $"since={position.Since}" : "The position of the cursor";
        return isAhead ? Problems.PositionAhead(given, dataVersion, restart) : Problems.PositionTooOld(given, from, restart);
    }

    private static async Task<IReadOnlyList<ChangeResponse>> WithObjectsAsync(
        Snapshot snapshot, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var (data, characters) = (new List<ChangeResponse>(), 0);
        foreach (var change in changes)
        {
            if (change.Op == ChangeOp.Delete)
            {
                data.Add(ChangeResponse.From(change, null));
            }
            else if (change.Type == ChangeType.Topic)
            {
                data.Add(ChangeResponse.From(change, TopicResponse.From((await TopicStore.FindAsync(snapshot, change.ObjectId, cancel))!)));
            }
            else
            {
                var stored = (await ArticleStore.FindAsync(snapshot, change.ObjectId, cancel))!;
                data.Add(ChangeResponse.From(change, ArticleResponse.From(stored)));
                characters += Characters(stored.Article);
            }

            if (characters >= MaxCharacters)
            {
                break;
            }
        }

        return data;
    }

    private static int Characters(Article article) =>
        article.Sections.Sum(section => section.Paragraphs.Sum(paragraph => paragraph.Text.Length))
        + article.Claims.Sum(claim => claim.Text.Length)
        + article.References.Sum(reference => reference.Raw.Length);
}
