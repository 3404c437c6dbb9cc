using Dapper;

namespace ArticleApi.Storage.Sqlite;

/// <summary>Finds what a <see cref="TextQuery"/> names, with SQLite's FTS5.</summary>
internal sealed record FullText
{
    /// <summary>The claims, by <c>claims.id</c>.</summary>
    public static readonly FullText Claims = new("claim", "claims");

    /// <summary>The articles, by <c>articles.id</c>.</summary>
    public static readonly FullText Articles = new("article", "articles");

    /// <summary>The entries of articles' lists, by <c>article_id &lt;&lt; 32 + position</c>.</summary>
    public static readonly FullText References = new("reference", "reference_texts");

    private readonly string stems;
    private readonly string words;
    private readonly string all;

    private FullText(string index, string all) => (stems, words, this.all) = ($"{index}_stems", $"{index}_words", all);

    /// <summary>
    /// A query that gives <c>id</c> and <c>rank</c> of what is found: BM25, the best lowest. The beginnings of words are looked up as written, since stems may be
    /// shorter than they are.
    /// </summary>
    public string Hits(TextQuery query, DynamicParameters parameters)
    {
        string? Match(string table, bool isPrefix, bool isExcluded, string name)
        {
            var terms = query.Terms.Where(term => term.IsPrefix == isPrefix && term.IsExcluded == isExcluded).ToList();
            if (terms.Count == 0)
            {
                return null;
            }

            parameters.Add(name, Expression(terms, isExcluded ? " OR " : " "));
            return $"select rowid as id, rank from {table} where {table} match @{name}";
        }

        var hits = (Match(stems, isPrefix: false, isExcluded: false, "stems"), Match(words, isPrefix: true, isExcluded: false, "words")) switch
        {
            ({ } byStem, { } byWord) =>
                $"""
                select s.id, s.rank + w.rank as rank
                from (with s as materialized ({byStem}) select id, rank from s) s
                join (with w as materialized ({byWord}) select id, rank from w) w on w.id = s.id
                """,
            (null, null) => $"select id, 0.0 as rank from {all}{(query.Terms.Count == 0 ? " where false" : "")}",
            var (byStem, byWord) => byStem ?? byWord!,
        };
        string?[] excluded = [Match(stems, isPrefix: false, isExcluded: true, "no_stems"), Match(words, isPrefix: true, isExcluded: true, "no_words")];
        return excluded.OfType<string>().Aggregate(hits, (found, without) => $"select id, rank from ({found}) where id not in (select id from ({without}))");
    }

    /// <summary>A join <c>h</c> with the hits by their id, looked up once.</summary>
    public string JoinHits(TextQuery query, DynamicParameters parameters, string id) =>
        $"join (with hits as materialized ({Hits(query, parameters)}) select id, rank from hits) h on h.id = {id}";

    /// <summary>The places in claims that a query found, by the ids of the claims.</summary>
    public static async Task<ILookup<string, Highlight>> HighlightsAsync(
        Session session, TextQuery query, IReadOnlyList<string> claims, CancellationToken cancel)
    {
        var found = new List<(string Claim, Highlight Place)>();
        foreach (var table in new[] { Claims.stems, Claims.words })
        {
            var terms = query.Terms.Where(term => !term.IsExcluded && term.IsPrefix == (table == Claims.words)).ToList();
            if (terms.Count > 0)
            {
                // The plus keeps SQLite from asking the index anew for each claim.
                var texts = await session.QueryAsync<(string Claim, string Text)>(
                    $"""
                    select (select c.public_id from claims c where c.id = {table}.rowid), highlight({table}, 0, @Open, @Close)
                    from {table}
                    where {table} match @expression
                    and +rowid in (select id from claims where public_id in @claims)
                    """,
                    new { Highlight.Open, Highlight.Close, expression = Expression(terms, " "), claims },
                    cancel);
                found.AddRange(texts.SelectMany(text => Highlight.Of(text.Text).Select(place => (text.Claim, place))));
            }
        }

        return found.GroupBy(pair => pair.Claim)
            .SelectMany(claim => Highlight.Merge(claim.Select(pair => pair.Place)).Select(place => (claim.Key, place)))
            .ToLookup(pair => pair.Key, pair => pair.place);
    }

    /// <summary>Terms as an FTS5 expression, in which a quoted text is literal.</summary>
    private static string Expression(IEnumerable<TextTerm> terms, string joined) =>
        string.Join(joined, terms.Select(term => $"\"{term.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(term.IsPrefix ? " *" : "")}"));
}
