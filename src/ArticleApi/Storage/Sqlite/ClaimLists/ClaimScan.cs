using ArticleApi.Documents.Model;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;
using ArticleApi.Storage.Sqlite.Search;
using Dapper;

namespace ArticleApi.Storage.Sqlite.ClaimLists;

/// <summary>
/// A claim filter as the tables and conditions of a statement: <c>select … {Tables} where {Where.Sql} …</c>. Only the tables that are
/// needed are joined, each by <c>cross join</c>, which keeps SQLite to the order written here: a plan that depended on its counts of
/// rows would be slow while these are old.
/// </summary>
internal sealed class ClaimScan
{
    private const string ArticlesFirst =
        """
        from articles a
        cross join claims c on c.article_id = a.id
        """;

    private const int FewTopics = 4;

    private readonly ClaimFilter filter;
    private readonly ScanStart start;
    private bool needsClaims, needsArticles;

    private ClaimScan(ClaimFilter filter, ScanStart start)
    {
        (this.filter, this.start) = (filter, start);
        AddStart();
        AddReview();
        AddTopics();
        AddPlaces();
        AddCitations();
        AddCertaintyAndText();
    }

    /// <summary>The conditions, with their values.</summary>
    public Conditions Where { get; } = new();

    public DynamicParameters Parameters => Where.Parameters;

    /// <summary>The row of the claim, in SQL.</summary>
    private string Id => start switch
    {
        ScanStart.Hits => "h.id",
        ScanStart.Article or ScanStart.Claims or ScanStart.AllClaims => "c.id",
        _ => "d.claim_id",
    };

    private bool IsListed => filter.Review != ReviewStatus.Rejected;

    /// <summary>The claims of a filter.</summary>
    public static ClaimScan Of(ClaimFilter filter) => new(filter, StartOf(filter));

    /// <summary>Those of the hits <c>h</c> of a search that the rest of the filter lets through.</summary>
    public static ClaimScan OfHits(ClaimFilter filter) => new(filter with { Text = null }, ScanStart.Hits);

    /// <summary>The tables: claims are <c>c</c>, articles <c>a</c>, and the rows that the scan begins with <c>d</c>.</summary>
    /// <param name="withClaims">Whether the caller reads of the claims.</param>
    /// <param name="withArticles">Whether the caller reads of the articles.</param>
    public string Tables(bool withClaims = false, bool withArticles = false)
    {
        withArticles |= needsArticles;
        withClaims |= needsClaims || withArticles;
        var claims = withClaims ? $"\ncross join claims c on c.id = {Id}" : "";
        var articles = withArticles ? "\ncross join articles a on a.id = c.article_id" : "";
        return start switch
        {
            ScanStart.Article => ArticlesFirst,
            ScanStart.Claims => $"from claims c{articles}",
            ScanStart.AllClaims => withArticles ? ArticlesFirst : "from claims c",
            ScanStart.Work =>
                $"""
                from (
                    select distinct cc.claim_id
                    from article_references r
                    cross join claim_citations cc on cc.article_id = r.article_id and cc.label = r.label
                    where r.work_id = @first_work) d{claims}{articles}
                """,
            ScanStart.Topic => $"from claim_topics d{claims}{articles}",
            ScanStart.Topics =>
                $"""
                from (
                    select distinct claim_id
                    from claim_topics
                    where topic_id in {Conditions.In(filter.TopicSets[0])} and listed = @listed) d{claims}{articles}
                """,
            ScanStart.Hits => $"{claims}{articles}".TrimStart('\n'),
            _ => throw new InvalidOperationException($"{start} has no tables."),
        };
    }

    private static ScanStart StartOf(ClaimFilter filter) =>
        filter.ClaimIds is not null ? ScanStart.Claims
        : filter.ArticleIds is not null ? ScanStart.Article
        : filter.WorkIds.Count > 0 ? ScanStart.Work
        : filter.TopicSets is [{ Count: 1 }, ..] ? ScanStart.Topic
        : filter.TopicSets.Count > 0 ? ScanStart.Topics
        : ScanStart.AllClaims;

    private void AddStart()
    {
        switch (start)
        {
            case ScanStart.Claims:
            case ScanStart.Article:
            case ScanStart.Hits:
                AddClaims();
                AddArticles();
                break;
            case ScanStart.Work:
                Parameters.Add("first_work", filter.WorkIds[0]);
                break;
            case ScanStart.Topic:
                Where.Add("d.topic_id = @first_topic", "first_topic", filter.TopicSets[0][0]);
                Where.Add("d.listed = @listed", "listed", IsListed);
                break;
            case ScanStart.Topics:
                Parameters.Add("listed", IsListed);
                break;
        }
    }

    private void AddClaims()
    {
        if (filter.ClaimIds is not { } ids)
        {
            return;
        }

        needsClaims = true;
        Where.AddAny("c.public_id", "id", ids);
    }

    private void AddArticles()
    {
        if (filter.ArticleIds is not { } articles)
        {
            return;
        }

        needsClaims = true;
        var column = start == ScanStart.Article ? "a.id" : "c.article_id";
        if (articles is [var one])
        {
            Where.Add($"{column} = @article", "article", one);
        }
        else
        {
            Where.Add($"{column} in {Conditions.In(articles)}");
        }
    }

    private void AddReview()
    {
        if (filter.Review is { } review)
        {
            AddOfClaim("c.review_status = @review", "review", SqlNames.Name(review));
        }
        else if (filter.ClaimIds is not null)
        {
            // Who names claims gets those that were rejected too.
        }
        else if (start == ScanStart.Hits)
        {
            // Few claims are rejected: their index is small, and the row of the claim need not be read.
            Where.Add(
                """
                not exists (
                    select 1 from claims r indexed by claims_rejected
                    where r.id = h.id and r.review_status = 'rejected')
                """);
        }
        else if (start is not (ScanStart.Topic or ScanStart.Topics))
        {
            needsClaims = true;
            Where.Add("c.review_status <> 'rejected'");
        }
    }

    private void AddTopics()
    {
        // The first set is what the scan begins with, if it begins with topics.
        foreach (var topics in filter.TopicSets.Skip(start is ScanStart.Topic or ScanStart.Topics ? 1 : 0))
        {
            Where.Add($"exists ({OfTopics(topics)})");
        }

        if (filter.WithoutTopics.Count > 0)
        {
            Where.Add($"not exists ({OfTopics(filter.WithoutTopics)})");
        }
    }

    // With its limit it stays a subquery. SQLite would make a join of it, and no plan for a search with a dozen of them. A claim has few
    // topics: the "+" looks each of them up in a long list, and not each of the list among those of the claim.
    private string OfTopics(IReadOnlyList<long> topics) =>
        $"select 1 from claim_topics ct where ct.claim_id = {Id} and {(topics.Count > FewTopics ? "+" : "")}ct.topic_id "
            + $"in {Conditions.In(topics)} limit 1";

    private void AddPlaces()
    {
        if (filter.SectionId is not null)
        {
            AddOfClaim(
                """
                exists (
                    select 1 from sections s
                    where s.article_id = c.article_id and s.position = c.section_position and s.section_id = @sectionId)
                """,
                "sectionId",
                filter.SectionId);
        }

        needsArticles |= ArticleTraitConditions.AddTo(Where, filter.Article);
    }

    private void AddCitations()
    {
        // The first work is what the scan begins with, if it begins with works.
        foreach (var (i, work) in filter.WorkIds.Index().Skip(start == ScanStart.Work ? 1 : 0))
        {
            Where.Add(
                $"""
                exists (
                    select 1 from claim_citations cc
                    cross join article_references r on r.article_id = cc.article_id and r.label = cc.label
                    where cc.claim_id = {Id} and r.work_id = @work{i})
                """,
                $"work{i}",
                work);
        }

        if (filter.Cited is { } cited)
        {
            Where.Add(
                $"{(cited ? "" : "not ")}exists (select 1 from claim_citations cc where cc.claim_id = {Id} and cc.via <> 'paragraph')");
        }
    }

    private void AddCertaintyAndText()
    {
        if (filter.Certainty is { } certainty)
        {
            AddOfClaim("c.certainty = @certainty", "certainty", SqlNames.Name(certainty));
        }

        if (filter.Text is not null)
        {
            Where.Add($"{Id} in ({FullTextIndex.Claims.Hits(filter.Text, Parameters)})");
        }
    }

    private void AddOfClaim(string condition, string name, object value)
    {
        needsClaims = true;
        Where.Add(condition, name, value);
    }
}
