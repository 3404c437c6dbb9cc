using System.Buffers;
using ArticleApi.Contract;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Features.References;
using ArticleApi.Features.Topics;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Claims;

internal static class ListClaims
{
    /// <summary>Lists claims from all articles, with their evidence.</summary>
    /// <remarks>
    /// What do the articles say about a topic, and on what evidence? `/claims?topic=zinc` lists every claim about zinc. All parameters can
    /// be combined. The claims are ordered by the slug of the article and then as in the text. With `q` they are ordered by relevance.
    /// `sort` changes the order. If something is written while you page by relevance, pages may repeat or skip claims.
    /// </remarks>
    public static async Task<Response<ClaimList>> Handle(
        [AsParameters] ClaimRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        return await RespondAsync(http, snapshot, request, new ClaimFilter(), [], cancel);
    }

    /// <summary>Lists the claims within <paramref name="scope"/> that match the request.</summary>
    /// <param name="scopeTopics">The topics that the path names.</param>
    public static async Task<Response<ClaimList>> RespondAsync(
        HttpContext http,
        Snapshot snapshot,
        ClaimRequest request,
        ClaimFilter scope,
        IReadOnlyList<ResolvedTopic> scopeTopics,
        CancellationToken cancel)
    {
        var errors = new List<ProblemError>();
        var any = await TopicNames.ResolveAsync(snapshot, "topic", request.Topic, errors, cancel);
        var all = await TopicNames.ResolveAsync(snapshot, "topic_all", request.TopicAll, errors, cancel);
        var none = await TopicNames.ResolveAsync(snapshot, "topic_not", request.TopicNot, errors, cancel);
        var articles = await ArticleNames.ResolveAsync(snapshot, "article", request.Article, errors, cancel);
        await WorkNames.CheckAsync(snapshot, "reference", request.Reference, errors, cancel);
        if (errors.Count > 0)
        {
            return Problems.InvalidParameters(errors);
        }

        var filter = scope with
        {
            TopicSets = TopicSets(scopeTopics.Concat(all), any),
            WithoutTopics = [.. none.SelectMany(topic => topic.Ids).Distinct()],
            ClaimIds = QueryParameters.Different(request.Id),
            ArticleIds = Both(scope.ArticleIds, articles?.Select(article => article.Id)),
            Article = request.Traits(),
            SectionId = request.Section,
            WorkIds = request.Reference is null ? scope.WorkIds : [.. scope.WorkIds, request.Reference],
            Cited = request.Cited is null ? null : request.Cited == "true",
            Certainty = JsonNames.Value<Certainty>(request.Certainty),
            Review = JsonNames.Value<ReviewStatus>(request.Review),
            Text = request.Text(),
        };
        if (Response.IsNotModified(http, ETags.OfStore(http.Request, snapshot.DataVersion), snapshot.DataVersion))
        {
            return Response<ClaimList>.NotModified;
        }

        if (await WholeList.RefuseAsync(http, request, () => snapshot.Engine.Claims.CountAsync(snapshot, filter, cancel)) is { } tooMany)
        {
            return tooMany;
        }

        var order = request.Order()!;
        var claims = new PooledBuffer();
        claims.Write(Response.ListStart);
        var page = snapshot.Engine.Claims.Write(snapshot, filter, order, request.After(http.Request), request.Size(http), claims);
        var list = new ClaimList
        {
            Data = [],
            Page = await Paging.PageAsync(
                http,
                request,
                page.Last is null ? null : order.Key(page.Last),
                () => snapshot.Engine.Claims.CountAsync(snapshot, filter, cancel)),
            Meta = new()
            {
                DataVersion = snapshot.DataVersion,
                ResolvedTopics = [.. scopeTopics.Concat(any).Concat(all).Concat(none).Select(ResolvedTopicResponse.From)],
                Ranked = page.Ranked,
                NotFound = await ClaimStore.NotFoundAsync(snapshot, filter.ClaimIds, cancel),
            },
            Facets = await ClaimFacets.CountAsync(snapshot, filter, request.Facet, cancel),
        };
        if (request is { Fields: null or [], Include: null or [] } && Representations.IsJson(http))
        {
            return Response<ClaimList>.Rendered(list, claims);
        }

        var data = ClaimResponse.ParseList(claims.Written.Span[Response.ListStart.Length..]);
        if (request.Includes(ClaimRequest.References))
        {
            var cited = data.SelectMany(claim => claim.Citations).Select(citation => citation.ReferenceId).Distinct();
            var works = await ReferenceStore.FindWorksAsync(snapshot, [.. cited], cancel);
            list = list with { References = works.Select(WorkResponse.From).ToDictionary(work => work.Id, StringComparer.Ordinal) };
        }

        if (request.Includes(ClaimRequest.Highlights))
        {
            var highlights = await snapshot.Engine.Search.HighlightsAsync(
                snapshot, filter.Text!, [.. data.Select(claim => claim.Id)], cancel);
            data = [.. data.Select(claim => claim with { Highlights = [.. highlights[claim.Id].Select(HighlightResponse.From)] })];
        }

        return new Response<ClaimList>(list with { Data = data }, FieldSelection.OfList<ClaimList>(request.Fields));
    }

    /// <summary>The articles that both name; null for any.</summary>
    private static IReadOnlyList<long>? Both(IReadOnlyList<long>? scope, IEnumerable<long>? asked) =>
        scope is null ? asked?.ToList() : asked is null ? scope : [.. scope.Intersect(asked)];

    private static List<IReadOnlyList<long>> TopicSets(IEnumerable<ResolvedTopic> every, IReadOnlyList<ResolvedTopic> any)
    {
        List<IReadOnlyList<long>> sets = [.. every.DistinctBy(topic => topic.Slug).Select(topic => topic.Ids)];
        if (any.Count > 0)
        {
            sets.Add([.. any.SelectMany(topic => topic.Ids).Distinct()]);
        }

        return sets;
    }
}
