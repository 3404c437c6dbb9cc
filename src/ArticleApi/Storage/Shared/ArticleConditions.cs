using ArticleApi.Documents.Text;
using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Shared;

/// <summary>An article filter as conditions over <c>articles a</c>.</summary>
internal static class ArticleConditions
{
    public static Conditions Of(Session session, ArticleFilter filter)
    {
        var where = new Conditions();
        if (filter.Category is not null)
        {
            where.Add("a.category_key = @category", "category", Folding.Key(filter.Category));
        }

        if (filter.PublishedFrom is { } from)
        {
            where.Add("a.published_on >= @from", "from", from);
        }

        if (filter.PublishedUntil is { } until)
        {
            where.Add("a.published_on <= @until", "until", until);
        }

        if (filter.TopicIds.Count > 0)
        {
            where.Add(
                $"""
                exists (
                    select 1 from claim_topics ct
                    where ct.topic_id in {Conditions.In(filter.TopicIds)} and ct.listed = true and ct.article_slug = a.slug)
                """);
        }

        if (filter.Text is not null)
        {
            where.Add($"a.id in ({session.Engine.Search.Articles(filter.Text, where.Parameters)})");
        }

        return where;
    }
}
