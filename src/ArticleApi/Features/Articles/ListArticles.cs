using ArticleApi.Contract;
using ArticleApi.Features.Topics;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Features.Articles;

/// <summary>The parameters of the list of articles.</summary>
internal sealed record ArticleRequest : SearchRequest
{
    /// <summary>
    /// `zinc` or `5-HT`: only articles with a claim that has one of these topics or a narrower one. Takes slugs, names and synonyms.
    /// </summary>
    [FromQuery(Name = "topic")]
    public string[]? Topic { get; init; }

    /// <summary>`Ketamine`: only articles with this category. Only letters and digits matter, and not their case.</summary>
    [FromQuery(Name = "category")]
    public string? Category { get; init; }

    /// <summary>`2022-01-01`: only articles published on this date or later.</summary>
    [FromQuery(Name = "published_from")]
    public string? PublishedFrom { get; init; }

    /// <summary>Only articles published on this date or earlier.</summary>
    [FromQuery(Name = "published_until")]
    public string? PublishedUntil { get; init; }

    public ListOrder<ArticleOrder, ArticleSummary>? Order() => OrderOf(ArticleOrders.All);

    protected override bool IsKey(IReadOnlyList<string> key) => Order()?.Values(key) is not null;

    public sealed class Validator : SearchValidator<ArticleRequest>
    {
        public Validator()
            : base(ArticleOrders.All.Select(order => order.Name))
        {
            RuleForEach(r => r.Topic).Text();
            RuleFor(r => r.Category).Text();
            RuleFor(r => r.PublishedFrom).Date();
            RuleFor(r => r.PublishedUntil).Date();
            this.DatesInOrder(r => r.PublishedFrom, r => r.PublishedUntil);
        }
    }
}

internal static class ListArticles
{
    /// <summary>Lists the articles, the latest first.</summary>
    /// <remarks>
    /// `q` searches title, subtitle, key points and body. With `q` the articles are ordered by relevance. `sort` changes the order.
    /// </remarks>
    public static async Task<Response<ListResponse<ArticleSummaryResponse>>> Handle(
        [AsParameters] ArticleRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        var errors = new List<ProblemError>();
        var topics = await TopicNames.ResolveAsync(snapshot, "topic", request.Topic, errors, cancel);
        if (errors.Count > 0)
        {
            return Problems.InvalidParameters(errors);
        }

        var filter = new ArticleFilter
        {
            TopicIds = [.. topics.SelectMany(topic => topic.Ids)],
            Category = request.Category,
            PublishedFrom = IsoDate.Parse(request.PublishedFrom),
            PublishedUntil = IsoDate.Parse(request.PublishedUntil),
            Text = request.Text(),
        };
        return await Response.WhenChangedAsync(http, ETags.OfStore(http.Request, snapshot.DataVersion), snapshot.DataVersion, async () =>
        {
            var order = request.Order()!;
            return await Lists.OfAsync(
                http,
                request,
                snapshot,
                await ArticleStore.ListAsync(snapshot, filter, order, request.After(http.Request), request.PageSize(), cancel),
                ArticleSummaryResponse.From,
                order.Key,
                () => ArticleStore.CountAsync(snapshot, filter, cancel));
        });
    }
}
