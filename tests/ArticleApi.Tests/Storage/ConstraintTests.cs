using Microsoft.Data.Sqlite;

namespace ArticleApi.Tests.Storage;

/// <summary>The database itself refuses invalid rows, whichever program writes them.</summary>
public sealed class ConstraintTests(Service service) : IClassFixture<Service>
{
    private const string Article =
        "(select id from articles)", Claim = "(select min(id) from claims)", Zinc = "(select id from topics where slug = 'zinc')";

    [Theory]
    // a slug twice
    [InlineData("insert into articles (slug, title, language, revision, updated_at) values ('ketamine-and-anorexia', 't', 'en', 1, 'now')")]
    [InlineData("insert into articles (slug, title, language, revision, updated_at) values ('a', 't', 'en', 0, 'now')")]
    [InlineData(
        "insert into articles (slug, title, language, published_on, revision, updated_at) values ('a', 't', 'en', '4 Dec 2022', 1, 'now')")]
    [InlineData("insert into article_people (article_id, role, position, name) values ({article}, 'editor', 1, 'n')")]
    [InlineData("insert into key_points (article_id, position, text) values (-1, 1, 't')")] // of no article
    [InlineData("insert into sections (article_id, position, section_id, level) values ({article}, 99, 'lead', 2)")] // an id twice
    [InlineData("insert into sections (article_id, position, section_id, level) values ({article}, 99, 'a', 7)")]
    [InlineData("insert into paragraphs (article_id, section_position, position, text) values ({article}, 99, 1, 't')")] // of no section
    // a label twice
    [InlineData(
        "insert into article_references (article_id, position, label, work_id, raw, type) select article_id, 99, label, work_id, raw, type "
        + "from article_references limit 1")]
    // of no work
    [InlineData(
        "insert into article_references (article_id, position, label, work_id, raw, type) values ({article}, "
        + "99, 'x', 'ref_x', 'r', 'book')")]
    [InlineData("insert into works (id) values ('4')")]
    [InlineData("delete from works where id in (select work_id from article_references)")]
    // neither family nor literal
    [InlineData(
        "insert into reference_authors (article_id, reference_position, position, given, name_words) values ({article}, 1, 99, 'G.', '')")]
    // of no label
    [InlineData(
        "insert into markers (article_id, section_position, paragraph_position, position, label, at, text, kept) values "
        + "({article}, 1, 1, 99, 'x', 0, 'x', 0)")]
    [InlineData(
        "insert into markers (article_id, section_position, paragraph_position, position, label, at, text, kept) values "
        + "({article}, 1, 1, 99, '1', -1, '1', 0)")]
    [InlineData("update claims set public_id = 'x'")]
    [InlineData("update claims set public_id = (select max(public_id) from claims)")] // an id twice
    [InlineData("update claims set ends_at = starts_at")]
    [InlineData("update claims set starts_at = -1")]
    [InlineData("update claims set paragraph_position = 99")] // in no paragraph
    [InlineData("update claims set certainty = 'sure'")]
    [InlineData("update claims set origin = 'dreamt'")]
    [InlineData("update claims set review_status = 'pending'")]
    // on no topic
    [InlineData("insert into claim_topics (claim_id, topic_id, article_slug, position, listed) values ({claim}, -1, 'a', 1, true)")]
    [InlineData("insert into claim_topics select * from claim_topics limit 1")] // a topic twice
    // of no label
    [InlineData("insert into claim_citations (claim_id, position, article_id, label, via) values ({claim}, 99, {article}, 'x', 'marker')")]
    [InlineData("insert into claim_citations (claim_id, position, article_id, label, via) values ({claim}, 99, {article}, '2', 'hearsay')")]
    // a label twice
    [InlineData(
        "insert into claim_citations (claim_id, position, article_id, label, via) select claim_id, 99, article_id, label, "
        + "via from claim_citations limit 1")]
    [InlineData("insert into topics (slug, name) values ('zinc', 'n')")] // a slug twice
    [InlineData("insert into topic_keys (name_key, topic_id) values ('zn2', {zinc})")] // a name twice
    [InlineData("insert into topic_keys (name_key, topic_id) values ('', {zinc})")]
    [InlineData("delete from topics where slug = 'zinc'")] // one that claims name
    [InlineData("delete from topics where slug = 'hormone'")] // one with narrower topics
    [InlineData("update topics set broader_id = -1")]
    [InlineData("insert into store_state (id, data_version) values (2, 0)")]
    public void The_database_refuses_invalid_rows(string sql)
    {
        var exception = Assert.Throws<SqliteException>(() => Raw.Execute(service.DatabasePath, sql
            .Replace("{article}", Article, StringComparison.Ordinal)
            .Replace("{claim}", Claim, StringComparison.Ordinal)
            .Replace("{zinc}", Zinc, StringComparison.Ordinal)));
        Assert.Equal(19, exception.SqliteErrorCode); // SQLITE_CONSTRAINT
    }

    [Fact]
    public void Deleting_an_article_row_deletes_all_its_parts()
    {
        using var own = new Service();
        Raw.Execute(own.DatabasePath, "delete from articles");
        string[] tables =
        [
            "article_people", "key_points", "sections", "paragraphs", "article_references", "reference_authors", "markers", "claims",
            "claim_hedges", "claim_topics", "claim_citations", "article_documents", "claim_documents",
        ];
        Assert.All(tables, table => Assert.Equal(["0"], Raw.Query(own.DatabasePath, $"select count(*) from {table}")));
        Assert.NotEqual(["0"], Raw.Query(own.DatabasePath, "select count(*) from topics"));
    }
}
