using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Sqlite.Search;

namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// The rows of an article: the one place that inserts them, for a PUT and for an import of many lines alike. Its statements stay prepared,
/// and what one row needs of another (ids, positions) is known, not looked up. It writes table by table, which touches each B-tree once.
/// </summary>
internal sealed class ArticleRows
{
    /// <summary>Inserts an article that is not stored, with its rendered documents and its full-text index.</summary>
    public void Insert(WriteTransaction write, PreparedArticle prepared, long revision, DateTime updatedAt)
    {
        var article = prepared.Article;
        write.Statement("delete from deleted_articles where slug = @slug").Run(article.Slug);
        var id = InsertHead(write, article, revision, updatedAt);
        InsertReferences(write, id, article.References);
        InsertSections(write, id, article.Sections);
        var claims = InsertClaims(write, id, article);
        RenderedDocuments.Insert(write, id, claims, prepared, revision, updatedAt);
        ArticleIndex.Add(write, id, article, claims);
    }

    /// <summary>Deletes an article with all that belongs to it, if there is one of this slug.</summary>
    public async Task DeleteAsync(WriteTransaction write, string slug, CancellationToken cancel)
    {
        await ArticleIndex.RemoveAsync(write, slug, cancel);
        await write.ExecuteAsync("delete from articles where slug = @slug", new { slug }, cancel);
    }

    /// <summary>Tags claims, given with their rows and their positions in the article, with their topics.</summary>
    public void InsertTopics(WriteTransaction write, string slug, IReadOnlyList<(long Row, int Position, Claim Claim)> claims)
    {
        var topics = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var topic in claims.SelectMany(claim => claim.Claim.Topics).Distinct(StringComparer.Ordinal))
        {
            var row = write.Statement("select id from topics where slug = @slug", "slug", topic);
            if (row.Step())
            {
                topics.Add(topic, row.Number(0));
                row.Reset();
            }
        }

        var insert = write.Statement(
            "insert into claim_topics (claim_id, topic_id, article_slug, position, listed) values (@claim, "
            + "@topic, @slug, @position, @listed)");
        foreach (var (row, position, claim) in claims)
        {
            foreach (var topic in claim.Topics.Where(topics.ContainsKey))
            {
                insert.Run(row, topics[topic], slug, position, claim.ReviewStatus != ReviewStatus.Rejected);
            }
        }
    }

    private static long InsertHead(WriteTransaction write, Article article, long revision, DateTime updatedAt)
    {
        write.Statement(
            """
            insert into articles (
                slug, title, subtitle, category, category_key, language, published_on, publisher, url, license, revision, updated_at)
            values (
                @slug, @title, @subtitle, @category, @categoryKey, @language, @publishedOn, @publisher, @url, @license, @revision,
                @updatedAt)
            """).Run(
                article.Slug,
                article.Title,
                article.Subtitle,
                article.Category,
                article.Category is null ? null : Folding.Key(article.Category),
                article.Language,
                article.PublishedOn,
                article.Source.Publisher,
                article.Source.Url,
                article.Source.License,
                revision,
                updatedAt);
        var id = write.LastRow();
        var person = write.Statement("insert into article_people (article_id, role, position, name) values (@id, @role, @position, @name)");
        foreach (var (i, name) in article.Authors.Index())
        {
            person.Run(id, "author", i + 1, name);
        }

        foreach (var (i, name) in article.ReviewedBy.Index())
        {
            person.Run(id, "reviewer", i + 1, name);
        }

        var point = write.Statement("insert into key_points (article_id, position, text) values (@id, @position, @text)");
        foreach (var (i, keyPoint) in article.KeyPoints.Index())
        {
            point.Run(id, i + 1, keyPoint.Text);
        }

        return id;
    }

    private static void InsertReferences(WriteTransaction write, long id, IReadOnlyList<Reference> references)
    {
        var work = write.Statement("insert into works (id) values (@id) on conflict do nothing");
        foreach (var reference in references)
        {
            work.Run(reference.Id);
        }

        var entry = write.Statement(
            """
            insert into article_references (
                article_id, position, label, work_id, raw, type, year, title, container_title, volume, issue, pages, doi, url)
            values (@id, @position, @label, @work, @raw, @type, @year, @title, @containerTitle, @volume, @issue, @pages, @doi, @url)
            """);
        foreach (var (i, r) in references.Index())
        {
            entry.Run(id, i + 1, r.Label, r.Id, r.Raw, r.Type, r.Year, r.Title, r.ContainerTitle, r.Volume, r.Issue, r.Pages, r.Doi, r.Url);
        }

        var author = write.Statement(
            """
            insert into reference_authors (article_id, reference_position, position, family, given, literal, name_words)
            values (@id, @reference, @position, @family, @given, @literal, @words)
            """);
        foreach (var (i, reference) in references.Index())
        {
            foreach (var (j, name) in reference.Authors.Index())
            {
                author.Run(id, i + 1, j + 1, name.Family, name.Given, name.Literal, WorkFilter.NameWords(name.Main));
            }
        }
    }

    private static void InsertSections(WriteTransaction write, long id, IReadOnlyList<Section> sections)
    {
        var head = write.Statement(
            "insert into sections (article_id, position, section_id, heading, level) values (@id, "
            + "@position, @sectionId, @heading, @level)");
        foreach (var (i, section) in sections.Index())
        {
            head.Run(id, i + 1, section.Id, section.Heading, section.Level);
        }

        var text = write.Statement(
            "insert into paragraphs (article_id, section_position, position, text) values (@id, @section, @position, @text)");
        foreach (var (i, section) in sections.Index())
        {
            foreach (var (j, paragraph) in section.Paragraphs.Index())
            {
                text.Run(id, i + 1, j + 1, paragraph.Text);
            }
        }

        var pointer = write.Statement(
            """
            insert into markers (article_id, section_position, paragraph_position, position, label, at, text, kept)
            values (@id, @section, @paragraph, @position, @label, @at, @text, @kept)
            """);
        foreach (var (i, section) in sections.Index())
        {
            foreach (var (j, paragraph) in section.Paragraphs.Index())
            {
                foreach (var (k, marker) in paragraph.Markers.Index())
                {
                    pointer.Run(id, i + 1, j + 1, k + 1, marker.Label, marker.At, marker.Text, marker.Kept);
                }
            }
        }
    }

    /// <returns>The rows of the claims.</returns>
    private long[] InsertClaims(WriteTransaction write, long id, Article article)
    {
        var positions = article.Sections
            .Index()
            .ToDictionary(section => section.Item.Id, section => section.Index + 1, StringComparer.Ordinal);
        var rows = new long[article.Claims.Count];
        var insert = write.Statement(
            """
            insert into claims (
                public_id, article_id, position, section_position, paragraph_position, starts_at, ends_at, text, certainty, origin,
                review_status)
            values (@publicId, @id, @position, @section, @paragraph, @start, @end, @text, @certainty, @origin, @review)
            """);
        foreach (var (i, claim) in article.Claims.Index())
        {
            var location = claim.Location;
            insert.Run(
                claim.Id,
                id,
                i + 1,
                positions[location.SectionId],
                location.Paragraph,
                location.Start,
                location.End,
                claim.Text,
                claim.Certainty is { } certainty ? SqlNames.Name(certainty) : null,
                SqlNames.Name(claim.Origin),
                SqlNames.Name(claim.ReviewStatus));
            rows[i] = write.LastRow();
        }

        var hedge = write.Statement("insert into claim_hedges (claim_id, position, cue) values (@claim, @position, @cue)");
        foreach (var (i, claim) in article.Claims.Index())
        {
            foreach (var (j, cue) in claim.Hedges.Index())
            {
                hedge.Run(rows[i], j + 1, cue);
            }
        }

        InsertTopics(write, article.Slug, [.. article.Claims.Select((claim, i) => (rows[i], i + 1, claim))]);
        var citation = write.Statement(
            "insert into claim_citations (claim_id, position, article_id, label, via) values (@claim, @position, @id, @label, @via)");
        foreach (var (i, claim) in article.Claims.Index())
        {
            foreach (var (j, cited) in claim.Citations.Index())
            {
                citation.Run(rows[i], j + 1, id, cited.Label, SqlNames.Name(cited.Via));
            }
        }

        var living = write.Statement("delete from retired_claims where public_id = @id");
        foreach (var claim in article.Claims)
        {
            living.Run(claim.Id);
        }

        return rows;
    }
}
