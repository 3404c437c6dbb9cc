using ArticleApi.Contract;
using ArticleApi.Documents.References;
using ArticleApi.Features.Articles;
using ArticleApi.Features.Topics;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Features.References;

/// <summary>What the list of references takes.</summary>
internal sealed record ReferenceRequest : SearchRequest
{
    /// <summary>The work with this DOI, in any spelling: `10.1002/syn.22253`, `https://doi.org/10.1002/syn.22253`.</summary>
    [FromQuery(Name = "doi")]
    public string? Doi { get; init; }

    /// <summary>Works of an author with these words in the family name, or in the name of the group; case and diacritics do not count.</summary>
    [FromQuery(Name = "author")]
    public string? Author { get; init; }

    /// <summary>Works of this year.</summary>
    [FromQuery(Name = "year")]
    public string? Year { get; init; }

    /// <summary>Works that claims on any of these topics, or of their narrower ones, cite. A slug, name or synonym.</summary>
    [FromQuery(Name = "topic")]
    public string[]? Topic { get; init; }

    /// <summary>Works that this article lists: a slug.</summary>
    [FromQuery(Name = "article")]
    public string? Article { get; init; }

    public ListOrder<WorkOrder, CitedWork>? Order() => OrderOf(WorkOrders.All);

    protected override bool IsKey(IReadOnlyList<string> key) => Order()?.Values(key) is not null;

    public sealed class Validator : SearchValidator<ReferenceRequest>
    {
        public Validator()
            : base(WorkOrders.All.Select(order => order.Name))
        {
            RuleFor(r => r.Doi).Doi();
            RuleFor(r => r.Author).Text();
            RuleFor(r => r.Year).WholeNumber(1, 9999);
            RuleForEach(r => r.Topic).Text();
            RuleFor(r => r.Article).Text();
        }
    }
}

internal static class ListReferences
{
    /// <summary>The cited works over all articles.</summary>
    /// <remarks>
    /// Entries of several articles that name the same work are one item, with the fields of the article with the smallest slug. `q` looks in authors, title,
    /// container and raw line of each entry; with it the works come by relevance, or as `sort` says.
    /// </remarks>
    public static async Task<Response<ListResponse<WorkResponse>>> Handle(
        [AsParameters] ReferenceRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read();
        var errors = new List<ProblemError>();
        var topics = await TopicNames.ResolveAsync(snapshot, "topic", request.Topic, errors, cancel);
        var article = await ArticleNames.ResolveAsync(snapshot, request.Article, errors, cancel);
        if (errors.Count > 0)
        {
            return Problems.InvalidParameters(errors);
        }

        var filter = new WorkFilter
        {
            Doi = request.Doi is null ? null : Doi.Normalise(request.Doi),
            Author = request.Author,
            Year = request.Year is null ? null : int.Parse(request.Year),
            ArticleId = article?.Id,
            TopicIds = [.. topics.SelectMany(topic => topic.Ids)],
            Text = request.Text(),
        };
        var order = request.Order()!;
        return await Response.WhenChangedAsync(http, ETags.OfStore(http.Request, snapshot.DataVersion), snapshot.DataVersion, async () =>
            await Lists.OfAsync(
                http,
                request,
                snapshot,
                await ReferenceStore.ListWorksAsync(snapshot, filter, order, request.After(http.Request), request.PageSize(), cancel),
                WorkResponse.From,
                order.Key,
                () => ReferenceStore.CountWorksAsync(snapshot, filter, cancel)));
    }
}
