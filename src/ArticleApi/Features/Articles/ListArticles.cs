using ArticleApi.Contract;
using ArticleApi.Features.References;
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

    /// <summary>Only the articles with these slugs. `meta.notFound` lists the slugs that no article has.</summary>
    [FromQuery(Name = "slug")]
    public string[]? Slug { get; init; }

    /// <summary>Only articles whose reference list has the work with this id, `ref_…`.</summary>
    [FromQuery(Name = "cites")]
    public string? Cites { get; init; }

    /// <summary>`Ketamine`: only articles with this category. Only letters and digits matter, and not their case.</summary>
    [FromQuery(Name = "category")]
    public string? Category { get; init; }

    /// <summary>`pt`: only articles in this language. `pt` is `pt-BR` too.</summary>
    [FromQuery(Name = "language")]
    public string? Language { get; init; }

    /// <summary>`2022-01-01`: only articles published on this date or later.</summary>
    [FromQuery(Name = "published_from")]
    public string? PublishedFrom { get; init; }

    /// <summary>Only articles published on this date or earlier.</summary>
    [FromQuery(Name = "published_until")]
    public string? PublishedUntil { get; init; }

    /// <summary>`2022-12-04T10:15:00Z`: only articles that were last written at this instant or later.</summary>
    [FromQuery(Name = "updated_from")]
    public string? UpdatedFrom { get; init; }

    /// <summary>Only articles that were last written at this instant or earlier.</summary>
    [FromQuery(Name = "updated_until")]
    public string? UpdatedUntil { get; init; }

    /// <summary>`slug,title`: each article has only these members. `page`, `meta` and `facets` are always there.</summary>
    [FromQuery(Name = FieldSelection.Parameter)]
    public string[]? Fields { get; init; }

    /// <summary>
    /// `topic`: adds `facets`, which counts the articles of all pages by topic: the 20 most frequent values, the sum of the others, and the
    /// articles without a value.
    /// </summary>
    [FromQuery(Name = "facet")]
    public string[]? Facet { get; init; }

    public ListOrder<ArticleOrder, ArticleSummary>? Order() => OrderOf(ArticleOrders.All);

    protected override bool IsKey(IReadOnlyList<string> key) => Order()?.Values(key) is not null;

    public sealed class Validator : SearchValidator<ArticleRequest>
    {
        public Validator()
            : base(ArticleOrders.All.Select(order => order.Name))
        {
            RuleForEach(r => r.Topic).Text();
            RuleForEach(r => r.Slug).Text();
            RuleFor(r => r.Cites).Text();
            RuleFor(r => r.Category).Text();
            RuleFor(r => r.Language).Text();
            RuleFor(r => r.PublishedFrom).Date();
            RuleFor(r => r.PublishedUntil).Date();
            RuleFor(r => r.UpdatedFrom).Instant();
            RuleFor(r => r.UpdatedUntil).Instant();
            RuleForEach(r => r.Fields).Fields(typeof(ArticleSummaryResponse));
            RuleForEach(r => r.Facet).OneOf(JsonNames.Names<ArticleFacet>());
            this.DatesInOrder(r => r.PublishedFrom, r => r.PublishedUntil);
            this.InstantsInOrder(r => r.UpdatedFrom, r => r.UpdatedUntil);
        }
    }
}

internal static class ListArticles
{
    /// <summary>Lists the articles, the latest first.</summary>
    /// <remarks>
    /// `q` searches title, subtitle, key points and body. With `q` the articles are ordered by relevance. `sort` changes the order.
    /// </remarks>
    public static async Task<Response<ArticleSummaryList>> Handle(
        [AsParameters] ArticleRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        var errors = new List<ProblemError>();
        var topics = await TopicNames.ResolveAsync(snapshot, "topic", request.Topic, errors, cancel);
        await WorkNames.CheckAsync(snapshot, "cites", request.Cites, errors, cancel);
        if (errors.Count > 0)
        {
            return Problems.InvalidParameters(errors);
        }

        var filter = new ArticleFilter
        {
            TopicIds = [.. topics.SelectMany(topic => topic.Ids)],
            Slugs = QueryParameters.Different(request.Slug),
            WorkId = request.Cites,
            Traits = new()
            {
                Category = request.Category,
                Language = request.Language,
                PublishedFrom = IsoDate.Parse(request.PublishedFrom),
                PublishedUntil = IsoDate.Parse(request.PublishedUntil),
                UpdatedFrom = IsoInstant.Parse(request.UpdatedFrom),
                UpdatedUntil = IsoInstant.Parse(request.UpdatedUntil),
            },
            Text = request.Text(),
        };
        if (await WholeList.RefuseAsync(http, request, () => ArticleStore.CountAsync(snapshot, filter, cancel)) is { } tooMany)
        {
            return tooMany;
        }

        var response = await Response.WhenChangedAsync(
            http, ETags.OfStore(http.Request, snapshot.DataVersion), snapshot.DataVersion, async () =>
            {
                var order = request.Order()!;
                var list = await Lists.OfAsync(
                    http,
                    request,
                    snapshot,
                    await ArticleStore.ListAsync(snapshot, filter, order, request.After(http.Request), request.Size(http), cancel),
                    ArticleSummaryResponse.From,
                    order.Key,
                    () => ArticleStore.CountAsync(snapshot, filter, cancel));
                return new ArticleSummaryList
                {
                    Data = list.Data,
                    Page = list.Page,
                    Meta = list.Meta with { NotFound = await ArticleStore.NotFoundAsync(snapshot, filter.Slugs, cancel) },
                    Facets = await ArticleFacets.CountAsync(snapshot, filter, request.Facet, cancel),
                };
            });
        return response.Only(FieldSelection.OfList<ArticleSummaryList>(request.Fields));
    }
}
