using ArticleApi.Documents.Text;
using ArticleApi.Storage.Sqlite;

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

    /// <summary>What title, subtitle, key points and body hold together.</summary>
    public TextQuery? Text { get; init; }

    /// <summary>The conditions over <c>articles a</c>.</summary>
    public Conditions Where()
    {
        var where = new Conditions();
        if (Category is not null)
        {
            where.Add("a.category_key = @category", "category", Folding.Key(Category));
        }

        if (PublishedFrom is { } from)
        {
            where.Add("a.published_on >= @from", "from", from);
        }

        if (PublishedUntil is { } until)
        {
            where.Add("a.published_on <= @until", "until", until);
        }

        if (TopicIds.Count > 0)
        {
            where.Add($"exists (select 1 from claim_topics ct where ct.topic_id in {Conditions.In(TopicIds)} and ct.listed = true and ct.article_slug = a.slug)");
        }

        if (Text is not null)
        {
            where.Add($"a.id in ({FullText.Articles.Hits(Text, where.Parameters)})");
        }

        return where;
    }
}
