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

/// <summary>What the list of articles takes.</summary>
internal sealed record ArticleRequest : SearchRequest
{
    /// <summary>Articles with a claim on any of these topics or of their narrower ones. A slug, name or synonym: `zinc`, `5-HT`.</summary>
    [FromQuery(Name = "topic")]
    public string[]? Topic { get; init; }

    /// <summary>Articles under this rubric; letters and digits count, case does not.</summary>
    [FromQuery(Name = "category")]
    public string? Category { get; init; }

    /// <summary>Articles published on this day or later, such as `2022-01-01`.</summary>
    [FromQuery(Name = "published_from")]
    public string? PublishedFrom { get; init; }

    /// <summary>Articles published on this day or earlier.</summary>
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
    /// <summary>The articles with their counts, the latest first.</summary>
    /// <remarks>`q` looks in title, subtitle, key points and body; with it the articles come by relevance, or as `sort` says.</remarks>
    public static async Task<Response<ListResponse<ArticleSummaryResponse>>> Handle(
        [AsParameters] ArticleRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read();
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
            PublishedFrom = QueryRules.ToDate(request.PublishedFrom),
            PublishedUntil = QueryRules.ToDate(request.PublishedUntil),
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
