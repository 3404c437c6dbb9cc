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
    private readonly string? begin;
    private readonly int begunTopics, begunWorks; // The conditions that it begins with need not be checked again.
    private bool needsClaims, needsArticles;

    private ClaimScan(ClaimFilter filter, bool isOfHits)
    {
        this.filter = filter;
        if (isOfHits)
        {
            (begin, Id) = ("", "h.id");
            for (var i = 0; i < filter.ArticleIds.Count; i++)
            {
                OfClaim($"c.article_id = @article{i}", $"article{i}", filter.ArticleIds[i]);
            }
        }
        else if (filter.ArticleIds.Count > 0)
        {
            (begin, Id) = (ArticlesFirst, "c.id");
            for (var i = 0; i < filter.ArticleIds.Count; i++)
            {
                Where.Add($"a.id = @article{i}", $"article{i}", filter.ArticleIds[i]);
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
            begunWorks = 1;
        }
        else if (filter.TopicSets is [{ Count: 1 }, ..])
        {
            (begin, IsByTopic, begunTopics) = ("from claim_topics d", true, 1);
            Where.Add("d.topic_id = @first_topic", "first_topic", filter.TopicSets[0][0]);
            Where.Add("d.listed = @listed", "listed", IsListed);
        }
        else if (filter.TopicSets.Count > 0)
        {
            begin = $"from (select distinct claim_id from claim_topics where topic_id in {Conditions.In(filter.TopicSets[0])} and listed = @listed) d";
            Parameters.Add("listed", IsListed);
            begunTopics = 1;
        }
        else
        {
            Id = "c.id";
        }

        AddConditions();
    }

    /// <summary>A statement over the claims that are wanted.</summary>
    public static ClaimScan Of(ClaimFilter filter) => new(filter, isOfHits: false);

    /// <summary>The same over those among the hits <c>h</c> of a search, whose tables come before.</summary>
    public static ClaimScan OfHits(ClaimFilter filter) => new(filter with { Text = null }, isOfHits: true);

    /// <summary>The row of the claim.</summary>
    public string Id { get; } = "d.claim_id";

    /// <summary>Whether it begins with the claims of one topic, <c>d</c>, which an index has in the order of lists.</summary>
    public bool IsByTopic { get; }

    public DynamicParameters Parameters => Where.Parameters;

    /// <summary>The conditions.</summary>
    public Conditions Where { get; } = new();

    private bool IsListed => filter.Review != ReviewStatus.Rejected;

    /// <summary>The tables: claims <c>c</c> and articles <c>a</c> where conditions or the caller need them.</summary>
    public string From(bool claims = false, bool articles = false)
    {
        articles |= needsArticles;
        claims |= needsClaims || articles;
        return Id == "c.id"
            ? begin ?? (articles ? ArticlesFirst : "from claims c")
            : $"{begin}{(claims ? $"\ncross join claims c on c.id = {Id}" : "")}{(articles ? "\ncross join articles a on a.id = c.article_id" : "")}";
    }

    private void AddConditions()
    {
        if (filter.Review is { } review)
        {
            OfClaim("c.review_status = @review", "review", SqlNames.Name(review));
        }
        else if (Id == "h.id")
        {
            // Few are rejected: their index is small, and the row of the claim need not be read.
            Where.Add("not exists (select 1 from claims r indexed by claims_rejected where r.id = h.id and r.review_status = 'rejected')");
        }
        else if (begunTopics == 0)
        {
            OfClaim("c.review_status <> 'rejected'");
        }

        for (var i = begunTopics; i < filter.TopicSets.Count; i++)
        {
            Where.Add($"exists (select 1 from claim_topics ct where ct.claim_id = {Id} and ct.topic_id in {Conditions.In(filter.TopicSets[i])})");
        }

        if (filter.WithoutTopics.Count > 0)
        {
            Where.Add($"not exists (select 1 from claim_topics ct where ct.claim_id = {Id} and ct.topic_id in {Conditions.In(filter.WithoutTopics)})");
        }

        if (filter.SectionId is not null)
        {
            OfClaim(
                "exists (select 1 from sections s where s.article_id = c.article_id and s.position = c.section_position and s.section_id = @sectionId)", "sectionId", filter.SectionId);
        }

        for (var i = begunWorks; i < filter.WorkIds.Count; i++)
        {
            Where.Add(
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
            Where.Add($"{(cited ? "" : "not ")}exists (select 1 from claim_citations cc where cc.claim_id = {Id} and cc.via <> 'paragraph')");
        }

        if (filter.Certainty is { } certainty)
        {
            OfClaim("c.certainty = @certainty", "certainty", SqlNames.Name(certainty));
        }

        if (filter.PublishedFrom is { } from)
        {
            Where.Add("a.published_on >= @from", "from", from);
        }

        if (filter.PublishedUntil is { } until)
        {
            Where.Add("a.published_on <= @until", "until", until);
        }

        needsArticles = filter.PublishedFrom is not null || filter.PublishedUntil is not null;
        if (filter.Text is not null)
        {
            Where.Add($"{Id} in ({FullText.Claims.Hits(filter.Text, Parameters)})");
        }
    }

    private void OfClaim(string condition, string? name = null, object? value = null)
    {
        needsClaims = true;
        Where.Add(condition);
        if (name is not null)
        {
            Parameters.Add(name, value);
        }
    }
}
