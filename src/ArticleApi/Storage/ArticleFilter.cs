using ArticleApi.Documents.Text;
using Dapper;

namespace ArticleApi.Storage;

/// <summary>Which articles are wanted. What is null or empty does not restrict.</summary>
internal sealed record ArticleFilter
{
    /// <summary>Topics of which a claim of the article has one.</summary>
    public IReadOnlyList<long> TopicIds { get; init; } = [];

    /// <summary>The category; compared by letters and digits.</summary>
    public string? Category { get; init; }

    public DateOnly? PublishedFrom { get; init; }

    public DateOnly? PublishedUntil { get; init; }

    /// <summary>The conditions over <c>articles a</c>, each with a leading <c>and</c>.</summary>
    public string Sql =>
        (Category is null ? "" : " and a.category_key = @categoryKey")
        + (PublishedFrom is null ? "" : " and a.published_on >= @publishedFrom")
        + (PublishedUntil is null ? "" : " and a.published_on <= @publishedUntil")
        + (TopicIds.Count == 0 ? "" :
            """
             and exists (
                select 1 from claims c
                join claim_topics ct on ct.claim_id = c.id
                where c.article_id = a.id and c.review_status <> 'rejected' and ct.topic_id in @topicIds)
            """);

    public DynamicParameters Parameters() =>
        new(new
        {
            topicIds = TopicIds,
            publishedFrom = PublishedFrom,
            publishedUntil = PublishedUntil,
            categoryKey = Category is null ? null : Folding.Key(Category),
        });
}
