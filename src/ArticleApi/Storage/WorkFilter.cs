using ArticleApi.Documents.Text;
using ArticleApi.Storage.Sqlite;

namespace ArticleApi.Storage;

/// <summary>Which cited works are wanted. What is null or empty does not restrict; an entry of any article may meet the conditions.</summary>
internal sealed record WorkFilter
{
    /// <summary>The DOI, bare and lower case.</summary>
    public string? Doi { get; init; }

    /// <summary>Words of an author's family name or of a group's name; case and diacritics do not count.</summary>
    public string? Author { get; init; }

    public int? Year { get; init; }

    /// <summary>The row of an article that lists the work.</summary>
    public long? ArticleId { get; init; }

    /// <summary>Topics of which a claim that cites the work has one.</summary>
    public IReadOnlyList<long> TopicIds { get; init; } = [];

    /// <summary>What authors, title, container and raw line of the entry hold together.</summary>
    public TextQuery? Text { get; init; }

    /// <summary>The conditions over <c>works w</c>.</summary>
    public Conditions Where()
    {
        var entry = OfEntry();
        if (entry.IsEmpty)
        {
            return entry;
        }

        var where = new Conditions();
        where.Add(Doi is null && ArticleId is null
            ? $"exists (select 1 from article_references r where r.work_id = w.id and {entry.Sql})"
            : $"w.id in (select r.work_id from article_references r where {entry.Sql})"); // The entries of one DOI or one article are few.
        where.Parameters.AddDynamicParams(entry.Parameters);
        return where;
    }

    /// <summary>The conditions over the entries of a work, <c>article_references r</c>.</summary>
    public Conditions OfEntry()
    {
        var entry = new Conditions();
        if (Doi is not null)
        {
            entry.Add("r.doi = @doi", "doi", Doi);
        }

        if (Year is { } year)
        {
            entry.Add("r.year = @year", "year", year);
        }

        if (ArticleId is { } article)
        {
            entry.Add("r.article_id = @article", "article", article);
        }

        if (Author is not null)
        {
            entry.Add(
                """
                exists (
                    select 1 from reference_authors n
                    where n.article_id = r.article_id and n.reference_position = r.position
                    and n.name_words like '%' || @author || '%')
                """,
                "author",
                NameWords(Author));
        }

        if (TopicIds.Count > 0)
        {
            entry.Add(
                $"""
                exists (
                    select 1 from claim_citations cc
                    cross join claim_topics ct on ct.claim_id = cc.claim_id
                    where cc.article_id = r.article_id and cc.label = r.label
                    and ct.topic_id in {Conditions.In(TopicIds)} and ct.listed = true)
                """);
        }

        if (Text is not null)
        {
            entry.Add($"(r.article_id << 32) + r.position in ({FullText.References.Hits(Text, entry.Parameters)})");
        }

        return entry;
    }

    /// <summary>A name as <c>reference_authors.name_words</c> has it, so that whole words are found in it.</summary>
    public static string NameWords(string name) => $" {Folding.Words(name)} ";
}
