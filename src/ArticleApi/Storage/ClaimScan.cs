using ArticleApi.Documents.Model;
using ArticleApi.Storage.Sqlite;
using Dapper;

namespace ArticleApi.Storage;

/// <summary>
/// A statement over the claims of a filter. It begins where the fewest claims are (one article, else the citations of a work, else a topic) and joins only what is
/// asked for, in a given order (<c>cross join</c>), so that the plan does not hang on what the planner knows of the tables' sizes.
/// </summary>
internal sealed class ClaimScan
{
    private const string ArticlesFirst = "from articles a\ncross join claims c on c.article_id = a.id";

    private readonly ClaimFilter filter;
    private readonly Conditions where = new();
    private readonly string? begin;
    private bool needsClaims, needsArticles;

    public ClaimScan(ClaimFilter filter)
    {
        this.filter = filter;
        if (filter.ArticleIds.Count > 0)
        {
            (begin, Id) = (ArticlesFirst, "c.id");
            for (var i = 0; i < filter.ArticleIds.Count; i++)
            {
                where.Add($"a.id = @article{i}", $"article{i}", filter.ArticleIds[i]);
            }
        }
        else if (filter.WorkIds.Count > 0)
        {
            begin =
                """
                from (
                    select distinct cc.claim_id
                    from article_references r
                    cross join claim_citations cc on cc.article_id = r.article_id and cc.label = r.label
                    where r.work_id = @first_work) d
                """;
            Parameters.Add("first_work", filter.WorkIds[0]);
        }
        else if (filter.TopicSets is [{ Count: 1 }, ..])
        {
            (begin, IsByTopic) = ("from claim_topics d", true);
            where.Add("d.topic_id = @first_topic", "first_topic", filter.TopicSets[0][0]);
            where.Add("d.listed = @listed", "listed", IsListed);
        }
        else if (filter.TopicSets.Count > 0)
        {
            begin = $"from (select distinct claim_id from claim_topics where topic_id in {In(filter.TopicSets[0])} and listed = @listed) d";
            Parameters.Add("listed", IsListed);
        }
        else
        {
            Id = "c.id";
        }

        AddConditions();
    }

    /// <summary>The row of the claim.</summary>
    public string Id { get; } = "d.claim_id";

    /// <summary>Whether it begins with the claims of one topic, <c>d</c>, which an index has in the order of lists.</summary>
    public bool IsByTopic { get; }

    public DynamicParameters Parameters => where.Parameters;

    /// <summary>The conditions.</summary>
    public string Where => where.Sql;

    private bool IsListed => filter.Review != ReviewStatus.Rejected;

    /// <summary>The tables: claims <c>c</c> and articles <c>a</c> where conditions or the caller need them.</summary>
    public string From(bool claims = false, bool articles = false)
    {
        articles |= needsArticles;
        claims |= needsClaims || articles;
        return Id == "c.id"
            ? begin ?? (articles ? ArticlesFirst : "from claims c")
            : $"{begin}{(claims ? "\ncross join claims c on c.id = d.claim_id" : "")}{(articles ? "\ncross join articles a on a.id = c.article_id" : "")}";
    }

    private void AddConditions()
    {
        if (filter.Review is { } review)
        {
            OfClaim("c.review_status = @review", "review", Stored.Name(review));
        }
        else if (!IsByTopic)
        {
            OfClaim("c.review_status <> 'rejected'");
        }

        for (var i = IsByTopic ? 1 : 0; i < filter.TopicSets.Count; i++)
        {
            where.Add($"exists (select 1 from claim_topics ct where ct.claim_id = {Id} and ct.topic_id in {In(filter.TopicSets[i])})");
        }

        if (filter.WithoutTopics.Count > 0)
        {
            where.Add($"not exists (select 1 from claim_topics ct where ct.claim_id = {Id} and ct.topic_id in {In(filter.WithoutTopics)})");
        }

        if (filter.SectionId is not null)
        {
            OfClaim(
                "exists (select 1 from sections s where s.article_id = c.article_id and s.position = c.section_position and s.section_id = @sectionId)", "sectionId", filter.SectionId);
        }

        for (var i = 0; i < filter.WorkIds.Count; i++)
        {
            where.Add(
                $"""
                exists (
                    select 1 from claim_citations cc
                    cross join article_references r on r.article_id = cc.article_id and r.label = cc.label
                    where cc.claim_id = {Id} and r.work_id = @work{i})
                """,
                $"work{i}",
                filter.WorkIds[i]);
        }

        if (filter.Cited is { } cited)
        {
            where.Add($"{(cited ? "" : "not ")}exists (select 1 from claim_citations cc where cc.claim_id = {Id} and cc.via <> 'paragraph')");
        }

        if (filter.Certainty is { } certainty)
        {
            OfClaim("c.certainty = @certainty", "certainty", Stored.Name(certainty));
        }

        if (filter.PublishedFrom is { } from)
        {
            where.Add("a.published_on >= @from", "from", from);
        }

        if (filter.PublishedUntil is { } until)
        {
            where.Add("a.published_on <= @until", "until", until);
        }

        needsArticles = filter.PublishedFrom is not null || filter.PublishedUntil is not null;
        if (filter.Text is not null)
        {
            where.Add($"{Id} in (select id from ({FullText.Claims.Hits(filter.Text, where.Parameters)}))");
        }
    }

    private static string In(IEnumerable<long> rows) => $"({string.Join(',', rows)})";

    private void OfClaim(string condition, string? name = null, object? value = null)
    {
        needsClaims = true;
        where.Add(condition);
        if (name is not null)
        {
            Parameters.Add(name, value);
        }
    }
}
