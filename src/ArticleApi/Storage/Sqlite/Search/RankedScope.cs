using ArticleApi.Storage.Shared;

namespace ArticleApi.Storage.Sqlite.Search;

/// <summary>
/// What a search looks for beside its words: the tables to join, the conditions, and what is known of the ids. Example: the claims of one
/// article have their conditions over <c>claims c</c> and stand within one span of ids.
/// </summary>
/// <param name="Index">The full-text index.</param>
/// <param name="Joins">Joins the hits <c>h</c> with the tables that conditions and name are of.</param>
/// <param name="Name">The public id of the item of a hit, in SQL; <c>''</c> where <see cref="NameOf"/> gives it.</param>
/// <param name="Where">The conditions.</param>
internal sealed record RankedScope(FullTextIndex Index, string Joins, string Name, Conditions Where)
{
    /// <summary>The span of ids that holds all that is wanted: above <c>Low</c>, up to <c>High</c>.</summary>
    public (long Low, long High) Span { get; init; } = (long.MinValue, long.MaxValue);

    /// <summary>
    /// A query for the few ids among which all that is wanted is, over the values of the conditions; null where there is none.
    /// </summary>
    public string? Among { get; init; }

    /// <summary>
    /// A query for the public id of the item of <c>@id</c>, run only for items of equal rank; null where <see cref="Name"/> gives it.
    /// </summary>
    public string? NameOf { get; init; }

    /// <summary>
    /// For items with several hits, such as a work with entries in several articles: makes the condition that hit <c>h</c> is the first of
    /// its item <c>h.name</c>. It is given a function that makes the condition that an id is a hit. Null where an item has one hit.
    /// </summary>
    public Func<Func<string, string>, string>? IsFirst { get; init; }
}
