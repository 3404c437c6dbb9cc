using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Sqlite.Search;

/// <summary>The places in claims that a search found, as FTS5's <c>highlight()</c> marks them.</summary>
internal static class ClaimHighlights
{
    /// <summary>The places by the ids of the claims, in order; those that overlap as one.</summary>
    public static async Task<ILookup<string, Highlight>> OfAsync(
        Session session, TextQuery query, IReadOnlyList<string> claims, CancellationToken cancel)
    {
        var found = new List<(string Claim, Highlight Place)>();
        foreach (var table in new[] { FullTextIndex.Claims.Stems, FullTextIndex.Claims.Words })
        {
            var terms = FullTextIndex.Quoted(query, isPrefix: table == FullTextIndex.Claims.Words, isExcluded: false);
            if (terms.Count > 0)
            {
                // The plus keeps SQLite from asking the index anew for each claim.
                var texts = await session.QueryAsync<(string Claim, string Text)>(
                    $"""
                    select (select c.public_id from claims c where c.id = {table}.rowid), highlight({table}, 0, @Open, @Close)
                    from {table}
                    where {table} match @expression
                    and rowid >= (select min(id) from claims where public_id in @claims)
                    and rowid <= (select max(id) from claims where public_id in @claims)
                    and +rowid in (select id from claims where public_id in @claims)
                    """,
                    new { Highlight.Open, Highlight.Close, expression = string.Join(' ', terms), claims },
                    cancel);
                found.AddRange(texts.SelectMany(text => Highlight.Of(text.Text).Select(place => (text.Claim, place))));
            }
        }

        return found.GroupBy(pair => pair.Claim)
            .SelectMany(claim => Highlight.Merge(claim.Select(pair => pair.Place)).Select(place => (claim.Key, place)))
            .ToLookup(pair => pair.Key, pair => pair.place);
    }
}
