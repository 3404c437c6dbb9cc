using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Shared;

/// <summary>A work filter as conditions over <c>works w</c>, or over the entries of works.</summary>
internal static class WorkConditions
{
    /// <summary>The conditions over <c>works w</c>.</summary>
    public static Conditions Of(Session session, WorkFilter filter)
    {
        var entry = OfEntry(session, filter);
        if (entry.IsEmpty)
        {
            return entry;
        }

        var where = new Conditions();
        where.Add(filter.Ids is null && filter.Doi is null && filter.ArticleId is null
            ? $"exists (select 1 from article_references r where r.work_id = w.id and {entry.Sql})"
            : $"w.id in (select r.work_id from article_references r where {entry.Sql})"); // These have few entries.
        where.Parameters.AddDynamicParams(entry.Parameters);
        return where;
    }

    /// <summary>The conditions over the entries of a work, <c>article_references r</c>.</summary>
    public static Conditions OfEntry(Session session, WorkFilter filter)
    {
        var entry = new Conditions();
        if (filter.Ids is not null)
        {
            entry.AddAny("r.work_id", "work", filter.Ids);
        }

        if (filter.Doi is not null)
        {
            entry.Add("r.doi = @doi", "doi", filter.Doi);
        }

        if (filter.Year is { } year)
        {
            entry.Add("r.year = @year", "year", year);
        }

        if (filter.ArticleId is { } article)
        {
            entry.Add("r.article_id = @article", "article", article);
        }

        if (filter.Author is not null)
        {
            entry.Add(
                """
                exists (
                    select 1 from reference_authors n
                    where n.article_id = r.article_id and n.reference_position = r.position
                    and n.name_words like '%' || @author || '%')
                """,
                "author",
                WorkFilter.NameWords(filter.Author));
        }

        if (filter.TopicIds.Count > 0)
        {
            entry.Add(
                $"""
                exists (
                    select 1 from claim_citations cc
                    cross join claim_topics ct on ct.claim_id = cc.claim_id
                    where cc.article_id = r.article_id and cc.label = r.label
                    and ct.topic_id in {Conditions.In(filter.TopicIds)} and ct.listed = true)
                """);
        }

        if (filter.Text is not null)
        {
            entry.Add(session.Engine.Search.IsEntryWith(filter.Text, entry.Parameters));
        }

        return entry;
    }
}
