using ArticleApi.Features.Topics;
using ArticleApi.Http;
using ArticleApi.Storage;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Features.Articles;

/// <summary>What the list of articles takes.</summary>
internal sealed record ArticleRequest : PageRequest
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

    protected override bool IsKey(IReadOnlyList<string> key) => key is [_, _];

    public sealed class Validator : PageValidator<ArticleRequest>
    {
        public Validator()
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
    public static async Task<Answer<ListResponse<ArticleSummaryResponse>>> Handle(
        [AsParameters] ArticleRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        await using var snapshot = await database.ReadAsync(cancel);
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
        };
        return await Answer.WhenChangedAsync(http, ETags.OfStore(http.Request, snapshot.DataVersion), snapshot.DataVersion, async () =>
        {
            var after = request.After(http.Request) is [var date, var slug] ? (date, slug) : ((string, string)?)null;
            return await Lists.OfAsync(
                http,
                request,
                snapshot,
                await ArticleStore.ListAsync(snapshot, filter, after, request.PageSize(), cancel),
                ArticleSummaryResponse.From,
                summary => [summary.Article.PublishedOn?.ToString("yyyy-MM-dd") ?? "", summary.Article.Slug],
                () => ArticleStore.CountAsync(snapshot, filter, cancel));
        });
    }
}
