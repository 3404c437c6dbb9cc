using ArticleApi.Storage.Filters;
using Dapper;

namespace ArticleApi.Storage.Sqlite.Search;

/// <summary>
/// A full-text index (FTS5) of claims, articles or references: writes the SQL that finds the texts of a <see cref="TextQuery"/>. Each text
/// is indexed twice, by stems (<c>medication</c> finds <c>medications</c>) and by words as written, for prefixes (<c>medica*</c>).
/// </summary>
/// <remarks>
/// FTS5 gives hits in the order of their ids, so a query can be read up to a limit, within a span of ids: a frequent word is never read to
/// its end. Only prefixes cost what they find, since FTS5 merges all their words before the first hit.
/// </remarks>
internal sealed record FullTextIndex
{
    /// <summary>The claims, by <c>claims.id</c>.</summary>
    public static readonly FullTextIndex Claims = new("claim", "")
    {
        All = "select id from claims where id > @low and id <= @high",
        First = "(select min(id) from claims)",
        Last = "(select max(id) from claims)",
    };

    /// <summary>The articles, by <c>articles.id</c>.</summary>
    public static readonly FullTextIndex Articles = new("article", ", 10.0, 5.0, 5.0, 1.0")
    {
        All = "select id from articles where id > @low and id <= @high",
        First = "(select min(id) from articles)",
        Last = "(select max(id) from articles)",
    };

    /// <summary>The entries of articles' lists, by <c>article_id &lt;&lt; 32 + position</c>.</summary>
    public static readonly FullTextIndex References = new("reference", ", 3.0, 4.0, 2.0, 1.0")
    {
        All =
            """
            select (article_id << 32) + position as id from article_references
            where article_id >= @low >> 32 and article_id <= @high >> 32
            and (article_id << 32) + position > @low and (article_id << 32) + position <= @high
            """,
        Step = 32L << 32,
        First = "(select min(article_id) << 32 from article_references)",
        Last = "(select (max(article_id) << 32) + 4294967295 from article_references)",
    };

    private readonly string weights;

    /// <param name="index">The name of the indexes.</param>
    /// <param name="weights">How much each column counts, as in the <c>rank</c> of the indexes.</param>
    private FullTextIndex(string index, string weights) =>
        (Stems, Words, this.weights) = ($"{index}_stems", $"{index}_words", weights);

    /// <summary>The table of stems.</summary>
    public string Stems { get; }

    /// <summary>The table of words as written.</summary>
    public string Words { get; }

    /// <summary>Every id behind <c>@low</c> up to <c>@high</c>.</summary>
    private string All { get; init; } = "";

    /// <summary>The smallest id that there can be.</summary>
    public string First { get; private init; } = "";

    /// <summary>The largest id that there can be.</summary>
    public string Last { get; private init; } = "";

    /// <summary>A length of ids in which a few hundred texts stand.</summary>
    public long Step { get; private init; } = 512;

    /// <summary>A query that gives the <c>id</c> of all that is found.</summary>
    public string Hits(TextQuery query, DynamicParameters parameters)
    {
        parameters.Add("low", long.MinValue);
        parameters.Add("high", long.MaxValue);
        return $"select id from ({Source(query, parameters)})";
    }

    /// <summary>
    /// A query that gives the <c>id</c> of what is found behind <c>@low</c> up to <c>@high</c>, in that order where nothing else is asked
    /// for, and its <c>rank</c> by the words that are not excluded, the best lowest; where both stems and words are looked for, the rank by
    /// stems, to which <see cref="RankByWords"/> adds. The beginnings of words are looked up as written, since stems may be shorter than
    /// they are.
    /// </summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="parameters">Takes what the query names.</param>
    /// <param name="among">A query for a few ids, where only these are wanted: they are looked up.</param>
    public string Source(TextQuery query, DynamicParameters parameters, string? among = null)
    {
        var (byStem, byWord) = (Expression(query, isPrefix: false, parameters), Expression(query, isPrefix: true, parameters));
        // By one term the order is the same however frequent it is.
        var ends = query.Terms.Count(term => !term.IsExcluded) == 1 ? "null, null" : $"{First}, {Last}";
        string From(string table, string expression, string also) =>
            $"""
            select rowid as id, relevance({table}, {ends}{weights}) as rank
            from {table}
            where {table} match @{expression} and rowid > @low and rowid <= @high{also}
            """;

        // The plus keeps SQLite from asking the index anew for each id, which is dear where words are brought together by their beginnings.
        string Few(string id) => among is null ? "" : $" and {id} in ({among})";
        string Among(string id, bool isIn, string table, string expression) =>
            $" and +{id} {(isIn ? "in" : "not in")} (select rowid from {table} where {table} match @{expression} and rowid > @low and "
            + $"rowid <= @high{Few(table == Words ? "+rowid" : "rowid")})";
        if (byStem.IsPositive)
        {
            return From(Stems, byStem.Name, Few("rowid") + (byWord.IsEmpty ? "" : Among("rowid", byWord.IsPositive, Words, byWord.Name)));
        }

        if (byWord.IsPositive)
        {
            return From(Words, byWord.Name, Few("+rowid") + (byStem.IsEmpty ? "" : Among("rowid", isIn: false, Stems, byStem.Name)));
        }

        var excluded = (byStem.IsEmpty ? "" : Among("id", isIn: false, Stems, byStem.Name))
            + (byWord.IsEmpty ? "" : Among("id", isIn: false, Words, byWord.Name));
        return $"select id, 0.0 as rank from ({All}) where {(query.Terms.Count == 0 ? "false" : "true")}{Few("id")}{excluded}";
    }

    /// <summary>Whether a source is not read from an index: then each part of it that is asked for should be small.</summary>
    public static bool IsOfAll(TextQuery query) => query.Terms.All(term => term.IsExcluded);

    /// <summary>
    /// A query that gives <c>id</c> and <c>rank</c> by the beginnings of words for these ids, where they are looked for beside stems; else
    /// null. The other parameters are those of <see cref="Source"/>.
    /// </summary>
    public string? RankByWords(TextQuery query, IEnumerable<long> ids) =>
        query.Terms.Any(term => term is { IsExcluded: false, IsPrefix: true })
        && query.Terms.Any(term => term is { IsExcluded: false, IsPrefix: false })
            ? $"""
                select rowid as id, relevance({Words}, {First}, {Last}{weights}) as rank
                from {Words}
                where {Words} match @words and rowid > @low and rowid <= @high and +rowid in ({string.Join(',', ids)})
                """
            : null;

    /// <summary>
    /// A condition that a query finds the text of <paramref name="id"/>; parameters are those of <see cref="Source"/>. Words are asked for
    /// by id.
    /// </summary>
    public string IsHit(TextQuery query, string id)
    {
        string? Has(bool isPrefix)
        {
            var terms = query.Terms.Where(term => term.IsPrefix == isPrefix).ToList();
            if (terms.Count == 0)
            {
                return null;
            }

            var not = terms.TrueForAll(term => term.IsExcluded) ? "not " : "";
            return isPrefix
                ? $"{id} {not}in (select rowid from {Words} where {Words} match @words)"
                : $"{not}exists (select 1 from {Stems} f where {Stems} match @stems and f.rowid = {id})";
        }

        return string.Join(" and ", new[] { Has(isPrefix: false), Has(isPrefix: true) }.OfType<string>().DefaultIfEmpty("false"));
    }

    /// <summary>
    /// Adds the FTS5 expression of stems or words: all of one kind that must be there without those that must not, or, where there are only
    /// such, any of them.
    /// </summary>
    private static (string Name, bool IsPositive, bool IsEmpty) Expression(TextQuery query, bool isPrefix, DynamicParameters parameters)
    {
        var name = isPrefix ? "words" : "stems";
        var (wanted, excluded) = (Quoted(query, isPrefix, isExcluded: false), Quoted(query, isPrefix, isExcluded: true));
        if (wanted.Count + excluded.Count > 0)
        {
            var (all, any) = (string.Join(' ', wanted), string.Join(" OR ", excluded));
            parameters.Add(name, wanted.Count == 0 ? any : excluded.Count == 0 ? all : $"({all}) NOT ({any})");
        }

        return (name, wanted.Count > 0, wanted.Count + excluded.Count == 0);
    }

    /// <summary>Terms as FTS5 has them: a quoted text is literal.</summary>
    public static List<string> Quoted(TextQuery query, bool isPrefix, bool isExcluded) =>
    [
        .. query.Terms.Where(term => term.IsPrefix == isPrefix && term.IsExcluded == isExcluded)
            .Select(term => $"\"{term.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(term.IsPrefix ? " *" : "")}"),
    ];
}
