using System.Globalization;
using ArticleApi.Storage.Sqlite.Search;
using Microsoft.Data.Sqlite;

namespace ArticleApi.Tests.Storage;

public sealed class Bm25Tests
{
    private const string Weights = "3.0, 1.0";

    /// <summary>What is seen no more often than is counted ranks as FTS5 itself ranks it.</summary>
    [Theory]
    [InlineData("one")]
    [InlineData("one two")]
    [InlineData("\"one two\"")]
    [InlineData("three OR five")]
    [InlineData("t*")]
    [InlineData("\"two\" \"f\" *")]
    [InlineData("(one two) NOT (three OR five)")]
    [InlineData("one one")]
    [InlineData("none")]
    public void Rare_terms_rank_as_FTS5_ranks_them(string expression)
    {
        using var database = Filled(Bm25.Sample - 1);
        Assert.Equal(Ranks(database, $"bm25(t, {Weights})", expression), Ranks(database, $"relevance(t, 1, 127, {Weights})", expression));
        Assert.Equal(Ranks(database, "bm25(t)", expression), Ranks(database, "relevance(t, 1, 127)", expression));
    }

    [Theory]
    [InlineData("two")]
    [InlineData("five")]
    [InlineData("two five")]
    [InlineData("\"one two\"")]
    public void Frequent_terms_rank_nearly_as_FTS5_ranks_them(string expression)
    {
        using var database = Filled(5000);
        var expected = Ranks(database, $"bm25(t, {Weights})", expression);
        var found = Ranks(database, $"relevance(t, 1, 5000, {Weights})", expression);
        Assert.True(found.Count > Bm25.Sample);
        Assert.All(expected.Zip(found), pair => Assert.InRange(pair.Second / pair.First, 0.85, 1.15));
        Assert.Equal(found, Ranks(database, $"relevance(t, 1, 5000, {Weights})", expression));
    }

    [Fact]
    public void Gaps_in_the_row_ids_change_ranks_little()
    {
        using var database = Filled(5000);
        Execute(database, "delete from t where rowid % 13 < 5");
        var (expected, found) = (Ranks(database, "bm25(t)", "five"), Ranks(database, "relevance(t, 1, 5000)", "five"));
        Assert.All(expected.Zip(found), pair => Assert.InRange(pair.Second / pair.First, 0.85, 1.15));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("t*")]
    [InlineData("\"one two\"")]
    public void The_order_by_one_phrase_is_right_without_row_bounds(string expression)
    {
        using var database = Filled(1000);
        static List<int> Order(List<double> ranks) =>
            [.. Enumerable.Range(0, ranks.Count).OrderBy(i => Math.Round(ranks[i] / ranks.Min(), 9))];
        Assert.Equal(Order(Ranks(database, "bm25(t)", expression)), Order(Ranks(database, "relevance(t, null, null)", expression)));
    }

    [Fact]
    public void Invalid_bounds_give_finite_ranks()
    {
        using var database = Filled(1000);
        foreach (var bounds
            in new[] { "", ", 1", ", 5, 1", ", null, null", ", 9e99, -9e99", ", 'a', x'00'", ", 1, 1000, null, 'a', 2, 3, 4" })
        {
            Assert.All(Ranks(database, $"relevance(t{bounds})", "one"), rank => Assert.True(double.IsFinite(rank)));
        }

        Bm25.Register(database); // Again.
        Assert.NotEmpty(Ranks(database, "relevance(t, 1, 1000)", "one"));
        Assert.Throws<SqliteException>(() => Ranks(database, "relevance(t, 1, 1000)", "\""));
    }

    private static SqliteConnection Filled(int rows)
    {
        var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        Bm25.Register(database);
        Execute(database, "create virtual table t using fts5(a, b, tokenize = 'porter unicode61')");
        Execute(
            database,
            $"""
            with recursive n(n) as (select 1 union all select n + 1 from n where n < {rows})
            insert into t (rowid, a, b)
            select n,
                case n % 3 when 0 then 'one' when 1 then 'one two' else 'three ones' end || case when n % 7 = 0 then ' five' else '' end,
                case n * 7 % 5 when 0 then 'two four two' when 1 then 'five' else '' end
                    || case n % 11 when 0 then ' three tones' else ' six' end
            from n
            """);
        return database;
    }

    private static void Execute(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<double> Ranks(SqliteConnection database, string rank, string expression)
    {
        using var command = database.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"select {rank} from t where t match @expression order by rowid");
        command.Parameters.AddWithValue("@expression", expression);
        using var reader = command.ExecuteReader();
        var ranks = new List<double>();
        while (reader.Read())
        {
            ranks.Add(reader.GetDouble(0));
        }

        return ranks;
    }
}
