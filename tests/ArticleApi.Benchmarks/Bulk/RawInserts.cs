using System.Diagnostics;
using ArticleApi.Features.Articles;
using ArticleApi.Storage;
using ArticleApi.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ArticleApi.Benchmarks.Bulk;

/// <summary>
/// The twin of an import: the rows that it left in every table, and the texts of its full-text indexes, inserted into a fresh database of
/// the same schema by prepared commands of Microsoft.Data.Sqlite, article by article, as many articles in a transaction, with the same
/// settings of the connection. What it leaves out: it reads no lines, parses, checks, compares and renders nothing, derives no ids and asks
/// nothing of the database; the rows lie in memory before the clock runs. Rows of works that several articles share are inserted once.
/// </summary>
internal static class RawInserts
{
    private const int Batch = 128;

    private const string Article = "article_id = $article", Claim = "claim_id in (select id from claims where article_id = $article)",
        Slug = "(select slug from articles where id = $article)";

    // What belongs to an article, in the order in which rows refer to each other.
    private static readonly (string Table, string Where)[] Tables =
    [
        ("articles", "id = $article"),
        ("article_people", Article),
        ("key_points", Article),
        ("works", "id in (select work_id from article_references where article_id = $article)"),
        ("article_references", Article), ("reference_authors", Article), ("sections", Article), ("paragraphs", Article),
        ("markers", Article), ("claims", Article), ("claim_hedges", Claim), ("claim_topics", Claim), ("claim_citations", Claim),
        ("article_documents", Article), ("claim_documents", Claim),
        ("changes", $"type = 'article' and object_id = {Slug}"), ("claim_decisions", $"article_slug = {Slug}"),
        ("claim_decision_topics", $"public_id in (select public_id from claim_decisions where article_slug = {Slug})"),
    ];

    private static readonly (string Index, string Columns, string From)[] Texts =
    [
        ("claim", "text", "claims where article_id = $article"),
        ("article", "title, subtitle, key_points, body", "article_texts where id = $article"),
        ("reference", "authors, title, container_title, raw", "reference_texts where article_id = $article"),
    ];

    private static readonly string[] VocabularyTables = ["topics", "topic_synonyms", "topic_keys"];

    private static readonly string[] Kinds = ["stems", "words"];

    /// <summary>Inserts the rows of a database into a new one.</summary>
    /// <returns>How many there are, those of the full-text indexes too, and how long the inserts took, commits included.</returns>
    public static async Task<(long Rows, TimeSpan Time)> RunAsync(string source, string target)
    {
        using (var schema = new Database(new($"Data Source={target}"), TimeProvider.System, ArticleRenderer.Renderer))
        {
            await schema.PrepareAsync((_, _) => Task.CompletedTask, CancellationToken.None);
        }

        using var from = Open($"Data Source={source};Mode=ReadOnly;Pooling=false");
        using var to = Open($"Data Source={target};Foreign Keys=true;Pooling=false");
        Execute(to, SqliteEngine.WriterSettings(Durability.Full));
        var works = new HashSet<string>(StringComparer.Ordinal);
        var inserts = new Dictionary<string, SqliteCommand>(StringComparer.Ordinal);
        var (rows, watch) = (0L, new Stopwatch());
        Insert(to, inserts, Vocabulary(from), watch, ref rows);
        foreach (var batch in Ids(from).Chunk(Batch))
        {
            Insert(to, inserts, [.. batch.SelectMany(article => Rows(from, article, works))], watch, ref rows);
        }

        foreach (var command in inserts.Values)
        {
            command.Dispose();
        }

        Check(from, to);
        return (rows, watch.Elapsed);
    }

    private static void Insert(
        SqliteConnection to,
        Dictionary<string, SqliteCommand> inserts,
        List<(string Sql, object[] Values)> rows,
        Stopwatch watch,
        ref long count)
    {
        GC.Collect(); // What was read for this batch is not to be paid for while it is inserted.
        watch.Start();
        using var transaction = to.BeginTransaction(deferred: false);
        Execute(to, "pragma defer_foreign_keys = on", transaction); // For topics, which refer to each other.
        foreach (var (sql, values) in rows)
        {
            if (!inserts.TryGetValue(sql, out var command))
            {
                inserts.Add(sql, command = new(sql, to));
                command.Parameters.AddRange(values.Select((_, i) => new SqliteParameter($"${i}", null)));
            }

            command.Transaction = transaction;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i];
            }

            command.ExecuteNonQuery();
        }

        transaction.Commit();
        watch.Stop();
        count += rows.Count;
    }

    private static List<(string Sql, object[] Values)> Vocabulary(SqliteConnection from) =>
    [
        .. VocabularyTables.SelectMany(table => Read(from, table, "*", table, null)),
        .. Read(from, "changes", "*", "changes where type = 'topic'", null),
    ];

    private static IEnumerable<(string Sql, object[] Values)> Rows(SqliteConnection from, long article, HashSet<string> works)
    {
        var rows = Tables.SelectMany(table => Read(from, table.Table, "*", $"{table.Table} where {table.Where}", article)
            .Where(row => table.Table != "works" || works.Add((string)row.Values[0])));
        var texts = Texts.SelectMany(text => Kinds.SelectMany(kind =>
            Read(from, $"{text.Index}_{kind} (rowid, {text.Columns})", $"id, {text.Columns}", text.From, article)));
        return rows.Concat(texts);
    }

    private static IEnumerable<(string Sql, object[] Values)> Read(
        SqliteConnection from, string into, string columns, string rows, long? article)
    {
        using var command = new SqliteCommand($"select {columns} from {rows}", from);
        command.Parameters.AddWithValue("$article", article ?? 0);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            var names = into.Contains('(', StringComparison.Ordinal)
                ? ""
                : $" ({string.Join(", ", Enumerable.Range(0, values.Length).Select(reader.GetName))})";
            yield return ($"insert into {into}{names} values ({string.Join(", ", values.Select((_, i) => $"${i}"))})", values);
        }
    }

    private static List<long> Ids(SqliteConnection from)
    {
        using var command = new SqliteCommand("select id from articles order by id", from);
        using var reader = command.ExecuteReader();
        var ids = new List<long>();
        while (reader.Read())
        {
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }

    private static void Check(SqliteConnection from, SqliteConnection to)
    {
        foreach (var table in Tables.Select(table => table.Table).Concat(VocabularyTables))
        {
            var (one, other) = (Count(from, table), Count(to, table));
            if (one != other)
            {
                throw new InvalidOperationException($"The table {table} has {one} rows, its twin {other}.");
            }
        }

        foreach (var (index, _, _) in Texts)
        {
            // Fails where it does not hold the texts.
            Execute(to, $"insert into {index}_stems ({index}_stems, rank) values ('integrity-check', 1)");
        }
    }

    private static long Count(SqliteConnection connection, string table)
    {
        using var command = new SqliteCommand($"select count(*) from {table}", connection);
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = new SqliteCommand(sql, connection, transaction);
        command.ExecuteNonQuery();
    }
}
