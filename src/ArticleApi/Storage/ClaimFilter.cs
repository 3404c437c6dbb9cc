using ArticleApi.Documents.Model;
using ArticleApi.Storage.Sqlite;

namespace ArticleApi.Storage;

/// <summary>Which claims are wanted. What is null or empty does not restrict.</summary>
internal sealed record ClaimFilter
{
    /// <summary>Sets of topics: the claim has a topic out of each.</summary>
    public IReadOnlyList<IReadOnlyList<long>> TopicSets { get; init; } = [];

    /// <summary>Topics of which the claim has none.</summary>
    public IReadOnlyList<long> WithoutTopics { get; init; } = [];

    /// <summary>The rows of articles: the claim stands in each of them, so two different ones give nothing.</summary>
    public IReadOnlyList<long> ArticleIds { get; init; } = [];

    /// <summary>The id of a section, in any article.</summary>
    public string? SectionId { get; init; }

    /// <summary>Works: the claim cites each.</summary>
    public IReadOnlyList<string> WorkIds { get; init; } = [];

    /// <summary>Whether the claim has a citation of its own, by marker or narrative.</summary>
    public bool? Cited { get; init; }

    public Certainty? Certainty { get; init; }

    /// <summary>The review status; null is every one but rejected.</summary>
    public ReviewStatus? Review { get; init; }

    public DateOnly? PublishedFrom { get; init; }

    public DateOnly? PublishedUntil { get; init; }

    /// <summary>What the claim's text holds.</summary>
    public TextQuery? Text { get; init; }

    /// <summary>Joins the hits of a search, <c>h</c>, with what the conditions are over. They stay in their order: a cross join is done as it is written.</summary>
    public string JoinedHits =>
        $"""
        cross join claims c on c.id = h.id
        {(PublishedFrom is null && PublishedUntil is null ? "" : "cross join articles a on a.id = c.article_id")}
        {(SectionId is null ? "" : "cross join sections s on s.article_id = c.article_id and s.position = c.section_position")}
        """;

    /// <summary>Queries, each of which gives the ids of claims among which all that are wanted stand, over the values of the conditions.</summary>
    public IReadOnlyList<string> Bounds =>
    [
        .. WorkIds.Select((_, i) =>
            $"""
            select cc.claim_id as id
            from article_references r
            join claim_citations cc on cc.article_id = r.article_id and cc.label = r.label
            where r.work_id = @work{i}
            """),
        .. TopicSets.Select((_, i) => $"select claim_id as id from claim_topics where topic_id in @topics{i}_"),
    ];

    /// <summary>The conditions over <c>claims c</c>, <c>articles a</c> and <c>sections s</c>.</summary>
    public Conditions Where()
    {
        var where = new Conditions();
        if (Review is { } review)
        {
            where.Add("c.review_status = @review", "review", Stored.Name(review));
        }
        else
        {
            where.Add("c.review_status <> 'rejected'");
        }

        for (var i = 0; i < TopicSets.Count; i++)
        {
            // A list is expanded to its name with numbers behind: topics1 would become the names of topics11.
            where.Add($"exists (select 1 from claim_topics ct where ct.claim_id = c.id and ct.topic_id in @topics{i}_)", $"topics{i}_", TopicSets[i]);
        }

        if (WithoutTopics.Count > 0)
        {
            where.Add("not exists (select 1 from claim_topics ct where ct.claim_id = c.id and ct.topic_id in @without)", "without", WithoutTopics);
        }

        for (var i = 0; i < ArticleIds.Count; i++)
        {
            where.Add($"c.article_id = @article{i}", $"article{i}", ArticleIds[i]);
        }

        if (SectionId is not null)
        {
            where.Add("s.section_id = @sectionId", "sectionId", SectionId);
        }

        for (var i = 0; i < WorkIds.Count; i++)
        {
            where.Add(
                $"""
                exists (
                    select 1 from claim_citations cc
                    join article_references r on r.article_id = cc.article_id and r.label = cc.label
                    where cc.claim_id = c.id and r.work_id = @work{i})
                """,
                $"work{i}",
                WorkIds[i]);
        }

        if (Cited is { } cited)
        {
            where.Add($"{(cited ? "" : "not ")}exists (select 1 from claim_citations cc where cc.claim_id = c.id and cc.via <> 'paragraph')");
        }

        if (Certainty is { } certainty)
        {
            where.Add("c.certainty = @certainty", "certainty", Stored.Name(certainty));
        }

        if (PublishedFrom is { } from)
        {
            where.Add("a.published_on >= @from", "from", from);
        }

        if (PublishedUntil is { } until)
        {
            where.Add("a.published_on <= @until", "until", until);
        }

        if (Text is not null)
        {
            where.Add($"c.id in ({FullText.Claims.Hits(Text, where.Parameters)})");
        }

        return where;
    }
}
