using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Shared;

/// <summary>An article filter as conditions over <c>articles a</c>.</summary>
internal static class ArticleConditions
{
    public static Conditions Of(Session session, ArticleFilter filter)
    {
        var where = new Conditions();
        ArticleTraitConditions.AddTo(where, filter.Traits);
        if (filter.Slugs is not null)
        {
            where.AddAny("a.slug", "slug", filter.Slugs);
        }

        if (filter.WorkId is not null)
        {
            where.Add("a.id in (select r.article_id from article_references r where r.work_id = @work)", "work", filter.WorkId);
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
