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
    /// <summary>Only the works with these ids, `ref_…`. `meta.notFound` lists the ids that no work has.</summary>
    [FromQuery(Name = "id")]
    public string[]? Id { get; init; }

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

    /// <summary>`id,title`: each work has only these members. `page`, `meta` and `facets` are always there.</summary>
    [FromQuery(Name = FieldSelection.Parameter)]
    public string[]? Fields { get; init; }

    /// <summary>
    /// `year`: adds `facets`, which counts the works of all pages by year: the 20 most frequent values, the sum of the others, and the
    /// works without a value.
    /// </summary>
    [FromQuery(Name = "facet")]
    public string[]? Facet { get; init; }

    public ListOrder<WorkOrder, CitedWork>? Order() => OrderOf(WorkOrders.All);

    protected override bool IsKey(IReadOnlyList<string> key) => Order()?.Values(key) is not null;

    public sealed class Validator : SearchValidator<ReferenceRequest>
    {
        public Validator()
            : base(WorkOrders.All.Select(order => order.Name))
        {
            RuleForEach(r => r.Id).Text();
            RuleFor(r => r.Doi).Doi();
            RuleFor(r => r.Author).Text();
            RuleFor(r => r.Year).WholeNumber(1, 9999);
            RuleForEach(r => r.Topic).Text();
            RuleFor(r => r.Article).Text();
            RuleForEach(r => r.Fields).Fields(typeof(WorkResponse));
            RuleForEach(r => r.Facet).OneOf(JsonNames.Names<WorkFacet>());
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
    public static async Task<Response<WorkList>> Handle(
        [AsParameters] ReferenceRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        var errors = new List<ProblemError>();
        var topics = await TopicNames.ResolveAsync(snapshot, "topic", request.Topic, errors, cancel);
        var articles = await ArticleNames.ResolveAsync(
            snapshot, "article", request.Article is null ? null : [request.Article], errors, cancel);
        if (errors.Count > 0)
        {
            return Problems.InvalidParameters(errors);
        }

        var filter = new WorkFilter
        {
            Ids = QueryParameters.Different(request.Id),
            Doi = request.Doi is null ? null : Doi.Normalise(request.Doi),
            Author = request.Author,
            Year = request.Year is null ? null : int.Parse(request.Year),
            ArticleId = articles?.SingleOrDefault()?.Id,
            TopicIds = [.. topics.SelectMany(topic => topic.Ids)],
            Text = request.Text(),
        };
        var order = request.Order()!;
        if (await WholeList.RefuseAsync(http, request, () => ReferenceStore.CountWorksAsync(snapshot, filter, cancel)) is { } tooMany)
        {
            return tooMany;
        }

        var response = await Response.WhenChangedAsync(
            http, ETags.OfStore(http.Request, snapshot.DataVersion), snapshot.DataVersion, async () =>
            {
                var list = await Lists.OfAsync(
                    http,
                    request,
                    snapshot,
                    await ReferenceStore.ListWorksAsync(snapshot, filter, order, request.After(http.Request), request.Size(http), cancel),
                    WorkResponse.From,
                    order.Key,
                    () => ReferenceStore.CountWorksAsync(snapshot, filter, cancel));
                return new WorkList
                {
                    Data = list.Data,
                    Page = list.Page,
                    Meta = list.Meta with { NotFound = await ReferenceStore.NotFoundAsync(snapshot, filter.Ids, cancel) },
                    Facets = await WorkFacets.CountAsync(snapshot, filter, request.Facet, cancel),
                };
            });
        return response.Only(FieldSelection.OfList<WorkList>(request.Fields));
    }
}
