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

/// <summary>The parameters of the list of references.</summary>
internal sealed record ReferenceRequest : SearchRequest
{
    /// <summary>`10.1002/syn.22253` or `https://doi.org/10.1002/syn.22253`: only the work with this DOI.</summary>
    [FromQuery(Name = "doi")]
    public string? Doi { get; init; }

    /// <summary>
    /// `aoki`: only works of an author whose family name, or name of a group, has these words. Case and diacritics do not matter.
    /// </summary>
    [FromQuery(Name = "author")]
    public string? Author { get; init; }

    /// <summary>Only works of this year.</summary>
    [FromQuery(Name = "year")]
    public string? Year { get; init; }

    /// <summary>
    /// `zinc` or `5-HT`: only works that are cited by a claim with one of these topics or a narrower one. Takes slugs, names and synonyms.
    /// </summary>
    [FromQuery(Name = "topic")]
    public string[]? Topic { get; init; }

    /// <summary>Only works in the reference list of the article with this slug.</summary>
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
    /// <summary>Lists the works that are cited in all articles.</summary>
    /// <remarks>
    /// A work that several articles cite is one item. Its fields are those in the article whose slug comes first in the alphabet. `q`
    /// searches authors, title, journal and the reference as printed. With `q` the works are ordered by relevance. `sort` changes the
    /// order.
    /// </remarks>
    public static async Task<Response<ListResponse<WorkResponse>>> Handle(
        [AsParameters] ReferenceRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
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
